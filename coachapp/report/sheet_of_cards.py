"""A page of cards to cut; those that are left over are empty, to write on."""

from collections.abc import Sequence
from typing import Final

from coachapp.report.block import Block
from coachapp.report.style import LINE, MUTED, Style
from coachapp.report.text import Heading, draw_lines
from coachapp.report.typesetting import Span

_ACROSS: Final = 2
_DOWN: Final = 5
_MARGIN: Final = 13.0
_NUMBER: Final = Style(22, 27)
_TITLE: Final = Style(15, 18.5)
_LINES: Final = 5
_BELOW_TITLE: Final = 6.0


class SheetOfCards(Block):
    """`title`: what all sheets together are called, "" after the first.

    `cards`: a number and a title each, read from left to right.
    """

    MOST = _ACROSS * _DOWN

    def __init__(self, title: str, cards: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._title, self._cards = Heading(title), cards
        self._title.role = "H1"

    def measured(self, width: float) -> float:
        height = self.canv.room.height - 0.1
        self._title.canv = self.canv
        self._top = height - self._title.wrap(width, height)[1] - _BELOW_TITLE
        self._wide, self._high = width / _ACROSS, self._top / _DOWN
        return height

    def draw(self) -> None:
        if self._title.content[0].text:
            self._title.drawOn(self.canv, 0, self.height - self._title.height)
        self._draw_lines_to_cut()
        for at, card in enumerate(self._cards):
            row, column = divmod(at, _ACROSS)
            self._draw_card(*card, column * self._wide + _MARGIN, self._top - row * self._high - _MARGIN)

    def _draw_lines_to_cut(self) -> None:
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(4, 3)
        for row in range(_DOWN + 1):
            self.canv.line(0, row * self._high, self.width, row * self._high)
        for column in range(_ACROSS + 1):
            self.canv.line(column * self._wide, 0, column * self._wide, self._top)
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
