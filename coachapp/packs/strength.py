"""How hard a passphrase is to guess, in plain words; zxcvbn scores it, with Dutch words and names as well."""

from functools import cache
from types import ModuleType
from typing import Any, Final, NamedTuple

from coachapp import paths
from coachapp.domain.policy import Policy
from coachapp.errors import EmptyPassphrase
from coachapp.i18n import gettext as _
from coachapp.packs.faults import PassphraseRequired, WeakPassphrase

STRONG: Final = 3
_LOOKED_AT: Final = 40  # characters; the time goes by their square, and who types more is long past "strong"


class Strength(NamedTuple):
    """`score` is 0 to 4; `hint` says what would make it better, or is empty when it is strong."""

    score: int
    hint: str = ""

    @property
    def words(self) -> str:
        return name(self.score)


def name(score: int) -> str:
    return (
        _("very easy to guess"),
        _("easy to guess"),
        _("fair"),
        _("strong"),
        _("very strong"),
    )[score]


def prepare() -> None:
    """Read the words (14 MB): only who makes a passphrase needs them."""
    _zxcvbn()


def of(passphrase: str) -> Strength:
    """Takes a few milliseconds; the first time, when the words are read, about 30."""
    looked_at = passphrase[:_LOOKED_AT]
    if not looked_at:
        return Strength(0)
    found = _zxcvbn().zxcvbn(looked_at)
    score = int(found["score"])
    return Strength(score, "" if score >= STRONG else _hint(found["sequence"]))


def check(passphrase: str | None, policy: Policy) -> None:
    """Raises a CoachError if a portfolio may not be locked like this; None is no passphrase."""
    if passphrase is None:
        if policy.encryption_required:
            raise PassphraseRequired
        return
    if not passphrase:
        raise EmptyPassphrase
    if policy.minimum_strength and of(passphrase).score < policy.minimum_strength:
        raise WeakPassphrase(needed=name(policy.minimum_strength) if policy.minimum_strength > 1 else "")


def _hint(sequence: list[dict[str, Any]]) -> str:
    """About the part that tells most of the passphrase: the longest that a guesser knows."""
    known = [match for match in sequence if match["pattern"] != "bruteforce"]
    longest = max(known, key=lambda match: len(match["token"]), default=None)
    lists = str(longest.get("dictionary_name")) if longest else ""
    match longest and longest["pattern"]:
        case "repeat":
            return _("What is repeated adds little. Add other words.")
        case "sequence" | "spatial":
            return _("Rows such as abc, 123 or qwerty are tried first. Add some words.")
        case "date" | "regex":
            return _("Years and dates are tried first. Add some words.")
        case "dictionary" if "name" in lists:
            return _("Names are tried first. Add words that have nothing to do with you.")
        case "dictionary" if lists == "passwords":
            return _("Many people choose this, so it is tried first. Add some words.")
    return _("Add a word or two: four words that don't belong together are easy to keep.")


@cache
def _zxcvbn() -> ModuleType:
    """The library, with our words among its own."""
    import zxcvbn  # noqa: PLC0415 - takes a moment, and only who makes a passphrase needs it
    from zxcvbn.matching import add_frequency_lists  # noqa: PLC0415

    lists = {"dutch_words": "nl-words.txt", "dutch_names": "nl-names.txt"}
    add_frequency_lists(
        {ours: paths.resource("words", file).read_text("utf-8").split() for ours, file in lists.items()}
    )
    return zxcvbn
