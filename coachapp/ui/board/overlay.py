"""The layer above: selection and focus, the place a card would go to, cards that move."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from coachapp.ui import theme
from coachapp.ui.board.measures import Measures, bold

_BADGE = 22.0


class Dragged(NamedTuple):
    """The picture under the pointer; `grip` is where the hand holds it."""

    pixmap: QPixmap
    grip: QPointF
    many: int
    copies: bool

    def rect(self, at: QPointF) -> QRectF:
        """All of the screen that it covers."""
        size = self.pixmap.deviceIndependentSize()
        return QRectF(at - self.grip, size).adjusted(-4, -_BADGE / 2 - 1, _BADGE / 2 + 1, 6)


def paint_target(painter: QPainter, rect: QRectF) -> None:
    accent = QColor(theme.current().accent)
    painter.setPen(QPen(accent, 2))
    accent.setAlphaF(0.1)
    painter.setBrush(accent)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.CELL_RADIUS, theme.CELL_RADIUS)


def paint_chosen(painter: QPainter, rect: QRectF, *, picked: bool) -> None:
    """A selected card; one that is picked up has a double edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().accent), 2))
    painter.drawRoundedRect(rect.adjusted(0, 0, 0, 0), theme.CARD_RADIUS, theme.CARD_RADIUS)
    if picked:
        painter.setPen(QPen(QColor(theme.current().accent), 1))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), theme.CARD_RADIUS + 2, theme.CARD_RADIUS + 2)


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().ink), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.CARD_RADIUS, theme.CARD_RADIUS)


def paint_dragged(painter: QPainter, dragged: Dragged, at: QPointF, measures: Measures) -> None:
    """The card, lifted; with how many there are, or a plus for a copy."""
    corner = at - dragged.grip
    card = QRectF(corner, dragged.pixmap.deviceIndependentSize())
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, strength in ((3, 18), (1, 34)):
        painter.setBrush(QColor(0, 0, 0, strength))
        painter.drawRoundedRect(card.adjusted(-spread + 1, 1, spread - 1, spread + 1), 9, 9)
    painter.drawPixmap(corner, dragged.pixmap)
    badge = "+" if dragged.copies else str(dragged.many) if dragged.many > 1 else ""
    if badge:
        circle = QRectF(card.right() - _BADGE / 2, card.top() - _BADGE / 2, _BADGE, _BADGE)
        painter.setBrush(QColor(theme.current().accent))
        painter.drawEllipse(circle)
        painter.setPen(QColor(theme.current().on_accent))
        painter.setFont(bold(measures.small_font))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), badge)
