"""Saves each change at most a second after it, beside the window's thread; never asks."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from coachapp.document import Document
from coachapp.errors import CoachError
from coachapp.ui.editor import Editor
from coachapp.ui.open_file import OpenFile
from coachapp.ui.tasks import Task

PAUSE: Final = 400  # milliseconds between a change and its save, so that a burst is one save
RETRIES: Final = (5000, 10000, 20000, 40000, 60000)  # after each save that failed, and then the last


class Autosave(QObject):
    """`changed` follows each turn: unsaved, saved, or not to be saved since `failed_since`.

    Without a file (a guest's portfolio) it only tells whether there is something to lose.
    `closing`: it lets go of the file as soon as who listens is ready.
    """

    changed = Signal()
    closing = Signal()

    def __init__(self, editor: Editor, file: OpenFile | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document = editor.document
        self.file = file
        self._saving = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._saved_at = dt.datetime.now().astimezone()
        self.failed_since: dt.datetime | None = None
        self._failures = 0
        self.error: CoachError | None = None
        editor.changed.connect(self._on_changed)

    @property
    def is_saved(self) -> bool:
        return self._document.is_saved

    @property
    def saved_at(self) -> dt.datetime:
        """The time of now at most, also when the clock was set back."""
        return min(self._saved_at, dt.datetime.now().astimezone())

    def retry(self) -> None:
        """Try again now what failed."""
        if self.error:
            self.flush()

    def flush(self) -> None:
        """Save now, unless a save is under way: then what is left follows it."""
        self._timer.stop()
        if self._saving or self.is_saved or self.file is None:
            return
        file, before, after = self.file, self._document.saved, self._document.portfolio
        steps = self._document.unsaved()
        self._saving = True
        task = Task(lambda: file.save(before, after, steps))
        task.done.connect(lambda _nothing: self._on_saved(after))
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start(self._pool)

    def settle(self, then: Callable[[], object]) -> None:
        """Save what is left, and go on when it is saved or can't be."""
        if self.is_saved or self.error or self.file is None:
            then()
            return

        def look() -> None:
            if self.is_saved or self.error:
                self.changed.disconnect(look)
                then()

        self.changed.connect(look)
        self.flush()

    def adopt(self, file: OpenFile) -> None:
        """From now on this file, which holds the portfolio as it is, is where it is kept."""
        if file is not self.file:
            self.close()
            self.file = file
        self._on_saved(self._document.portfolio)
        self.changed.emit()

    def close(self) -> None:
        """Let go of the file; changes are no longer saved."""
        self._timer.stop()
        self._pool.waitForDone()
        self.closing.emit()
        if self.file:
            self.file.close()
        self.file = None

    def _on_changed(self) -> None:
        if self.file and not self._timer.isActive():
            self._timer.start(PAUSE)
        self.changed.emit()

    def _on_saved(self, portfolio: object) -> None:
        self._document.mark_saved(portfolio)  # type: ignore[arg-type]
        self._saved_at = dt.datetime.now().astimezone()
        self.failed_since = self.error = None
        self._failures = 0

    def _on_failed(self, error: CoachError) -> None:
        now = dt.datetime.now().astimezone()
        self.failed_since = min(self.failed_since or now, now)
        self._failures += 1
        self.error = error

    def _on_ended(self) -> None:
        self._saving = False
        if self.file and not self.is_saved:
            self._timer.start(self._pause())
        self.changed.emit()

    def _pause(self) -> int:
        return RETRIES[min(self._failures, len(RETRIES)) - 1] if self._failures else PAUSE
