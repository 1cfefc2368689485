"""Notices that nobody touches the program any more, or that the computer slept."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

MINUTE: Final = 60.0
ASLEEP: Final = 60.0  # seconds that the clock leaps while the computer sleeps, on every system
_OFTEN: Final = 2000  # milliseconds
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """`due` after `minutes()` without a key or mouse (0 is never), and after a sleep.

    `in_conversation`: while it says yes, only sleep counts.
    """

    due = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self.in_conversation: Callable[[], bool] = lambda: False
        self._touched, self._looked = time.monotonic(), time.time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_OFTEN)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._on_focus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.look()
            self._touched = time.monotonic()
        return False

    def look(self) -> None:
        """Tell if it is time."""
        now, touched = time.time(), self._touched
        slept = now - self._looked > ASLEEP
        self._looked = now
        minutes = 0 if self.in_conversation() else self._minutes()
        if slept or (minutes and time.monotonic() - touched > minutes * MINUTE):
            self._touched = time.monotonic()
            self.due.emit()

    def _on_focus(self, window: QWindow | None) -> None:
        """Listen to the window that has the keyboard only: all events of the program would be too many."""
        if window:
            window.installEventFilter(self)
