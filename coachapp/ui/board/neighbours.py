"""Which place lies beside which, for the arrow keys."""

from collections.abc import Sequence

from coachapp.domain.portfolio import ASIDE
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Place


def beside(place: Place, across: int, down: int, roles: Sequence[str], levels: Sequence[str]) -> Place:
    """The place one step on; the tray lies before the first level. At an edge: the place itself."""
    if not isinstance(place, Cell):
        if across > 0:
            return Cell(roles[0], levels[0])
        return ASIDE[_within(ASIDE.index(place) + down, len(ASIDE))]
    row, column = roles.index(place.role) + down, levels.index(place.level) + across
    if column < 0:
        return ASIDE[0]
    return Cell(roles[_within(row, len(roles))], levels[_within(column, len(levels))])


def _within(number: int, count: int) -> int:
    return max(0, min(number, count - 1))
