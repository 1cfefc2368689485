"""Work beside the window's thread: it gets values and returns a value."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from coachapp.errors import CoachError


class Task(QObject):
    """One piece of background work. `done(result)` or `failed(CoachError)` come in the window's thread.

    It belongs to the application, so that it outlives the widget that started it.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._ended.connect(self._on_ended)

    _ended = Signal(object, object)

    def start(self, pool: QThreadPool | None = None) -> "Task":
        (pool or QThreadPool.globalInstance()).start(self._run)
        return self

    def _run(self) -> None:
        try:
            self._ended.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001 - the boundary: a thread must hand over what it met
            self._ended.emit(None, error)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if error is None:
            self.done.emit(result)
        elif isinstance(error, CoachError):
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
