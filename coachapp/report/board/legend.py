"""What the forms on the board mean; only those that are on it."""

from collections.abc import Iterable
from typing import NamedTuple

from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.block import Block
from coachapp.report.board import cards
from coachapp.report.board.forms import draw_form, draw_wish
from coachapp.report.board.layout import Box
from coachapp.report.style import CARD_NOTE, MUTED
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_SIGN = 17.0
_HIGH = 9.0
_GAP = 5.0
_BETWEEN = 16.0
_ROW = 14.0


class _Entry(NamedTuple):
    form: str
    line: Line
    x: float
    row: int


class Legend(Block):
    """`forms`: each with what it means; `scale` is how large their names are."""

    def __init__(self, forms: Iterable[tuple[str, str]], scale: float = 1) -> None:
        super().__init__()
        self._style = CARD_NOTE._replace(size=CARD_NOTE.size * scale, leading=CARD_NOTE.leading * scale)
        self._row = _ROW * scale
        self._forms = list(forms)
        self._entries: list[_Entry] = []

    def measured(self, width: float) -> float:
        self._entries = list(self._flowing(width))
        rows = self._entries[-1].row + 1 if self._entries else 0
        return rows * self._row

    def _flowing(self, available: float) -> Iterable[_Entry]:
        x, row = 0.0, 0
        for form, words in self._forms:
            line = self.canv.typesetter.one_line(Span(words, colour=MUTED), available / self._style.size)
            width = _SIGN + _GAP + line.width * self._style.size
            if x and x + width > available:
                x, row = 0.0, row + 1
            yield _Entry(form, line, x, row)
            x += width + _BETWEEN

    def draw(self) -> None:
        for entry in self._entries:
            top = self.height - entry.row * self._row
            box = Box(entry.x, 0, _SIGN, _HIGH)
            self.draw_sign(entry.form, box, top - (self._row + _HIGH) / 2)
            lower = top - (self._row - self._style.leading) / 2
            draw_lines(self.canv, [entry.line], entry.x + _SIGN + _GAP, lower, self._style)

    def draw_sign(self, form: str, box: Box, y: float) -> None:
        """One of the forms, with its lower edge at `y`."""
        if form in (cards.WISH, cards.DEEPER):
            draw_wish(self.canv, box, y, ring=form == cards.DEEPER)
        else:
            draw_form(self.canv, form, MUTED, box, y)


def forms(portfolio: Portfolio) -> Iterable[tuple[str, str]]:
    """Those of its cards and its ambitions."""
    used = {placement.status for placement in portfolio.placements}
    for term in portfolio.framework.terms("status"):
        if term.id in used:
            yield term.id, str(term.text)
    leading = [ambition for ambition in portfolio.ambitions if ambition.target]
    if any(not cards.deepens(portfolio, ambition) for ambition in leading):
        yield cards.WISH, _("ambition")
    if any(cards.deepens(portfolio, ambition) for ambition in leading):
        yield cards.DEEPER, _("ambition: deeper here")
