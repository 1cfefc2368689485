"""A page of cards to cut; those that are left over are empty, to write on."""

from collections.abc import Sequence
from typing import Final

from coachapp.report.block import Block
from coachapp.report.style import HEIGHT, LINE, MUTED, Style
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span

_ACROSS: Final = 2
_DOWN: Final = 5
_HIGH: Final = HEIGHT / _DOWN - 0.1
_MARGIN: Final = 13.0
_NUMBER: Final = Style(22, 27)
_TITLE: Final = Style(15, 18.5)
_LINES: Final = 5


class SheetOfCards(Block):
    """`cards`: a number and a title each, read from left to right."""

    MOST = _ACROSS * _DOWN

    def __init__(self, cards: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._cards = cards

    def measured(self, width: float) -> float:
        self._wide = width / _ACROSS
        return _HIGH * _DOWN

    def draw(self) -> None:
        self._draw_lines_to_cut()
        for at, card in enumerate(self._cards):
            row, column = divmod(at, _ACROSS)
            self._draw_card(*card, column * self._wide + _MARGIN, self.height - row * _HIGH - _MARGIN)

    def _draw_lines_to_cut(self) -> None:
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(4, 3)
        for row in range(_DOWN + 1):
            self.canv.line(0, row * _HIGH, self.width, row * _HIGH)
        for column in range(_ACROSS + 1):
            self.canv.line(column * self._wide, 0, column * self._wide, self.height)
        self.canv.setDash()

    def _draw_card(self, number: int, title: str, x: float, top: float) -> None:
        setter, room = self.canv.typesetter, self._wide - 2 * _MARGIN
        label = setter.one_line(Span(str(number), bold=True, colour=MUTED), room / _NUMBER.size)
        lines = setter.few_lines(Span(title), room / _TITLE.size, _LINES)
        with self.canv.tags.item():
            with self.canv.tags.element("Lbl"):
                draw_lines(self.canv, [label], x, top, _NUMBER)
            with self.canv.tags.element("LBody"):
                draw_lines(self.canv, lines, x, top - _NUMBER.leading - 3, _TITLE)
