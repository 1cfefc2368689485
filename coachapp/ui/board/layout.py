"""Where everything lies: pure geometry, from left to right; the camera scrolls and mirrors it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from coachapp.domain.portfolio import ASIDE
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.measures import Measures


class Span(NamedTuple):
    start: float
    size: float

    @property
    def end(self) -> float:
        return self.start + self.size


class Room(NamedTuple):
    """What there is to fill: the view's size; `tray`, `entry`, `side` and `head` are what stays put.

    The height of the heads follows from their texts, once the columns are known.
    """

    width: float
    height: float
    tray: float
    entry: float
    side: float
    head: float = 0


@dataclass(slots=True)
class Contents:
    """What lies where; `filled` says how much lies there, also while it is not shown."""

    roles: Sequence[str]
    levels: Sequence[str]
    cards: Callable[[Place], Sequence[Card]]
    filled: Callable[[Place], int]
    side_height: Callable[[int], float]
    head_height: Callable[[Sequence[float]], float]


class Sizes(NamedTuple):
    """Measures and heights of cards in the tray, or in the cells."""

    measures: Measures
    height: Callable[[Card, float], float]


@dataclass(slots=True)
class Layout:
    """Rectangles in content coordinates; `more` holds how many cards a place has no room for."""

    room: Room
    rows: list[Span] = field(default_factory=list)
    columns: list[Span] = field(default_factory=list)
    places: dict[Place, QRectF] = field(default_factory=dict)
    cards: dict[str, QRectF] = field(default_factory=dict)
    more: dict[Place, tuple[QRectF, int]] = field(default_factory=dict)
    width: float = 0
    height: float = 0
    tray_height: float = 0
    gutter: float = 0
    cells: tuple[Cell, ...] = ()

    def place_at(self, point: QPointF) -> Place | None:
        """The place at a point in content coordinates."""
        if point.x() < self.room.tray:
            return next((aside for aside in ASIDE if self.places[aside].contains(point)), None)
        row, column = _found(self.rows, point.y()), _found(self.columns, point.x())
        return self.cells[row * len(self.columns) + column] if row >= 0 and column >= 0 else None


def _found(spans: Sequence[Span], at: float) -> int:
    number = bisect_right(spans, at, key=lambda span: span.start) - 1
    return number if number >= 0 and at < spans[number].end else -1
