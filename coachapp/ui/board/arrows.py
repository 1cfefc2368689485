"""The way an ambition's arrow takes: along the gutters between the cells, so that it crosses no title."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card
from coachapp.ui.board.layout import Layout, Span

_LANES = (0.0, -4.0, 4.0)
_HEAD = 8.0
_BEND = 5.0


class Arrow(NamedTuple):
    """A line with a head at its end, on the board's content."""

    ambition: Ambition
    line: QPainterPath
    head: QPolygonF


def arrows(layout: Layout, ambitions: Iterable[Ambition], cards: Iterable[Card]) -> Iterator[Arrow]:
    """An arrow for each ambition that goes from somewhere on the board to another cell of it."""
    bearers = {ambition.id: card for card in cards for ambition in card.ambitions}
    lanes: Counter[int] = Counter()
    for ambition in ambitions:
        start = _start(layout, ambition, bearers.get(ambition.id))
        if start and ambition.target and ambition.target != start[0]:
            points = _way(layout, *start, ambition.target, lanes)
            yield Arrow(ambition, _rounded(points), _head(points[-2], points[-1]))


def _start(layout: Layout, ambition: Ambition, card: Card | None) -> tuple[Cell, QRectF] | None:
    """Where the arrow leaves: the card (or the "+n more" it is behind), or the cell of origin."""
    if card and isinstance(card.place, Cell):
        rect = layout.cards.get(card.id)
        if rect is None and card.place in layout.more:
            rect = layout.more[card.place][0]
        return card.place, rect or layout.places[card.place]
    if ambition.origin and not ambition.activity_id:
        return ambition.origin, layout.places[ambition.origin]
    return None


def _way(layout: Layout, origin: Cell, rect: QRectF, target: Cell, lanes: Counter[int]) -> list[QPointF]:
    """The corners from the card's edge to the target's border."""
    here, there = layout.places[origin], layout.places[target]
    column = _number(layout.columns, here.left())
    wanted = _number(layout.columns, there.left())
    forward = wanted > column or (wanted == column and column == 0)
    out = _beside(layout, column, after=forward or wanted == column, lanes=lanes)
    at = QPointF(rect.right() if out > rect.left() else rect.left(), rect.top() + min(rect.height() / 2, 22))
    points = [at, QPointF(out, at.y())]
    from_right = wanted <= column
    into = out
    if abs(wanted - column) > 1:
        into = _beside(layout, wanted, after=from_right, lanes=lanes)
        above = there.top() if there.top() >= here.top() else there.bottom() + layout.gutter
        between = above - layout.gutter / 2 + _lane(lanes, -1 - round(above))
        points += [QPointF(out, between), QPointF(into, between)]
    entry = (
        there.top() + min(there.height() / 2, 26) + 3 * _lane(lanes, 1000 + round(there.top() + there.left()))
    )
    tip = there.right() if into > there.right() else there.left()
    return [*points, QPointF(into, entry), QPointF(tip, entry)]


def _beside(layout: Layout, column: int, *, after: bool, lanes: Counter[int]) -> float:
    """The middle of the gutter before or after a column, in a lane of its own."""
    span = layout.columns[column]
    middle = span.end + layout.gutter / 2 if after else span.start - layout.gutter / 2
    return middle + _lane(lanes, column + after)


def _lane(lanes: Counter[int], gutter: int) -> float:
    lanes[gutter] += 1
    return _LANES[(lanes[gutter] - 1) % len(_LANES)]


def _number(spans: list[Span], start: float) -> int:
    return next(number for number, span in enumerate(spans) if span.start >= start - 1)


def _rounded(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(corner + _toward(corner, before))
        path.quadTo(corner, corner + _toward(corner, after))
    path.lineTo(points[-1] + _toward(points[-1], points[-2]))
    return path


def _toward(start: QPointF, end: QPointF) -> QPointF:
    way = end - start
    length = abs(way.x()) + abs(way.y())
    return way * (min(_BEND, length / 2) / length) if length else QPointF()


def _head(before: QPointF, tip: QPointF) -> QPolygonF:
    back = _HEAD if before.x() > tip.x() else -_HEAD
    tip += QPointF(-back / 4, 0)
    return QPolygonF([tip, tip + QPointF(back, -_HEAD * 0.6), tip + QPointF(back, _HEAD * 0.6)])
