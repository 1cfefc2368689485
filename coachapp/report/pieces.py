"""A line of text as pieces that can be drawn from left to right, each in one font."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from reportlab.lib.colors import Color

from coachapp.report import shaping
from coachapp.report.fonts import font, in_fonts
from coachapp.report.scripts import language_of
from coachapp.report.style import INK

_KEPT: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


class Piece(NamedTuple):
    """A run of glyphs of one font; `width` is at size 1.

    `language` is that of what is shaped: its text has only signs for glyphs.
    """

    font: str
    text: str
    width: float
    colour: Color = INK
    language: str = ""


class Pieces:
    """Finds the pieces of texts and remembers those of each word; `replaced`: what no font has."""

    def __init__(self) -> None:
        self.replaced: set[str] = set()
        self._words: dict[tuple[str, bool, bool], tuple[Piece, ...]] = {}
        self._widths: dict[tuple[str, bool], float] = {}

    def of(self, text: str, *, bold: bool, direction: str = "") -> list[Piece]:
        """`direction` is that of the paragraph it is in, else its own."""
        if not shaping.has_right_to_left(text):
            words = (part for part in re.split("( )", text) if part)
            return [piece for word in words for piece in self._word(word, bold=bold, turned=False)]
        parts = shaping.in_order_of_sight(text, direction or shaping.base_direction(text))
        return [piece for part, turned in parts for piece in self._word(part, bold=bold, turned=turned)]

    def width(self, text: str, *, bold: bool) -> float:
        """At size 1."""
        known = self._widths.get((text, bold))
        if known is None:
            known = self._widths[text, bold] = sum(piece.width for piece in self.of(text, bold=bold))
        return known

    def _word(self, word: str, *, bold: bool, turned: bool) -> tuple[Piece, ...]:
        key = (word, bold, turned)
        if key not in self._words:
            runs = in_fonts(word, bold=bold, replaced=self.replaced)
            pieces = [_piece(name, text, turned=turned) for name, text in runs]
            self._words[key] = tuple(reversed(pieces) if turned else pieces)
        return self._words[key]


def _piece(name: str, text: str, *, turned: bool) -> Piece:
    if turned or shaping.needs_shaping(text):
        glyphs, width = shaping.shaped(text, name, turned=turned)
        return Piece(name, glyphs, width, language=language_of(text))
    widths = font(name).face.charWidths
    return Piece(name, text, sum(widths[ord(c)] for c in text) / 1000)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours in one font and colour as one piece; what is shaped keeps to itself."""
    for (name, colour, kind), group in groupby(pieces, key=lambda p: (p.font, p.colour, type(p.text))):
        same = list(group)
        if kind is not str:
            yield from same
            continue
        yield Piece(name, "".join(p.text for p in same), sum(p.width for p in same), colour)


def clean(text: str) -> str:
    """Composed, and without invisible characters that only some scripts need."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c in _KEPT or not _is_invisible(c))


def _is_invisible(character: str) -> bool:
    is_variation = "\ufe00" <= character <= "\ufe0f"
    return is_variation or unicodedata.category(character) == "Cf"
