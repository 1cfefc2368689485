"""Where a word may be cut at the end of a line."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from coachapp.report.shaping import has_right_to_left

if TYPE_CHECKING:
    from pyphen import Pyphen

_DICTIONARIES: Final = {"nl": "nl_NL", "en": "en_GB"}
_HYPHENATED: Final = 7  # letters at least
_LEFT: Final = 3  # letters at least on either side of a hyphen
_BREAKABLE: Final = re.compile(r"(?<=[-/–—_.@])(?=\w)")
_AFTER_A_WORD: Final = " ·.,;:!?)\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
# Looks like a hyphen; whoever copies the text knows that the word goes on.
_HYPHEN: Final = "\N{SOFT HYPHEN}"


def places(text: str, language: str) -> list[tuple[int, str]]:
    """The last place first, each with the hyphen that comes before it, if any."""
    found = [(match.start(), "") for match in _BREAKABLE.finditer(text)]
    letters = text.rstrip(_AFTER_A_WORD)
    if len(letters) >= _HYPHENATED and letters.isalpha() and not has_right_to_left(text):
        found += [(at, _HYPHEN) for at in _hyphens(letters, language)]
    return sorted(found, reverse=True)


def _hyphens(word: str, language: str) -> tuple[int, ...]:
    """Never with a single letter between two of them."""
    dictionary = _dictionary(language)
    found = [int(at) for at in dictionary.positions(word)] if dictionary else []
    return tuple(at for at in found if at + 1 not in found)


@cache
def _dictionary(language: str) -> "Pyphen | None":
    import pyphen  # noqa: PLC0415 - reading a dictionary takes longer than making a short plan

    name = _DICTIONARIES.get(language, "")
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_LEFT) if name else None
