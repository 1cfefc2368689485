"""Short words in columns, each with its number; read down, then on to the right."""

from collections.abc import Sequence
from typing import Final

from coachapp.report.block import Block
from coachapp.report.style import CELL, HAIR, MUTED, Style
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span

_COLUMNS: Final = 3
_GAP: Final = 10.0
_ROW: Final = Style(12, 21)
_NUMBER: Final = Style(9, 21)
_INDENT: Final = 30.0


class Numbered(Block):
    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._rows = -(-len(words) // _COLUMNS)
        self.spaceAfter = 6

    def measured(self, width: float) -> float:
        self._wide = (width - _GAP * (_COLUMNS - 1)) / _COLUMNS
        return self._rows * _ROW.leading

    def draw(self) -> None:
        for at, word in enumerate(self._words):
            column, row = divmod(at, self._rows)
            self._draw_word(at + 1, word, column * (self._wide + _GAP), self.height - row * _ROW.leading)

    def _draw_word(self, number: int, word: str, x: float, top: float) -> None:
        self.canv.setFillColor(CELL)
        self.canv.setStrokeColor(HAIR)
        self.canv.setLineWidth(0.5)
        self.canv.roundRect(x, top - _ROW.leading + 2, self._wide, _ROW.leading - 4, 3, stroke=1, fill=1)
        setter = self.canv.typesetter
        label = setter.one_line(Span(str(number), colour=MUTED), _INDENT)
        text = setter.one_line(Span(word, bold=True), self._wide)
        tags = self.canv.tags
        with tags.item("Decimal"):
            with tags.element("Lbl"):
                draw_lines(self.canv, [label], x + _INDENT - 10 - label.width * _NUMBER.size, top, _NUMBER)
            with tags.element("LBody"):
                draw_lines(self.canv, [text], x + _INDENT, top, _ROW)
