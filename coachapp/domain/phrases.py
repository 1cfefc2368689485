"""Small turns of phrase that sentences about a portfolio are made of."""

from collections.abc import Sequence

from coachapp.i18n import gettext as _


def listed(names: Sequence[str]) -> str:
    """Such as "A, B and C"."""
    *some, last = names
    return _("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def counted(number: int) -> str:
    """A number in a sentence: as a word as far as twelve."""
    return _words()[number] if number < len(_words()) else str(number)


def starting(sentence: str) -> str:
    """With a capital, which has no accent in Dutch: "Eén"."""
    first = {"é": "E"}.get(sentence[:1], sentence[:1].upper())
    return first + sentence[1:]


def _words() -> tuple[str, ...]:
    few = (_("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"))
    return (*few, _("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"))
