"""The drawn signs of the views that the board's own cards don't have."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform


@cache
def clock() -> QPainterPath:
    face = QPainterPath()
    face.addEllipse(QRectF(0.08, 0.08, 0.84, 0.84))
    hands = QPainterPath(QPointF(0.5, 0.24))
    hands.lineTo(0.5, 0.52)
    hands.lineTo(0.7, 0.64)
    return _stroked(face).united(_stroked(hands))


@cache
def take_part_sign() -> QPainterPath:
    """A hand's width from the flag of who leads: the same flag, open."""
    pole = QPainterPath()
    pole.addRect(QRectF(0.16, 0.04, 0.14, 0.92))
    cloth = QPainterPath(QPointF(0.3, 0.12))
    for x, y in ((0.84, 0.32), (0.3, 0.54)):
        cloth.lineTo(x, y)
    return pole.united(_stroked(cloth, 0.09))


@cache
def person() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.32, 0.06, 0.36, 0.36))
    path.moveTo(0.16, 0.94)
    path.cubicTo(0.16, 0.36, 0.84, 0.36, 0.84, 0.94)
    path.closeSubpath()
    return path


@cache
def people() -> QPainterPath:
    one = QTransform.fromScale(0.62, 0.8).map(person())
    return one.translated(-0.04, 0.1).united(one.translated(0.42, 0.1))


@cache
def bubble() -> QPainterPath:
    """What somebody said."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.06, 0.12, 0.88, 0.58), 0.16, 0.16)
    tail = QPainterPath(QPointF(0.22, 0.66))
    for x, y in ((0.22, 0.96), (0.52, 0.66)):
        tail.lineTo(x, y)
    tail.closeSubpath()
    return path.united(tail)


def _stroked(path: QPainterPath, width: float = 0.12) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCurveThreshold(0.004)  # of the unit square
    return stroker.createStroke(path)
