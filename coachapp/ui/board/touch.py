"""Fingers and pens, told to the pointer as a mouse would be; two fingers pinch."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QTabletEvent, QTouchEvent

from coachapp.ui.board.pointer import Pointer

_PEN: Final = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
_TOUCH: Final = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


class Touch(QObject):
    """`pressed(point, device)` asks the view to press its pointer; `pinched(factor)` zooms."""

    pressed = Signal(QPointF, str)
    pinched = Signal(float)

    def __init__(self, pointer: Pointer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pointer = pointer
        self._apart = 0.0
        self._several = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the events of fingers and pens from the viewport."""
        if isinstance(event, QTouchEvent) and event.type() in _TOUCH:
            self._on_touch(event)
        elif isinstance(event, QTabletEvent) and event.type() in _PEN:
            self._on_pen(event)
        elif (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.pinched.emit(1 + event.value())
        else:
            return super().eventFilter(watched, event)
        event.accept()
        return True

    def _on_pen(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self.pressed.emit(event.position(), "pen")
        elif event.type() == QEvent.Type.TabletMove:
            self._pointer.move(event.position(), event.modifiers())
        else:
            self._pointer.release(event.position(), event.modifiers())

    def _on_touch(self, event: QTouchEvent) -> None:
        points = [point.position() for point in event.points()]
        if event.type() == QEvent.Type.TouchBegin:
            self._several, self._apart = False, 0.0
        if len(points) > 1:
            self._several = True
            self._pointer.cancel()
            self._pinch(points)
        elif event.type() == QEvent.Type.TouchBegin:
            self.pressed.emit(points[0], "touch")
        elif event.type() == QEvent.Type.TouchCancel:
            self._pointer.cancel()
        elif self._several:
            self._apart = 0.0
        elif event.type() == QEvent.Type.TouchUpdate:
            self._pointer.move(points[0], event.modifiers())
        else:
            self._pointer.release(points[0], event.modifiers())

    def _pinch(self, points: list[QPointF]) -> None:
        way = points[0] - points[1]
        apart = (way.x() ** 2 + way.y() ** 2) ** 0.5
        if self._apart and apart:
            self.pinched.emit(apart / self._apart)
        self._apart = apart
