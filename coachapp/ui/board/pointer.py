"""One state machine for mouse, touch and pen: a press becomes a click, a drag or a push of the board."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal

_IDLE: Final = "idle"


class Pointer(QObject):
    """Points are the viewport's. A drag is cancelled by a second finger, Esc and loss of focus."""

    clicked = Signal(QPointF, object)
    drag_started = Signal(QPointF)
    dragged = Signal(QPointF, object)
    dropped = Signal(QPointF, object)
    cancelled = Signal()
    pushed = Signal(QPointF)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = _IDLE
        self._start = self._last = QPointF()
        self._slop = 0.0
        self._then = ""

    @property
    def is_dragging(self) -> bool:
        return self._state == "drag"

    def press(self, at: QPointF, then: str, slop: float) -> None:
        """`then` is what moving further than `slop` pixels becomes: "drag", "push" or nothing ("")."""
        self._state, self._then = "press", then
        self._start, self._last, self._slop = at, at, slop

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self._state == "drag":
            self.dragged.emit(at, modifiers)
        elif self._state == "press" and self._then and self._is_far(at):
            self._state = self._then
            if self._state == "drag":
                self.drag_started.emit(self._start)
                self.dragged.emit(at, modifiers)
        if self._state == "push":
            self.pushed.emit(at - self._last)
            self._last = at

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        state, self._state = self._state, _IDLE
        if state == "drag":
            self.dropped.emit(at, modifiers)
        elif state == "press":
            self.clicked.emit(at, modifiers)

    def cancel(self) -> None:
        state, self._state = self._state, _IDLE
        if state == "drag":
            self.cancelled.emit()

    def _is_far(self, at: QPointF) -> bool:
        return (at - self._start).manhattanLength() > self._slop
