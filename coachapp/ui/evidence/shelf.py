"""Files that are taken into the open portfolio, one by one, beside the window's thread."""

import datetime as dt
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.autosave import Autosave
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.elsewhere import Elsewhere
from coachapp.ui.evidence.ways import EvidenceWays, Taken
from coachapp.ui.open_file import OpenFile
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task

Source = Path | Callable[[], bytes]


class Wanted(NamedTuple):
    """What should be taken in, as what; `older_id`: the evidence that it is a newer version of."""

    source: Source
    item: Evidence
    older_id: str = ""

    @property
    def owner(self) -> str:
        return self.item.activity_id or self.item.goal_id


class Shelf(QObject):
    """`changed` when another file is open or something else is under way; `progress(bytes)` of `current`.

    `failed(Evidence, CoachError)`: it was not taken in, or not saved elsewhere; `saved(Evidence)`: it was.
    """

    changed = Signal()
    progress = Signal(int)
    failed = Signal(object, object)
    saved = Signal(object)

    def __init__(self, editor: Editor, autosave: Autosave, ways: EvidenceWays, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._autosave, self.ways = editor, autosave, ways
        self._file = self._into = autosave.file
        self._waiting: deque[Wanted] = deque()
        self.current: Wanted | None = None
        self._stop = threading.Event()
        self.elsewhere = Elsewhere(ways, self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        autosave.changed.connect(self._on_autosave)
        autosave.closing.connect(self._on_closing)

    @property
    def file(self) -> OpenFile | None:
        return self._autosave.file

    def take(self, source: Source, item: Evidence, older_id: str = "") -> None:
        """Copy a file in; `item` says where it belongs."""
        today = dt.date.today().isoformat()  # noqa: DTZ011
        self._waiting.append(Wanted(source, replace(item, id=new_id(), added_on=today), older_id))
        self._next()

    def keep(self, name: str, data: bytes) -> Task:
        """Take in bytes that are no evidence; who asks lists them."""
        file, ways = self.file, self.ways
        assert file
        return Task(lambda: ways.take_bytes(file, name, data)).start(self._pool)

    def save_as(self, item: Evidence, path: Path) -> None:
        """Write a copy there, also when what it was asked in goes meanwhile."""
        file, ways = self.file, self.ways
        assert file

        def work() -> tuple[Evidence, Path, CoachError | None]:
            try:
                ways.save_as(file, item.digest, path)
            except CoachError as error:
                return item, path, error
            return item, path, None

        task = Task(work)
        task.done.connect(self._on_saved)
        task.start(self._pool)

    def _on_saved(self, found: tuple[Evidence, Path, CoachError | None]) -> None:
        item, path, error = found
        if error is None:
            content = _("The file “{name}”").format(name=item.name)
            listing.note(self._editor, "export", path.name, content)
            self.saved.emit(item)
        else:
            self.failed.emit(item, error)

    def cancel(self) -> None:
        """Take in nothing more."""
        self._waiting.clear()
        self._stop.set()

    def _next(self) -> None:
        file = self.file
        if self.current or not self._waiting or file is None:
            return
        wanted, stop, ways = self._waiting.popleft(), threading.Event(), self.ways
        self.current, self._stop, self._into = wanted, stop, file
        told = self.progress.emit

        def work() -> Taken:
            if isinstance(wanted.source, Path):
                return ways.take_in(file, wanted.source, told, lambda: not stop.is_set())
            return ways.take_bytes(file, wanted.item.name, wanted.source())

        task = Task(work)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start(self._pool)
        self.changed.emit()

    def _on_done(self, taken: Taken) -> None:
        wanted = self._end()
        if self._into is not self.file:  # another file is open by now, without these bytes
            self._waiting.appendleft(wanted)
            self._go_on()
            return
        item = replace(wanted.item, digest=taken.digest, size=taken.size)
        steps = [edits.add(item)]
        if wanted.older_id:
            steps.append(edits.change(Evidence, (wanted.older_id,), newer_id=item.id))
        self._editor.apply(_("Add “{name}”").format(name=item.name), edits.in_order(*steps))
        self._go_on()

    def _on_failed(self, error: CoachError) -> None:
        self.failed.emit(self._end().item, error)
        self._go_on()

    def _end(self) -> Wanted:
        assert self.current
        ended, self.current = self.current, None
        return ended

    def _go_on(self) -> None:
        self._next()
        self.changed.emit()

    def _on_autosave(self) -> None:
        if self._file is not self.file:
            self._file = self.file
            self.changed.emit()

    def _on_closing(self) -> None:
        """The file is closed next; what nothing refers to any more goes, if all else is saved."""
        self.cancel()
        self._pool.waitForDone()
        self.elsewhere.forget()
        file = self.file
        if file and not file.read_only and self._autosave.is_saved:
            self.ways.tidy(file)
