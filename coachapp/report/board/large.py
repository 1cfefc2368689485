"""The board that takes all the room it is given, in letters as large as there is room for."""

from typing import Final

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.report.board.legend import Legend, forms
from coachapp.report.board.whole import WholeBoard
from coachapp.report.style import HEADING
from coachapp.report.text import Heading

_SMALLER: Final = (1.0, 0.93, 0.86, 0.8)
_SCALES: Final = (1.7, 1.55, 1.4, 1.25, 1.1, 1.0, 0.86)
_GAP: Final = 6.0


class LargeBoard(WholeBoard):
    """By itself on a sheet, of which its name is the title."""

    scales = _SCALES
    filling = True
    heading_style = HEADING._replace(size=26, leading=32)
    legend_scale = 1.6

    def __init__(self, title: str, portfolio: Portfolio, choice: Choice) -> None:
        super().__init__(title, portfolio, choice)
        self._heading, self._table = Heading(title, style=self.heading_style), ""
        self._heading.role = "H1"
        self._board.in_table = False
        self._legend = Legend(forms(portfolio), self.legend_scale)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        for part in (self._heading, self._board, self._legend):
            part.canv = self.canv
        around = sum(part.wrap(aW, aH)[1] for part in (self._heading, self._legend)) + 2 * _GAP
        room = aH - around
        fits = (scale for scale in self.scales if self._board.wanted_height(aW, scale) <= room)
        self._board.fit(aW, room, next(fits, self.scales[-1]), filling=self.filling)
        self.width, self.height = aW, self._board.height + around
        return self.width, self.height


class RestOfPage(LargeBoard):
    """Below what stands on the page already, which it never leaves."""

    scales = _SMALLER
    filling = False
    heading_style = HEADING
    legend_scale = 1

    def __init__(self, title: str, portfolio: Portfolio, choice: Choice) -> None:
        super().__init__(title, portfolio, choice)
        self._heading.role = "H2"
