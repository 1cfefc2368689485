"""How an institute's papers look; none of it is taken on trust, as a portfolio may come from anywhere."""

import re
from dataclasses import dataclass
from typing import Final

from coachapp.domain.words import Words

LEAST_CONTRAST: Final = 4.5  # of text on paper (WCAG 2.2, 1.4.3)
LONGEST_LOGO: Final = 400_000  # letters
LONGEST_FOOTER: Final = 100
_LONGEST_TEXT: Final = 300
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
# What each of red, green and blue adds to how light a colour is, and how it grows (WCAG 2.2).
_SHARES: Final = (0.2126, 0.7152, 0.0722)
_LINEAR: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Look:
    """`logo`: a PNG in base64, read out as `logo_text`; `accent`: the colour of headings, such as "#1F5F8B".

    What is empty is as usual. `sections` come first in a plan, in this order; then the others.
    """

    logo: str = ""
    accent: str = ""
    sections: tuple[str, ...] = ()
    logo_text: Words | None = None
    footer: Words | None = None

    def __post_init__(self) -> None:
        if self.accent and (not is_colour(self.accent) or contrast(self.accent) < LEAST_CONTRAST):
            raise ValueError(self.accent)
        if len(self.logo) > LONGEST_LOGO or bool(self.logo) != bool(self.logo_text):
            raise ValueError(len(self.logo))
        _check(self.logo_text, _LONGEST_TEXT)
        _check(self.footer, LONGEST_FOOTER)


def _check(words: Words | None, most: int) -> None:
    """One line, of what can be printed: a text without an end would keep a plan from ever being made."""
    for _language, text in words.by_language if words else ():
        if len(text) > most or not text.strip() or not text.replace("\u200d", "").isprintable():
            raise ValueError(text[:most])


def is_colour(text: str) -> bool:
    return bool(_COLOUR.fullmatch(text))


def contrast(colour: str) -> float:
    """Of this colour on white: from 1, which can't be seen, to 21, which is black."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 1.05 / (sum(share * _light(part) for share, part in zip(_SHARES, parts, strict=True)) + 0.05)


def _light(part: float) -> float:
    return part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
