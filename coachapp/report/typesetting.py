"""From text to lines: words are measured, and cut where they must be; every line is ready to be drawn.

What comes in is text and nothing else: there is no markup to interpret, so none to abuse.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from reportlab.lib.colors import Color

from coachapp.report.hyphenation import places
from coachapp.report.languages import Run, runs
from coachapp.report.pieces import Piece, Pieces, clean
from coachapp.report.shaping import base_direction, has_right_to_left
from coachapp.report.style import INK

_WORD: Final = re.compile(r"\S+(?: ·(?= |$))*")
_LOOSE: Final = 0.35  # a line filled less than this may take part of the next word


class Span(NamedTuple):
    """Text in one weight and colour; spans that follow each other have a space between them."""

    text: str
    bold: bool = False
    colour: Color = INK


class Line(NamedTuple):
    """What stands from left to right; `width` is at size 1, `text` is what it says as it is spoken.

    `in_word`: it ends in a word that goes on at the next line. `direction` is that of its
    paragraph, "L" or "R"; `indent` the room before it, at size 1.
    """

    runs: tuple[Run, ...]
    width: float
    text: str
    in_word: bool = False
    direction: str = "L"
    indent: float = 0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for run in self.runs for piece in run.pieces)


class _Word(NamedTuple):
    """`is_cut`: the rest of it stands on the next line; `direction` is that of its paragraph, "L" or "R"."""

    text: str
    span: Span
    width: float
    direction: str
    is_cut: bool = False


class Typesetter:
    """Sets the text of one document in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._pieces = Pieces()
        self._known: dict[tuple[tuple[Span, ...], float], list[Line]] = {}

    def lines(self, spans: Iterable[Span], width: float) -> list[Line]:
        """Lines at most `width` wide at size 1; a line break in the text starts a new one."""
        key = (tuple(spans), width)
        if key not in self._known:
            self._known[key] = self._broken(*key)
        return self._known[key]

    def _broken(self, spans: tuple[Span, ...], width: float) -> list[Line]:
        paragraphs: list[list[_Word]] = [[]]
        for span in spans:
            for number, part in enumerate(clean(span.text).split("\n")):
                if number:
                    paragraphs.append([])
                paragraphs[-1].extend(self._words(part, span))
        return [line for words in paragraphs for line in self._paragraph(words, width)]

    def _paragraph(self, words: list[_Word], width: float) -> list[Line]:
        lines = [self._line(part) for part in self._filled(words, width)]
        return _from_the_right(lines) if _direction(words) == "R" else lines

    def few_lines(self, span: Span, width: float, most: int) -> list[Line]:
        """At most so many lines, the last one ending in an ellipsis where there is more."""
        lines = self.lines([span], width)
        if len(lines) <= most:
            return lines
        last = span._replace(text=lines[most - 1].text + " …")
        kept = [*lines[: most - 1], self.one_line(last, width, lines[0].direction)]
        return _from_the_right(kept) if lines[0].direction == "R" else kept

    def one_line(self, span: Span, width: float, direction: str = "") -> Line:
        """The text on one line, cut off with an ellipsis where it is too long; `direction` as in a line."""
        words = self._words(clean(span.text), span, direction)
        line, more = self._line(words), self._word("…", span, words[0].direction if words else "L")
        if line.width <= width:
            return line
        line = self._line([*words, more])
        while line.width > width and len(words) > 1:
            words.pop()
            line = self._line([*words, more])
        if line.width > width and (cut := self._hard_cut(words[0], width - line.width + words[0].width)):
            line = self._line([cut[0], more])
        return line

    @property
    def replaced(self) -> frozenset[str]:
        """The characters that no font has."""
        return frozenset(self._pieces.replaced)

    def _words(self, text: str, span: Span, direction: str = "") -> list[_Word]:
        """Those of one paragraph, or of its part in this span; a dot between them goes with the first."""
        direction = direction or (base_direction(text) if has_right_to_left(text) else "L")
        return [self._word(word, span, direction) for word in _WORD.findall(" ".join(text.split()))]

    def _word(self, text: str, span: Span, direction: str) -> _Word:
        return _Word(text, span, self._pieces.width(text, bold=span.bold), direction)

    def _filled(self, words: list[_Word], width: float) -> Iterator[list[_Word]]:
        """Words, some cut in two, that fill a line each."""
        waiting = words[::-1]
        line: list[_Word] = []
        used = 0.0
        while waiting:
            word = waiting.pop()
            start = used + self._space(line[-1], word) if line else 0.0
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

    def _space(self, before: _Word, after: _Word) -> float:
        return self._pieces.width(" ", bold=before.span.bold and before.span == after.span)

    def _cut(self, word: _Word, width: float, start: float) -> tuple[_Word, _Word] | None:
        """The part of a word that fits from `start` on, and the rest; None if it had better move on."""
        if word.width <= width and start > width * _LOOSE:
            return None
        for end, hyphen in places(word.text, self._language):
            head = self._word(word.text[:end] + hyphen, word.span, word.direction)
            if start + head.width <= width:
                return head._replace(is_cut=True), self._word(word.text[end:], word.span, word.direction)
        return self._hard_cut(word, width) if not start and word.width > width else None

    def _hard_cut(self, word: _Word, width: float) -> tuple[_Word, _Word] | None:
        """As many characters as fit, for what can't be hyphenated, such as an address."""
        low, high = 1, len(word.text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._pieces.width(word.text[:middle], bold=word.span.bold) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        head, tail = word.text[:low], word.text[low:]
        cut = self._word(head, word.span, word.direction)._replace(is_cut=True)
        return (cut, self._word(tail, word.span, word.direction)) if tail else None

    def _line(self, words: list[_Word]) -> Line:
        found: list[Run] = []
        for (span, direction), group in groupby(words, key=lambda word: (word.span, word.direction)):
            if found:
                found.append(Run(tuple(self._pieces.of(" ", bold=False))))
            text = " ".join(word.text for word in group)
            pieces = self._pieces.of(text, bold=span.bold, direction=direction)
            found.extend(runs(text, [piece._replace(colour=span.colour) for piece in pieces], direction))
        spoken = " ".join(word.text for word in words)
        width = sum(piece.width for run in found for piece in run.pieces)
        return Line(tuple(found), width, spoken, bool(words) and words[-1].is_cut, _direction(words))


def _direction(words: list[_Word]) -> str:
    return "R" if words and all(word.direction == "R" for word in words) else "L"


def _from_the_right(lines: list[Line]) -> list[Line]:
    """The lines of a paragraph that is read from the right, all beginning where the longest one does."""
    widest = max(line.width for line in lines)
    return [line._replace(indent=widest - line.width) for line in lines]
