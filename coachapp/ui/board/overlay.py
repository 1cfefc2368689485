"""The layer above: selection and focus, the place a card would go to, cards that move."""

from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from coachapp.ui import theme

MARGIN: Final = 11  # pixels around a lifted card, for its shadow and badge
FOCUS: Final = 2.5  # pixels from what has the keyboard to the middle of its ring
_TINT: Final = 0.1
_SHADOW: Final = ((3, 18), (1, 34))


def lifted(card: QPixmap, badge: str, font: QFont) -> QPixmap:
    """The picture of a dragged card: raised, with a badge such as how many there are."""
    ratio, size = card.devicePixelRatioF(), card.deviceIndependentSize()
    picture = QPixmap((size.grownBy(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(QPointF(MARGIN, MARGIN), size)
    _paint_shadow(painter, place)
    painter.drawPixmap(place.topLeft(), card)
    if badge:
        _paint_badge(painter, place, badge, font)
    painter.end()
    return picture


def paint_target(painter: QPainter, rect: QRectF) -> None:
    accent = QColor(theme.current().accent)
    painter.setPen(QPen(accent, 2))
    accent.setAlphaF(_TINT)
    painter.setBrush(accent)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.CELL_RADIUS, theme.CELL_RADIUS)


def paint_chosen(painter: QPainter, rect: QRectF, *, picked: bool) -> None:
    """A selected card; one that is picked up is tinted as well."""
    accent = QColor(theme.current().accent)
    painter.setPen(QPen(accent, 2))
    accent.setAlphaF(_TINT if picked else 0)
    painter.setBrush(accent)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.CARD_RADIUS, theme.CARD_RADIUS)


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """A ring around what has the keyboard."""
    radius = theme.CARD_RADIUS + FOCUS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().ink), 2))
    painter.drawRoundedRect(rect.adjusted(-FOCUS, -FOCUS, FOCUS, FOCUS), radius, radius)


def _paint_shadow(painter: QPainter, card: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, strength in _SHADOW:
        painter.setBrush(QColor(0, 0, 0, strength))
        painter.drawRoundedRect(card.adjusted(-spread + 1, 1, spread - 1, spread + 1), 9, 9)


def _paint_badge(painter: QPainter, card: QRectF, badge: str, font: QFont) -> None:
    side = 2.0 * MARGIN
    circle = QRectF(card.right() - MARGIN, card.top() - MARGIN, side, side)
    painter.setBrush(QColor(theme.current().accent))
    painter.drawEllipse(circle)
    painter.setPen(QColor(theme.current().on_accent))
    painter.setFont(font)
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), badge)
