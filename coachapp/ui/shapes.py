"""The drawn signs: fonts may lack them, and no meaning hangs on colour alone.

Every shape is a path in the unit square, to be filled; `drawn` puts it in place. The paths are
kept and shared: map them, don't change them.
"""

import math
from collections.abc import Iterable
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPixmap,
    QPolygonF,
    QTransform,
)

_PIXELS: Final = (16, 24, 32, 48)


@cache
def role_shape(index: int) -> QPainterPath:
    """A role's own shape: circle, triangle, square, diamond, and then again from the start."""
    return (_circle, _triangle, _square, _diamond)[index % 4]()


@cache
def energy_sign(energy: str) -> QPainterPath:
    """An arrow up ("gives"), an arrow down ("costs"), a level line ("neutral"); else nothing."""
    arrow = _polygon(
        ((0.5, 0.04), (0.9, 0.48), (0.62, 0.48), (0.62, 0.96), (0.38, 0.96), (0.38, 0.48), (0.1, 0.48))
    )
    if energy == "costs":
        return QTransform(1, 0, 0, -1, 0, 1).map(arrow)
    if energy == "neutral":
        return _polygon(((0.08, 0.4), (0.92, 0.4), (0.92, 0.6), (0.08, 0.6)))
    return arrow if energy == "gives" else QPainterPath()


def recognition_sign(recognition: Iterable[str]) -> QPainterPath:
    """An open eye when somebody sees it, a closed one for "unseen"; nothing when nothing is chosen."""
    kinds = set(recognition)
    if not kinds:
        return QPainterPath()
    return _closed_eye() if kinds == {"unseen"} else _open_eye()


@cache
def lead_sign() -> QPainterPath:
    """A small flag, for what somebody leads."""
    pole = _polygon(((0.16, 0.04), (0.3, 0.04), (0.3, 0.96), (0.16, 0.96)))
    return pole.united(_polygon(((0.3, 0.08), (0.92, 0.31), (0.3, 0.56))))


@cache
def deepening_ring() -> QPainterPath:
    """A ring with an arrow head: the ambition to grow in the same cell."""
    arc = QPainterPath()
    arc.arcMoveTo(QRectF(0.12, 0.12, 0.76, 0.76), 60)
    arc.arcTo(QRectF(0.12, 0.12, 0.76, 0.76), 60, 290)
    return _stroked(arc, 0.14).united(_polygon(((0.5, 0.0), (0.86, 0.16), (0.56, 0.42))))


@cache
def letting_go() -> QPainterPath:
    """An arrow that leaves a bracket: the ambition to let something go."""
    bracket = QPainterPath(QPointF(0.5, 0.1))
    for x, y in ((0.12, 0.1), (0.12, 0.9), (0.5, 0.9)):
        bracket.lineTo(x, y)
    arrow = _polygon(
        ((0.34, 0.43), (0.64, 0.43), (0.64, 0.24), (0.98, 0.5), (0.64, 0.76), (0.64, 0.57), (0.34, 0.57))
    )
    return _stroked(bracket, 0.13).united(arrow)


@cache
def arriving() -> QPainterPath:
    """An arrow into a bracket: an ambition that comes from elsewhere."""
    bracket = QPainterPath(QPointF(0.5, 0.1))
    for x, y in ((0.88, 0.1), (0.88, 0.9), (0.5, 0.9)):
        bracket.lineTo(x, y)
    arrow = ((0.0, 0.43), (0.36, 0.43), (0.36, 0.24), (0.7, 0.5), (0.36, 0.76), (0.36, 0.57), (0.0, 0.57))
    return _stroked(bracket, 0.13).united(_polygon(arrow))


def status_band(status: str, width: float, height: float) -> QPainterPath:
    """The band along a card, in pixels: a step for "leaving", hollow for "exploring", else whole."""
    band = QPainterPath()
    band.addRoundedRect(QRectF(0, 0, width, height), width / 2, width / 2)
    if status == "leaving":
        step = QPainterPath()
        step.addRect(QRectF(width / 2, height / 2, width, height))
        return band.subtracted(step)
    if status == "exploring":
        hollow = QPainterPath()
        hollow.addRoundedRect(QRectF(1, 1, width - 2, height - 2), width / 2 - 1, width / 2 - 1)
        return band.subtracted(hollow)
    return band


def drawn(painter: QPainter, shape: QPainterPath, place: QRectF, colour: QColor | str) -> None:
    """Fill a unit shape into `place`."""
    transform = QTransform.fromTranslate(place.x(), place.y()).scale(place.width(), place.height())
    painter.fillPath(transform.map(shape), QColor(colour))


def icon(shape: QPainterPath, colour: QColor | str) -> QIcon:
    """The shape as an icon for buttons and menus."""
    result = QIcon()
    for size in _PIXELS:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn(painter, shape, QRectF(1, 1, size - 2, size - 2), colour)
        painter.end()
        result.addPixmap(pixmap)
    return result


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.04, 0.04, 0.92, 0.92))
    return path


def _triangle() -> QPainterPath:
    return _polygon(((0.5, 0.06), (1, 0.94), (0, 0.94)))


def _square() -> QPainterPath:
    return _polygon(((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)))


def _diamond() -> QPainterPath:
    return _polygon(((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)))


@cache
def _open_eye() -> QPainterPath:
    eye = _stroked(_lid(-0.1).united(_lid(1.1)), 0.1)
    eye.addEllipse(QPointF(0.5, 0.5), 0.16, 0.16)
    return eye


@cache
def _closed_eye() -> QPainterPath:
    lashes = QPainterPath()
    for degrees in (50, 90, 130):
        way = QPointF(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
        lashes.moveTo(QPointF(0.5, 0.3) + way * 0.34)
        lashes.lineTo(QPointF(0.5, 0.3) + way * 0.6)
    return _stroked(_lid(0.94), 0.1).united(_stroked(lashes, 0.1))


def _lid(height: float) -> QPainterPath:
    path = QPainterPath(QPointF(0.02, 0.5))
    path.quadTo(QPointF(0.5, height), QPointF(0.98, 0.5))
    return path


def _polygon(points: Iterable[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _stroked(path: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCurveThreshold(0.004)  # Qt flattens for pixels; this is a part of the unit square
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(path)
