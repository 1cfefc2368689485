"""What the pages share that make a new file beside the window's thread: where it goes, and how to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, endings, theme
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task


class Stopped(CoachError):
    def _template(self) -> str:
        return _("Stopped. No new file was made.")


class MakingPage(QWidget):
    """`left` asks to go back. `go` calls `_on_go`; who leaves the page stops what is under way.

    `name` is the file that is read, `new` the name that the new one gets, `verb` what is done.
    """

    left = Signal()

    def __init__(
        self, name: str, new: str, verb: str, parent: QWidget | None = None, ending: str = endings.PORTFOLIO
    ) -> None:
        super().__init__(parent)
        self._stopping = Event()
        self.notice = Notice(self)
        self.place = PlaceField(parent=self, ending=ending)
        self.place.follow(new)
        self.go = buttons.primary(verb, self._on_go, "saved", self)
        self.cancel = buttons.ordinary(_("Cancel"), self.stop, parent=self)
        self._back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("Reading {name}").format(name=name))
        self._ways = QHBoxLayout()
        for button in (self.go, self.cancel):
            self._ways.addWidget(button)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)

    def stop(self) -> None:
        """Stop reading; what there is of the new file goes."""
        self._stopping.set()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.stop()
        super().hideEvent(event)

    def _on_go(self) -> None:
        raise NotImplementedError

    def _make(self, work: Callable[[Callable[[], None]], object]) -> Task:
        """Begin; the work gets a step to take often, which ends it when it has to stop."""
        stopping = self._stopping = Event()
        return self._work(Task(lambda: work(lambda: _go_on(stopping))))

    def _work(self, task: Task) -> Task:
        self.notice.hide()
        self._busy(on=True)
        task.failed.connect(self._on_failed)
        return task.start()

    def _on_failed(self, error: CoachError) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.notice.say(error.text())
            self.go.setFocus()

    def _on_escape(self) -> None:
        if self._progress.isVisible():
            self.stop()
        else:
            self.left.emit()

    def _busy(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self.cancel.setVisible(on)
        for part in (self.go, self.place):
            part.setDisabled(on)

    def _lay_out(self, title: str, promise: str, *asked: QWidget) -> None:
        """`asked`: the parts above the place."""
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(title, self))
        column.addWidget(labels.text(promise, self))
        for part in asked:
            column.addWidget(part)
        column.addWidget(labels.heading(_("Where to save"), self))
        for part in (self.place, self._progress):
            column.addWidget(part)
        self._ways.addStretch(1)
        column.addLayout(self._ways)
        column.addStretch(1)


class LockedMakingPage(MakingPage):
    """`made(file)` ends it well: the new file is open, and `lock` says by what passphrase."""

    made = Signal(object)
    lock: LockFields

    def begin(self) -> None:
        self.lock.setFocus()

    def _lock_with(self, lock: LockFields) -> None:
        self.lock = lock
        lock.entered.connect(self._on_go)

    def _on_made(self, file: Any) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.made.emit(file)
        else:
            Task(file.close).start()

    def _busy(self, *, on: bool) -> None:
        super()._busy(on=on)
        self.lock.setDisabled(on)


def _go_on(stopping: Event) -> None:
    if stopping.is_set():
        raise Stopped
