"""History: every step by day, and the board as it was at the end of that day beside what changed since."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout

from coachapp import formats
from coachapp.domain import history
from coachapp.domain.history import Change
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups.preview import Preview
from coachapp.ui.history.day import DayBar, today
from coachapp.ui.history.plan_of_day import PlanOfDay
from coachapp.ui.history.steps import StepsModel
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class HistoryDialog(QDialog):
    """`forget_requested(day)`: what was before this day should no longer be told."""

    forget_requested = Signal(str)

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("History"))
        self._now = window.editor.portfolio
        self._changes: tuple[Change, ...] = ()
        self._turn = 0
        self.model = StepsModel(self)
        self.steps = _list_of(self.model, self)
        self.bar = DayBar(self)
        self.bar.chosen.connect(self._show)
        self.strip, self.notice = Notice(self, sign="look"), Notice(self)
        self.preview = Preview(window.choices.settings, self)
        self.plan = PlanOfDay(window.editor, self)
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
        self.model.show_changes(changes)
        self.bar.offer(self.model.days)
        if not changes:
            self.notice.say(_("Nothing has been changed yet. Each change will be listed here."))
            return
        self.steps.selectionModel().currentChanged.connect(self._on_step)
        self.steps.setFocus()
        self._show(self.bar.day)

    def _on_failed(self, error: CoachError) -> None:
        self.notice.say(error.text())

    def _on_step(self, index: QModelIndex) -> None:
        if index.isValid():
            self.bar.turn_to(self.model.day(index))

    def _show(self, day: str) -> None:
        """Beside the window's thread: a long history of a large portfolio takes its time."""
        self._turn += 1
        turn, now, changes = self._turn, self._now, self._changes
        self._mark(day)
        task = Task(lambda: history.as_on(now, changes, day), self)
        task.done.connect(lambda then: self._on_built(turn, day, then))
        task.failed.connect(lambda error: self._on_not_built(turn, error))
        task.start()

    def _mark(self, day: str) -> None:
        """Show in the list which day it is, unless one of its steps is chosen."""
        index = self.steps.currentIndex()
        if not index.isValid() or self.model.day(index) != day:
            row = self.model.row_of(day)
            self.steps.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())

    def _on_built(self, turn: int, day: str, then: Portfolio) -> None:
        if turn != self._turn:
            return
        self.notice.hide()
        self.strip.say(_as_on(day))
        self.preview.show_difference(then, self._now)
        self.plan.show_portfolio(then, day)
        self.forget.setEnabled(any(one < day for one in self.model.days))

    def _on_not_built(self, turn: int, error: CoachError) -> None:
        if turn == self._turn:
            self.strip.hide()
            self.preview.show_difference(None, self._now)
            self.plan.show_portfolio(None, "")
            self.notice.say(error.text())

    def _on_forget(self) -> None:
        self.accept()
        self.forget_requested.emit(self.bar.day)

    def _on_finished(self) -> None:
        self._turn += 1
        self.deleteLater()

    def _lay_out(self) -> None:
        left, right, sides = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for part in (labels.heading(_("What was changed"), self), self.steps, self.notice):
            left.addWidget(part)
        left.setStretchFactor(self.steps, 1)
        for part in (self.bar, self.strip, self.preview, self.plan):
            right.addWidget(part)
        right.setStretchFactor(self.preview, 1)
        for side, share in ((left, 2), (right, 5)):
            side.setSpacing(theme.space())
            sides.addLayout(side, share)
        sides.setSpacing(theme.space(2))
        more, ways = FlowLayout(space=theme.space()), QHBoxLayout()
        for way in (self.plan.button, self.forget):
            more.addWidget(way)
        ways.addLayout(more, 1)
        close = buttons.ordinary(_("Close"), self.accept, parent=self)
        ways.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.addLayout(sides, 1)
        column.addLayout(ways)
        fitting.open_at(self, 172, 104)


def _list_of(model: StepsModel, parent: QDialog) -> QListView:
    """Words wrap, so rows differ in height; they are measured a few at a time."""
    steps = QListView(parent)
    steps.setAccessibleName(_("What was changed"))
    steps.setModel(model)
    steps.setWordWrap(True)
    steps.setTextElideMode(Qt.TextElideMode.ElideNone)
    steps.setResizeMode(QListView.ResizeMode.Adjust)
    steps.setLayoutMode(QListView.LayoutMode.Batched)
    steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return steps


def _as_on(day: str) -> str:
    if day >= today():
        return _("This is the board of today.")
    return _("This is the board as on {day}.").format(day=formats.day(day))
