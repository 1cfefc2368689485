"""From text to lines: words are measured, broken and hyphenated; every line is ready to be drawn.

What comes in is text and nothing else: there is no markup to interpret, so none to abuse.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from coachapp.report import shaping
from coachapp.report.fonts import font, in_fonts
from coachapp.report.style import INK

if TYPE_CHECKING:
    from pyphen import Pyphen

_DICTIONARIES: Final = {"nl": "nl_NL", "en": "en_GB"}
_HYPHENATED: Final = 7  # letters at least
_LEFT: Final = 3  # letters at least on either side of a hyphen
_LOOSE: Final = 0.35  # a line filled less than this may take part of the next word
_BREAKABLE: Final = re.compile(r"(?<=[-/–—_.@])(?=\w)")
_KEPT: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


class Span(NamedTuple):
    """Text in one weight and colour; spans that follow each other have a space between them."""

    text: str
    bold: bool = False
    colour: str = INK


class Piece(NamedTuple):
    """A run of glyphs of one font; `width` is at size 1."""

    font: str
    text: str
    width: float
    colour: str = INK


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    width: float


class _Word(NamedTuple):
    text: str
    span: Span
    width: float


class Typesetter:
    """Sets the text of one document in one language; `replaced` gathers characters no font has."""

    def __init__(self, language: str) -> None:
        self.replaced: set[str] = set()
        self._language = language
        self._pieces: dict[tuple[str, bool, bool], tuple[Piece, ...]] = {}
        self._widths: dict[tuple[str, bool], float] = {}

    def lines(self, spans: Iterable[Span], width: float) -> list[Line]:
        """Lines at most `width` wide at size 1; a line break in the text starts a new one."""
        paragraphs: list[list[_Word]] = [[]]
        for span in spans:
            for number, part in enumerate(_clean(span.text).split("\n")):
                if number:
                    paragraphs.append([])
                paragraphs[-1].extend(self._word(text, span) for text in part.split())
        return [self._line(words) for words in paragraphs for words in self._filled(words, width)]

    def one_line(self, span: Span, width: float) -> Line:
        """The text on one line, cut off with an ellipsis where it is too long."""
        words = [self._word(text, span) for text in _clean(span.text).split()]
        line = self._line(words)
        while line.width > width and len(words) > 1:
            words.pop()
            line = self._line([*words, self._word("…", span)])
        return line

    def width(self, text: str, *, bold: bool = False) -> float:
        """The width of a word or line at size 1."""
        known = self._widths.get((text, bold))
        if known is None:
            known = sum(piece.width for piece in self._seen(text, bold=bold))
            self._widths[text, bold] = known
        return known

    def _word(self, text: str, span: Span) -> _Word:
        return _Word(text, span, self.width(text, bold=span.bold))

    def _filled(self, words: list[_Word], width: float) -> Iterator[list[_Word]]:
        """Words, some cut in two, that fill a line each."""
        space = self.width(" ")
        waiting = words[::-1]
        line: list[_Word] = []
        used = 0.0
        while waiting:
            word = waiting.pop()
            start = used + space if line else 0.0
            if start + word.width <= width:
                line.append(word)
                used = start + word.width
                continue
            if cut := self._cut(word, width, start):
                line.append(cut[0])
                waiting.append(cut[1])
            elif line:
                waiting.append(word)
            else:
                line.append(word)
            yield line
            line, used = [], 0.0
        if line or not words:
            yield line

    def _cut(self, word: _Word, width: float, start: float) -> tuple[_Word, _Word] | None:
        """The part of a word that fits from `start` on, and the rest; None if it had better move on."""
        if word.width <= width and start > width * _LOOSE:
            return None
        for end, hyphen in self._places(word.text):
            head = self._word(word.text[:end] + hyphen, word.span)
            if start + head.width <= width:
                return head, self._word(word.text[end:], word.span)
        return self._hard_cut(word, width) if not start and word.width > width else None

    def _hard_cut(self, word: _Word, width: float) -> tuple[_Word, _Word] | None:
        """As many characters as fit, for what can't be hyphenated, such as an address."""
        low, high = 1, len(word.text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(word.text[:middle], bold=word.span.bold) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        head, tail = word.text[:low], word.text[low:]
        return (self._word(head, word.span), self._word(tail, word.span)) if tail else None

    def _places(self, text: str) -> list[tuple[int, str]]:
        """Where a word can be cut, the last place first, with the hyphen that comes before it."""
        own = [(match.start(), "") for match in _BREAKABLE.finditer(text)]
        letters = text.rstrip(".,;:!?)”’\"'")
        if len(letters) >= _HYPHENATED and letters.isalpha() and not shaping.has_right_to_left(text):
            own += [(at, "-") for at in _hyphens(self._language, letters)]
        return sorted(own, reverse=True)

    def _line(self, words: list[_Word]) -> Line:
        pieces: list[Piece] = []
        for span, group in groupby(words, key=lambda word: word.span):
            if pieces:
                pieces.extend(self._seen(" ", bold=False))
            text = " ".join(word.text for word in group)
            pieces.extend(piece._replace(colour=span.colour) for piece in self._seen(text, bold=span.bold))
        return Line(tuple(_joined(pieces)), sum(piece.width for piece in pieces))

    def _seen(self, text: str, *, bold: bool) -> list[Piece]:
        """The text from left to right."""
        if not shaping.has_right_to_left(text):
            return [piece for part in _words(text) for piece in self._set(part, bold=bold, turned=False)]
        parts = shaping.in_order_of_sight(text, shaping.base_direction(text))
        return [piece for part, turned in parts for piece in self._set(part, bold=bold, turned=turned)]

    def _set(self, part: str, *, bold: bool, turned: bool) -> tuple[Piece, ...]:
        key = (part, bold, turned)
        if key not in self._pieces:
            runs = [
                _piece(name, text, turned=turned)
                for name, text in in_fonts(part, bold=bold, replaced=self.replaced)
            ]
            self._pieces[key] = tuple(runs[::-1] if turned else runs)
        return self._pieces[key]


def _piece(name: str, text: str, *, turned: bool) -> Piece:
    if turned or shaping.needs_shaping(text):
        return Piece(name, *shaping.shaped(text, name, turned=turned))
    widths = font(name).face.charWidths
    return Piece(name, text, sum(widths[ord(c)] for c in text) / 1000)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours in one font and colour as one piece; what is shaped keeps to itself."""
    for (name, colour, kind), group in groupby(pieces, key=lambda p: (p.font, p.colour, type(p.text))):
        same = list(group)
        if kind is not str:
            yield from same
            continue
        yield Piece(name, "".join(p.text for p in same), sum(p.width for p in same), colour)


def _words(text: str) -> list[str]:
    """Words and the spaces between them, each of which can be looked up."""
    return [part for part in re.split("( )", text) if part]


def _clean(text: str) -> str:
    """Composed, and without invisible characters that only some scripts need."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        c
        for c in composed
        if c in _KEPT or not (unicodedata.category(c) == "Cf" or "\ufe00" <= c <= "\ufe0f")
    )


@cache
def _dictionary(language: str) -> "Pyphen | None":
    import pyphen  # noqa: PLC0415 - reading a dictionary takes longer than making a short plan

    name = _DICTIONARIES.get(language, "")
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_LEFT) if name else None


def _hyphens(language: str, word: str) -> tuple[int, ...]:
    """Where a word may be hyphenated, never leaving a single letter between two hyphens."""
    dictionary = _dictionary(language)
    places = [int(at) for at in dictionary.positions(word)] if dictionary else []
    return tuple(at for at in places if at + 1 not in places)
