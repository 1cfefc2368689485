"""A path across cells, as a role takes it: a light line under the cards, and the number of each stop."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from coachapp.domain.values import Cell
from coachapp.ui import theme
from coachapp.ui.board.measures import bold
from coachapp.ui.board.scene import Scene

_LINE: Final = 0.28  # of the accent, so that cards and arrows stay the clearest
_BADGE: Final = 20


def paint_trail(painter: QPainter, scene: Scene, cells: Sequence[Cell]) -> None:
    rects = [scene.camera.shown(scene.layout.places[cell]) for cell in cells if cell in scene.layout.places]
    if not rects:
        return
    m, accent = scene.tray.measures, QColor(theme.current().accent)
    accent.setAlphaF(_LINE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(accent, m.px(10), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([rect.center() for rect in rects]))
    for number, rect in enumerate(rects, 1):
        _paint_stop(painter, scene, rect, number)


def _paint_stop(painter: QPainter, scene: Scene, rect: QRectF, number: int) -> None:
    """The cell's edge in the accent, and its number on the near lower corner, clear of the cards."""
    m, current = scene.tray.measures, theme.current()
    painter.setPen(QPen(QColor(current.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.CELL_RADIUS, theme.CELL_RADIUS)
    corner = rect.bottomRight() if scene.camera.mirrored else rect.bottomLeft()
    inward = -m.px(6) if scene.camera.mirrored else m.px(6)
    badge = QRectF(0, 0, m.px(_BADGE), m.px(_BADGE))
    badge.moveCenter(corner + QPointF(inward, -m.px(5)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current.accent))
    painter.drawEllipse(badge)
    painter.setPen(QColor(current.on_accent))
    painter.setFont(bold(m.small_font))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(number))
