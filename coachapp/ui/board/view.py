"""The board's events: mouse, finger, pen, wheel, keys, and what is dropped on it from elsewhere."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.board import clicks, keys
from coachapp.ui.board.hand import AIMING, PICKED
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.table import Table
from coachapp.ui.board.touch import Touch

_MORE_SLOP_BY_TOUCH = 2
_WHEEL_ZOOM = 1.15
_Flag = QItemSelectionModel.SelectionFlag


class BoardView(Table):
    def __init__(
        self,
        model: BoardModel,
        *,
        read_only: bool = False,
        reduced_motion: bool = False,
        show_hours: bool = False,
    ) -> None:
        super().__init__(model, read_only=read_only, reduced_motion=reduced_motion, show_hours=show_hours)
        self._again = False
        touch = Touch(self.pointer, self)
        touch.pressed.connect(self._press)
        touch.pinched.connect(self.zoom_requested)
        self.viewport().installEventFilter(touch)
        self.pointer.clicked.connect(self._on_clicked)
        self.pointer.drag_started.connect(self._on_drag_started)
        self.pointer.dragged.connect(lambda at, modifiers: self.drag.move(self.scene, at, modifiers))
        self.pointer.dropped.connect(self._on_dropped)
        self.pointer.cancelled.connect(self.cancel)
        self.pointer.pushed.connect(self._on_pushed)
        self.setAccessibleName(_("Board"))
        self.setAcceptDrops(not self.read_only)
        self.viewport().setAcceptDrops(not self.read_only)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # two fingers pinch here

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), "mouse")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.pointer.move(event.position(), event.modifiers())
        elif self.hand.is_(PICKED, AIMING):
            self.hand.over(self._landing(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.release(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.cancel()
        place = self.scene.place_at(event.position())
        if self.scene.card_at(event.position()):
            self.open_requested.emit()
        elif place is not None:
            self.type_into(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text():
            self.scrollTo(self.currentIndex())  # what a key does is seen
        if event.key() == Qt.Key.Key_Escape and self.pointer.is_dragging:
            self.pointer.cancel()
        elif not keys.press(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        room, at = self.scene.layout.room, event.position().x()
        at = self.viewport().width() - at if self.isRightToLeft() else at
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(_WHEEL_ZOOM if event.angleDelta().y() > 0 else 1 / _WHEEL_ZOOM)
            event.accept()
        elif at < room.tray:
            QApplication.sendEvent(self._tray_bar, event)
        else:
            QAbstractScrollArea.wheelEvent(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.menu_requested.emit(event.globalPos())
        else:
            at = self.visualRect(self.currentIndex()).center()
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.scrollTo(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.cancel()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.import_requested.emit(Path(files[0]) if files else event.mimeData().text())
        event.acceptProposedAction()

    def _press(self, at: QPointF, device: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.entries.close()
        card, modifiers = self.scene.card_at(at), QGuiApplication.keyboardModifiers()
        self._again = card in self.chosen_cards()
        if card and not modifiers and not self._again and not self.hand.is_(AIMING):
            self.hand.let_go()
            self.selectionModel().setCurrentIndex(self.board.at(card.id), _Flag.ClearAndSelect)
        slop = QApplication.startDragDistance() * (_MORE_SLOP_BY_TOUCH if device == "touch" else 1)
        movable = card is not None and not card.tried
        may_drag = movable and not self.read_only and not self.hand.is_(AIMING)
        self.pointer.press(at, "drag" if may_drag else "push" if device == "touch" else "", slop)

    def _on_clicked(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        clicks.click(self, at, modifiers, again=self._again)

    def _on_drag_started(self, at: QPointF) -> None:
        card = self.scene.card_at(at)
        if card:
            cards = self.chosen_cards()
            self.drag.start(self.scene, at, cards if card in cards else [card], card)

    def _on_dropped(self, _at: QPointF, _modifiers: Qt.KeyboardModifier) -> None:
        dropped, place = self.drag.drop(), self.hand.target
        self.hand.let_go()
        if dropped and place is not None:
            held, rect = dropped
            self.let_loose(held.cards, rect)
            if held.copies or any(card.place != place for card in held.cards):
                self.lay_requested.emit(held, place)

    def _on_pushed(self, by: QPointF) -> None:
        for bar, way in ((self.verticalScrollBar(), by.y()), (self.horizontalScrollBar(), by.x())):
            bar.setValue(bar.value() - round(way))

    def _landing(self, at: QPointF) -> Cell | str | None:
        """Where what is held would land at this point: not on a card, not where it lies already."""
        held, place = self.hand.held, self.scene.place_at(at)
        if held is None or place is None:
            return None
        if held.ambition:
            return place if isinstance(place, Cell) else None
        at_home = all(card.place == place for card in held.cards)
        return None if at_home or self.scene.card_at(at) else place
