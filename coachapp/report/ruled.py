"""Lines to write on by hand, each with its number if wanted; on some something stands already."""

from collections.abc import Sequence
from typing import Final

from coachapp.i18n import ngettext
from coachapp.report.block import Block
from coachapp.report.style import LINE, MUTED, Style
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_ROW: Final = 1 / 31.6  # of the page: on A4 it is 8 mm, as on writing paper
_TEXT: Final = Style(9, 11)
_INDENT: Final = 20.0
_MOST: Final = 2  # lines of text in a row


class Ruled(Block):
    def __init__(self, rows: Sequence[str], *, numbered: bool = False) -> None:
        super().__init__()
        self._rows = rows
        self._indent = _INDENT if numbered else 0.0
        self._set: list[list[Line]] = []
        self.spaceAfter = 6

    def measured(self, width: float) -> float:
        room, setter = (width - self._indent) / _TEXT.size, self.canv.typesetter
        self._set = [setter.few_lines(Span(text), room, _MOST) if text else [] for text in self._rows]
        self._row = self.canv.room.height * _ROW
        return len(self._rows) * self._row

    def draw(self) -> None:
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.5)
        filled = max((at for at, lines in enumerate(self._set, 1) if lines), default=0)
        for at in range(filled):
            with self.canv.tags.item("Decimal" if self._indent else "None"):
                self._draw_row(at)
        empty = len(self._set) - filled
        if empty:
            told = ngettext("{count} line to write on", "{count} lines to write on", empty)
            box = self.on_page(0, self.width, empty * self._row)
            with self.canv.tags.figure(told.format(count=empty), box):
                for at in range(filled, len(self._set)):
                    self._draw_row(at)

    def _draw_row(self, at: int) -> None:
        lines, tags = self._set[at], self.canv.tags
        bottom = self.height - (at + 1) * self._row
        top = bottom + max(len(lines), 1) * _TEXT.leading + 1
        if self._indent:
            number = self.canv.typesetter.one_line(Span(f"{at + 1}.", colour=MUTED), _INDENT)
            with tags.element("Lbl"):
                draw_lines(self.canv, [number], 0, top, _TEXT)
        with tags.element("LBody"):
            draw_lines(self.canv, lines, self._indent, top, _TEXT)
        self.canv.line(self._indent, bottom, self.width, bottom)
