"""History: every step by day, and the board as it was at the end of that day beside what changed since."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QListView, QVBoxLayout

from coachapp import formats, i18n
from coachapp.domain import history
from coachapp.domain.history import Change
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups.preview import Preview
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files, OpenFile
    from coachapp.ui.window import PortfolioWindow


class HistoryDialog(QDialog):
    """`forget_requested(day)`: what was before this day should no longer be told."""

    forget_requested = Signal(str)

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("History"))
        self._now = window.editor.portfolio
        self._changes: tuple[Change, ...] = ()
        self._days: list[str] = []
        self._turn = 0
        self.steps = QListView(self)
        self.steps.setAccessibleName(_("What was changed"))
        self.steps.setModel(QStringListModel(self))
        self.steps.setUniformItemSizes(True)
        self.steps.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.steps.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setLocale(QLocale(i18n.language()))
        self.day.setAccessibleName(_("The board as on this day"))
        self.day.setDisplayFormat("d MMMM yyyy")
        self.notice = Notice(self)
        self.preview = Preview(window.choices.settings, self)
        self.forget = buttons.quiet(_("Forget what was before this day…"), self._on_forget, parent=self)
        self.forget.setEnabled(False)
        self.forget.setVisible(not window.editor.read_only)
        self._lay_out()
        self.finished.connect(self._on_finished)
        task = Task(lambda: files.past.history(file))
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_read(self, changes: tuple[Change, ...]) -> None:
        self._changes = changes
        newest = tuple(reversed(changes))
        self._days = [change.day for change in newest]
        model = self.steps.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([_row(change) for change in newest])
        if not changes:
            self.notice.say(_("Nothing has been changed yet. Each change will be listed here."))
            return
        self.steps.selectionModel().currentChanged.connect(self._on_step)
        self.day.dateChanged.connect(lambda: self._show(self._chosen))
        self.steps.setCurrentIndex(model.index(0, 0))
        self.steps.setFocus()

    def _on_failed(self, error: CoachError) -> None:
        self.notice.say(error.text())

    @property
    def _chosen(self) -> str:
        return self.day.date().toString(Qt.DateFormat.ISODate)

    def _on_step(self, index: QModelIndex) -> None:
        day = self._days[index.row()]
        date = QDate.fromString(day, Qt.DateFormat.ISODate)
        if date != self.day.date():
            self.day.setDate(date)
        else:
            self._show(day)

    def _show(self, day: str) -> None:
        """Beside the window's thread: a long history of a large portfolio takes its time."""
        self._turn += 1
        turn, now, changes = self._turn, self._now, self._changes
        task = Task(lambda: history.as_on(now, changes, day))
        task.done.connect(lambda then: self._on_built(turn, then))
        task.failed.connect(self._on_failed)
        task.start()

    def _on_built(self, turn: int, then: Portfolio) -> None:
        if turn == self._turn:
            self.preview.show_difference(then, self._now)
            self.forget.setEnabled(any(day < self._chosen for day in self._days))

    def _on_forget(self) -> None:
        self.accept()
        self.forget_requested.emit(self._chosen)

    def _on_finished(self) -> None:
        self._turn += 1
        self.deleteLater()

    def _lay_out(self) -> None:
        at = QHBoxLayout()
        at.addWidget(labels.text(_("The board as on"), self))
        at.addWidget(self.day, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space())
        left.addWidget(labels.heading(_("What was changed"), self))
        left.addWidget(self.steps, 1)
        left.addWidget(self.notice)
        right = QVBoxLayout()
        right.addLayout(at)
        right.addWidget(self.preview, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.space(2))
        sides.addLayout(left, 2)
        sides.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.addLayout(sides, 1)
        ways = QHBoxLayout()
        ways.addWidget(self.forget)
        ways.addStretch(1)
        ways.addWidget(buttons.ordinary(_("Close"), self.accept, parent=self))
        column.addLayout(ways)
        fitting.open_at(self, 172, 104)


def _row(change: Change) -> str:
    """Such as "3 March 2026 14:05 · Place “MR-lid”"."""
    return f"{formats.day(change.day)} {change.at[11:16]} · {' '.join(change.label.split())}"
