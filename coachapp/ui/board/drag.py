"""A drag under way: the picture under the pointer, the place below it, scrolling at the edges."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea

from coachapp.ui.board import overlay
from coachapp.ui.board.cards import Card
from coachapp.ui.board.hand import DRAGGED, Hand, Held
from coachapp.ui.board.measures import bold
from coachapp.ui.board.scene import Scene

_EDGE = 28
_PUSH = 14
_TICK = 16
_COPY = "+"


class Drag(QObject):
    def __init__(self, view: QAbstractScrollArea, hand: Hand) -> None:
        super().__init__(view)
        self.area = QRect()
        self._view, self._hand = view, hand
        self._card = self._picture = QPixmap()
        self._badge = ""
        self._font = QFont()
        self._grip, self._at = QPointF(), QPointF()
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self._scroll)

    @property
    def copies(self) -> bool:
        return self._badge == _COPY

    def start(self, scene: Scene, at: QPointF, cards: list[Card], lead: Card) -> None:
        """Lift these cards, by the one that was pressed."""
        rect = scene.card_rect(lead)
        self._card = _picture(scene, lead, rect, self._view.viewport().devicePixelRatioF())
        self._font = bold(scene.tray.measures.small_font)
        self._grip = at - rect.topLeft()
        self._hand.take(DRAGGED, [lead, *(card for card in cards if card is not lead)])
        self._lift(copies=False)

    def move(self, scene: Scene, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer: paint what it left and what it came to, and nothing else."""
        if self._picture.isNull():
            return
        copies = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if copies != self.copies:
            self._lift(copies=copies)
        self._at, before = at, self.area
        viewport, self.area = self._view.viewport(), self._rect().toAlignedRect()
        viewport.update(before)
        viewport.update(self.area)
        self._hand.over(scene.place_at(at))
        near_edge = not viewport.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(at.toPoint())
        if near_edge != self._ticks.isActive():
            self._ticks.start() if near_edge else self._ticks.stop()

    def drop(self) -> tuple[Held, QRectF] | None:
        """End it; what was held and where it was let loose, if that was over a place."""
        held, place, copies = self._hand.held, self._hand.target, self.copies
        at = QRectF(self._at - self._grip, self._card.deviceIndependentSize())
        lifted = not self._picture.isNull()
        self.stop()
        if held is None or place is None or not lifted:
            return None
        return Held(held.way, held.cards, copies=copies), at

    def stop(self) -> None:
        self._ticks.stop()
        self._card = self._picture = QPixmap()
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if not self._picture.isNull():
            painter.drawPixmap(self._rect().topLeft(), self._picture)

    def _lift(self, *, copies: bool) -> None:
        many = len(self._hand.held.cards) if self._hand.held else 1
        self._badge = _COPY if copies else str(many) if many > 1 else ""
        self._picture = overlay.lifted(self._card, self._badge, self._font)

    def _rect(self) -> QRectF:
        """All of the screen that the picture covers."""
        margin = QPointF(overlay.MARGIN, overlay.MARGIN)
        return QRectF(self._at - self._grip - margin, self._picture.deviceIndependentSize())

    def _scroll(self) -> None:
        """While the pointer is at an edge, bring what lies beyond it into view."""
        rect, at = self._view.viewport().rect(), self._at
        down = (at.y() > rect.bottom() - _EDGE) - (at.y() < rect.top() + _EDGE)
        across = (at.x() > rect.right() - _EDGE) - (at.x() < rect.left() + _EDGE)
        for bar, way in ((self._view.verticalScrollBar(), down), (self._view.horizontalScrollBar(), across)):
            bar.setValue(bar.value() + way * _PUSH)


def _picture(scene: Scene, card: Card, rect: QRectF, ratio: float) -> QPixmap:
    pixmap = QPixmap((rect.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    mirrored = scene.camera.mirrored
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    scene.face(card).paint(painter, QRectF(QPointF(), rect.size()), card)
    painter.end()
    return pixmap
