"""A drag under way: the picture under the pointer, the place below it, scrolling at the edges."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea

from coachapp.ui.board import overlay
from coachapp.ui.board.cards import Card
from coachapp.ui.board.hand import DRAGGED, Hand, Held
from coachapp.ui.board.overlay import Dragged
from coachapp.ui.board.scene import Scene

_EDGE = 28
_PUSH = 14
_TICK = 16


class Drag(QObject):
    def __init__(self, view: QAbstractScrollArea, hand: Hand) -> None:
        super().__init__(view)
        self._view, self._hand = view, hand
        self._picture: Dragged | None = None
        self._scene: Scene | None = None
        self._at = QPointF()
        self._area = QRect()
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self._scroll)

    def start(self, scene: Scene, at: QPointF, cards: list[Card], lead: Card) -> None:
        """Lift these cards, by the one that was pressed."""
        rect = scene.card_rect(lead)
        pixmap = _picture(scene, lead, rect, self._view.viewport().devicePixelRatioF())
        self._picture = Dragged(pixmap, at - rect.topLeft(), len(cards), copies=False)
        self._hand.take(DRAGGED, [lead, *(card for card in cards if card is not lead)])

    def move(self, scene: Scene, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer: paint what it left and what it came to, and nothing else."""
        picture = self._picture
        if picture is None:
            return
        copies = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if copies != picture.copies:
            self._picture = picture = picture._replace(copies=copies)
        self._at, self._scene = at, scene
        viewport, area = self._view.viewport(), picture.rect(at).toAlignedRect()
        viewport.update(self._area.united(area) if self._area.intersects(area) else self._area)
        viewport.update(area)
        self._area = area
        self._hand.over(scene.place_at(at))
        near_edge = not viewport.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(at.toPoint())
        if near_edge != self._ticks.isActive():
            self._ticks.start() if near_edge else self._ticks.stop()

    def drop(self) -> tuple[Held, QRectF] | None:
        """End it; what was held and where it was let loose, if that was over a place."""
        held, picture, place = self._hand.held, self._picture, self._hand.target
        self.stop()
        if held is None or picture is None or place is None:
            return None
        copied = Held(held.way, held.cards, copies=picture.copies)
        return copied, QRectF(self._at - picture.grip, picture.pixmap.deviceIndependentSize())

    def stop(self) -> None:
        self._ticks.stop()
        self._picture = None
        self._view.viewport().update()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        if self._picture is not None:
            overlay.paint_dragged(painter, self._picture, self._at, scene.tray.measures)

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
