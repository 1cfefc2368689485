"""The board with its heading and its legend, as large as the page lets it be."""

from typing import Final

from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.block import Block
from coachapp.report.board.drawing import Board
from coachapp.report.board.legend import Legend, forms
from coachapp.report.text import Heading

_SCALES: Final = (1.0, 0.93, 0.86)
_GAP: Final = 6.0


class WholeBoard(Block):
    """Below what is on the page, if need be a little smaller; if it doesn't fit there, on the next."""

    def __init__(self, title: str, portfolio: Portfolio, choice: Choice) -> None:
        super().__init__()
        self.title, self.portfolio = title, portfolio
        self._heading = Heading(title)
        self._board = Board(portfolio, choice)
        self._legend = Legend(forms(portfolio))
        has_table = portfolio.placements and "table" not in choice.left_out
        self._table = _("The board as a table") if has_table else ""
        self._board.in_table = bool(self._table)
        self.spaceBefore, self.spaceAfter = self._heading.style.before, _GAP

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        for part in (self._heading, self._board, self._legend):
            part.canv = self.canv
        around = sum(part.wrap(aW, aH)[1] for part in (self._heading, self._legend)) + 2 * _GAP
        fits = (scale for scale in _SCALES if self._board.wanted_height(aW, scale) + around <= aH)
        scale = next(fits, 0.0)
        if not scale and aH < self.canv.room.height - 1:
            return aW, self.canv.room.height
        self._board.fit(aW, aH - around, scale or _SCALES[-1])
        self.width, self.height = aW, self._board.height + around
        return self.width, self.height

    def draw(self) -> None:
        self._heading.drawOn(self.canv, 0, self.height - self._heading.height)
        top = self.height - self._heading.height - _GAP
        with self.canv.tags.figure(self._told(), self.on_page(0, self.width, top)):
            self._board.drawOn(self.canv, 0, top - self._board.height)
            self._legend.drawOn(self.canv, 0, 0)

    def _told(self) -> str:
        """Where no table tells the same, the words for the drawing say all that lies in it."""
        if self._table:
            return _("A drawing of the board. “{heading}” tells the same.").format(heading=self._table)
        title = self.portfolio.framework.cell_title
        cells = insight.by_cell(self.portfolio)
        full = (
            (title(cell), "; ".join(each.activity.title for each in placed)) for cell, placed in cells.items()
        )
        told = "\n".join(f"{name}: {lying}" for name, lying in full if lying)
        return told or _("A drawing of the board. No activity lies on it yet.")
