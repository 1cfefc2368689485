"""The bundled fonts, and which of them writes what.

Every character comes from the first font that has it; one that no font has becomes U+FFFD.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import count, groupby
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coachapp import paths

REGULAR: Final = (
    "AtkinsonHyperlegible-Regular",
    "NotoSans-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansMath-Regular",
    "NotoSansSymbols2-Regular",
)
BOLD: Final = (*(name.replace("Regular", "Bold") for name in REGULAR[:4]), *REGULAR[4:])
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

_PRIVATE: Final = 0xF0000
_TO_UNICODE: Final = re.compile(r"(?<= )<(F[0-9A-F]{4})>")


class Font(TTFont):
    """A font that also writes glyphs chosen by shaping, and tells readers which text they stand for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(paths.resource("fonts", f"{name}.ttf")))
        self.characters: frozenset[int] = frozenset(self.face.charToGlyph)
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._next = count(_PRIVATE)

    def code_of(self, glyph: int, text: str) -> str:
        """The character that writes this glyph and is read as this text; it may be a private one."""
        if len(text) == 1 and self.face.charToGlyph.get(ord(text)) == glyph:
            return text
        code = self._codes.get((glyph, text)) or self._codes.setdefault((glyph, text), next(self._next))
        self._texts[code] = text
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self.pdfScale(self.face.hmetrics[glyph][0])
        return chr(code)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        super().addObjects(doc)
        prefix = "toUnicodeCMap:"
        for name, stream in doc.idToObject.items():
            if name.startswith(prefix) and name.endswith(self.face.name.decode()):
                stream.content = _TO_UNICODE.sub(self._text_of, stream.content)

    def _text_of(self, match: re.Match[str]) -> str:
        return f"<{self._texts[int(match[1], 16)].encode('utf-16-be').hex().upper()}>"


@cache
def font(name: str) -> Font:
    made = Font(name)
    pdfmetrics.registerFont(made)
    return made


def in_fonts(text: str, *, bold: bool, replaced: set[str]) -> Iterator[tuple[str, str]]:
    """The text as (font name, text) runs; letters of one word share a font where one has them all.

    Adds to `replaced` what no font has.
    """
    names = BOLD if bold else REGULAR
    if font(names[0]).characters.issuperset(map(ord, text)):
        yield names[0], text
        return
    each = (run for part in _letters_together(text) for run in _runs(part, names, replaced))
    for name, parts in groupby(each, key=lambda run: run[0]):
        yield name, "".join(part for _name, part in parts)


def _letters_together(text: str) -> Iterator[str]:
    for _is_word, part in groupby(text, key=lambda c: unicodedata.category(c)[0] in "LM"):
        yield "".join(part)


def _runs(part: str, names: tuple[str, ...], replaced: set[str]) -> Iterator[tuple[str, str]]:
    if whole := _first_with(part, names):
        yield whole, part
        return
    for character in part:
        plain = unicodedata.normalize("NFKC", character)  # such as f and i for a ligature of them
        written = next((text for text in (character, plain) if _first_with(text, names)), "")
        if not written:
            replaced.add(character)
        yield (_first_with(written, names), written) if written else (names[1], REPLACEMENT)


def _first_with(text: str, names: tuple[str, ...]) -> str:
    return next((name for name in names if font(name).characters.issuperset(map(ord, text))), "")
