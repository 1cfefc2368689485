"""The board then and now in one drawing: arrows go from where a card lay to where it lies."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from coachapp.domain.board_then import laid
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.domain.years import Difference
from coachapp.i18n import gettext as _
from coachapp.report.board import arrows, cards, changes, layout
from coachapp.report.board.arrows import End, Point
from coachapp.report.board.changes import CAME, LEFT, MOVED, OTHERWISE, WAS
from coachapp.report.board.drawing import Board
from coachapp.report.board.layout import Box, Laid, Layout
from coachapp.report.board.legend import Legend
from coachapp.report.board.signs import draw_disc, draw_mark
from coachapp.report.board.whole import WholeBoard
from coachapp.report.style import MUTED, PAPER, Style
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span

_NUMBER: Final = Style(6.6, 8)
_DISC: Final = 5.4


class SinceBoard(WholeBoard):
    """With its heading and its legend; a table that tells the same comes after it."""

    def __init__(
        self, title: str, portfolio: Portfolio, choice: Choice, differences: Sequence[Difference]
    ) -> None:
        super().__init__(title, portfolio, choice)
        self._board = _Changes(portfolio, choice, differences)
        self._legend = _Legend(_forms(differences))

    def _told(self) -> str:
        return _("A drawing of the board then and now. The table after it tells the same.")


class _Changes(Board):
    def __init__(self, portfolio: Portfolio, choice: Choice, differences: Sequence[Difference]) -> None:
        super().__init__(portfolio, choice)
        self._differences = differences

    def occupied(self) -> set[Cell]:
        marked = {mark.cell for mark in changes.marks_of(self._differences)}
        return marked | {placement.cell for placement in self._portfolio.placements}

    def contents(self, widths: dict[str, float]) -> dict[Cell, cards.Content]:
        now = laid(self._portfolio)
        setter = self.canv.typesetter
        return changes.contents(self._portfolio.framework, self._differences, now, setter, widths)

    def ways(self, laid: Layout) -> list[list[Point]]:
        """From each card that is drawn twice to itself."""
        drawn = {each.card.id: End(field, each.box) for field in laid.fields for each in field.cards}
        numbers = range(1, len(self._differences) + 1)
        both = [(drawn.get(f"{number} {WAS}"), drawn.get(f"{number} {MOVED}")) for number in numbers]
        found = [(start, end) for start, end in both if start and end]
        return [arrows.way(laid, start, end, lane) for lane, (start, end) in enumerate(found)]

    def draw_card(self, laid: Laid, row: int) -> None:  # noqa: ARG002 - no role has a colour here
        card, box = laid
        bottom = self.from_top(box.bottom)
        draw_mark(self.canv, card.form, box, bottom)
        self._draw_number(card, box)
        self.write(card.title, box.x + changes.NUMBER, box.y + cards.PADDING)

    def _draw_number(self, card: cards.Card, box: Box) -> None:
        x, y = box.x + changes.NUMBER / 2, self.from_top(box.y + box.height / 2)
        draw_disc(self.canv, card.form, x, y, _DISC)
        colour = MUTED if card.form in (WAS, LEFT) else PAPER
        number = Span(card.id.partition(" ")[0], bold=True, colour=colour)
        line = self.canv.typesetter.one_line(number, layout.LABELS)
        left = x - line.width * _NUMBER.size / 2
        draw_lines(self.canv, [line], left, y + _NUMBER.leading / 2, _NUMBER)


class _Legend(Legend):
    def draw_sign(self, form: str, box: Box, y: float) -> None:
        draw_mark(self.canv, form, box, y)


def _forms(differences: Iterable[Difference]) -> Iterator[tuple[str, str]]:
    found = {mark.form for mark in changes.marks_of(differences)}
    words = {
        WAS: _("where it lay then"),
        MOVED: _("where it lies now"),
        CAME: _("new on the board"),
        LEFT: _("not on the board any more"),
        OTHERWISE: _("in the same cell, but otherwise"),
    }
    return ((form, told) for form, told in words.items() if form in found)
