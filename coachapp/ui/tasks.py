"""Work beside the window's thread: it gets values and returns a value."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from shiboken6 import isValid

from coachapp.errors import CoachError


class Task(QObject):
    """One piece of background work. `done(result)` or `failed(CoachError)` come in the window's thread.

    `ended` follows them, and comes after a bug too, which goes to the last resort (`sys.excepthook`).
    It belongs to the application, so that it outlives the widget that started it. Qt drops a method with its
    widget, but not a lambda: with an `owner`, neither `done` nor `failed` comes any more when that is gone.
    """

    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[], Any], owner: QObject | None = None) -> None:
        super().__init__(QCoreApplication.instance())
        self._work, self._owner = work, owner
        self._came_back.connect(self._on_came_back)

    _came_back = Signal(object, object)

    def start(self, pool: QThreadPool | None = None) -> "Task":
        (pool or QThreadPool.globalInstance()).start(self._run)
        return self

    def _run(self) -> None:
        try:
            self._came_back.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001 - the boundary: a thread must hand over what it met
            self._came_back.emit(None, error)

    def _on_came_back(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if error and not isinstance(error, CoachError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif self._owner is None or isValid(self._owner):
            self.failed.emit(error) if error else self.done.emit(result)
        self.ended.emit()
