"""The way of an ambition's arrow: only between the cells, so that no card's words are crossed."""

from typing import Final, NamedTuple

from coachapp.domain import insight
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.report.board.cards import deepens
from coachapp.report.board.layout import GAP, INSET, Box, Field, Layout

_LANE: Final = 2.2  # between arrows side by side
_LANES: Final = 3

Point = tuple[float, float]


class End(NamedTuple):
    """Where an arrow begins or ends."""

    field: Field
    box: Box

    @property
    def y(self) -> float:
        return self.box.y + min(self.box.height / 2, 12)


def ways(portfolio: Portfolio, layout: Layout) -> list[list[Point]]:
    """The corners of each arrow, from where an activity lies to where it would go."""
    found = (_ends(portfolio, layout, ambition) for ambition in portfolio.ambitions)
    return [way(layout, *ends, lane=number) for number, ends in enumerate(filter(None, found))]


def _ends(portfolio: Portfolio, layout: Layout, ambition: Ambition) -> tuple[End, End] | None:
    cells = insight.cells_of(portfolio, ambition.activity_id)
    origin = ambition.origin or next(iter(cells), None)
    if ambition.target is None or origin is None or deepens(portfolio, ambition):
        return None
    fields = {field.cell: field for field in layout.fields}
    start = _end(fields[origin], ambition.activity_id)
    return start, _end(fields[ambition.target], ambition.id)


def _end(field: Field, card_id: str) -> End:
    """The card in its cell, or the cell where the card isn't drawn."""
    box = next((laid.box for laid in field.cards if laid.card.id == card_id), None)
    inside = field.box
    cell = Box(inside.x + INSET, inside.y, inside.width - 2 * INSET, inside.height)
    return End(field, box or cell)


def way(layout: Layout, start: End, end: End, lane: int) -> list[Point]:
    """The corners of the arrow between them; those in other lanes run beside it."""
    shift = (lane % _LANES - _LANES // 2) * _LANE
    rightward = end.field.column >= start.field.column
    same = end.field.column == start.field.column
    leave = _gutter(layout, start.field.column + (1 if rightward else 0)) + shift
    enter = _gutter(layout, end.field.column + (1 if same or not rightward else 0)) + shift
    first = (start.box.right if rightward else start.box.x, start.y)
    last = (end.box.right if same or not rightward else end.box.x, end.y)
    corners = [(leave, start.y)]
    if abs(leave - enter) > _LANE * _LANES:
        between = _between_rows(layout, start.field.row, end.field.row) + shift
        corners += [(leave, between), (enter, between)]
    corners.append((enter, end.y))
    return [first, *corners, last]


def _gutter(layout: Layout, column: int) -> float:
    """The middle of the space left of a column, or right of the last one."""
    if column < len(layout.columns):
        return layout.columns[column][0] - GAP / 2
    left, width = layout.columns[-1]
    return left + width + GAP / 2


def _between_rows(layout: Layout, start: int, end: int) -> float:
    """The middle of the space beside the row an arrow goes to, on the side it comes from."""
    top, height = layout.rows[end]
    return top - GAP / 2 if start < end else top + height + GAP / 2
