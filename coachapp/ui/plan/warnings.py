"""What is said beside a line that had better be looked at before it leaves."""

from coachapp.domain.for_reader import texts
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.sensitive import Found, found
from coachapp.i18n import gettext as _


class Warnings:
    """What was looked at once is not looked at again: most texts stay as they are from tick to tick."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._known: dict[str, tuple[Found, ...]] = {}

    def about(self, seen: Portfolio, names: tuple[str, ...]) -> dict[str, tuple[Found, ...]]:
        """By the id of the item or the name of the field that it is about."""
        known = self._known if names == self._names else {}
        told = {key: text for key, text in texts(seen).items() if text}
        self._names = names
        self._known = {text: known[text] if text in known else found(text, names) for text in told.values()}
        return {key: some for key, text in told.items() if (some := self._known[text])}


def warning(one: Found) -> str:
    words = {
        "email": _("⚠ looks like an e-mail address: {words}"),
        "phone": _("⚠ looks like a phone number: {words}"),
        "citizen": _("⚠ looks like a citizen service number: {words}"),
        "name": _("⚠ a name to look out for: {words}"),
        "health": _("⚠ about somebody's health: {words}"),
    }
    return words[one.kind].format(words=one.words)
