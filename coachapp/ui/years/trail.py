"""The path of a card over the years, from cell to cell, with the year in which it came there."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from coachapp.domain.values import Cell
from coachapp.domain.years import Board
from coachapp.ui import theme
from coachapp.ui.board.measures import Measures

_LINE: Final = 3
_SEEN: Final = 0.8  # the cards under it can be read
_HEAD: Final = 11.0
_AROUND: Final = (26.0, 14.0)  # from the middle of a year to beside and above it


class Stop(NamedTuple):
    cell: Cell
    year: str


def stops(every: Sequence[tuple[str, Board]], key: str, cells: frozenset[Cell]) -> tuple[Stop, ...]:
    """Where this card came to lie, as far as the board still has those cells; days with their boards."""
    found: list[Stop] = []
    for day, board in every:
        card = board.get(key)
        if card and card.cell in cells and (not found or found[-1].cell != card.cell):
            found.append(Stop(card.cell, day[:4]))
    return tuple(found)


def paint(painter: QPainter, font: QFont, way: Sequence[tuple[QRectF, str]]) -> None:
    """Through these cells, each with its year."""
    points = _spread([rect for rect, _year in way])
    colour = QColor(theme.current().accent)
    colour.setAlphaF(_SEEN)
    for start, end in pairwise(points):
        _paint_step(painter, start, end, colour)
    small = Measures.of(font, theme.SMALL).font
    for point, (_rect, year) in zip(points, way, strict=True):
        _paint_stop(painter, point, year, small)


def _spread(cells: Sequence[QRectF]) -> list[QPointF]:
    """In the lower part of each cell; a cell that is come to again gets its points beside each other."""
    found: list[QPointF] = []
    for number, rect in enumerate(cells):
        before = sum(rect == other for other in cells[:number])
        wide = min(rect.width() / 4, 44.0)
        x = rect.center().x() + wide * (before - sum(rect == other for other in cells) / 2 + 0.5)
        found.append(QPointF(x, rect.bottom() - min(18.0, rect.height() / 3)))
    return found


def _paint_step(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    """A line with its head before the year that it leads to."""
    long = math.hypot(end.x() - start.x(), end.y() - start.y())
    if not long:
        return
    ahead = (end - start) / long
    free = min(_AROUND[0] / max(abs(ahead.x()), 0.01), _AROUND[1] / max(abs(ahead.y()), 0.01))
    tip, across = end - ahead * min(free, long / 2), QPointF(-ahead.y(), ahead.x()) * _HEAD * 0.5
    painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, tip - ahead * _HEAD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, tip - ahead * _HEAD + across, tip - ahead * _HEAD - across]))


def _paint_stop(painter: QPainter, at: QPointF, year: str, font: QFont) -> None:
    """The year in a pill, so that it reads over any card."""
    metrics, look = QFontMetricsF(font), theme.current()
    wide, high = metrics.horizontalAdvance(year or "·") + 12, metrics.height() + 3
    pill = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
    painter.setPen(QPen(QColor(look.accent), 1.5))
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(QColor(look.ink))
    painter.setFont(font)
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), year or "·")
