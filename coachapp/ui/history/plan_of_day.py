"""The development plan as it would have been on an earlier day."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp import formats
from coachapp.domain.for_reader import Choice, seen
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.remembered import for_anyone
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.report.paper import Size
from coachapp.ui import asking, buttons, paper, theme
from coachapp.ui.editor import Editor
from coachapp.ui.notice import Notice
from coachapp.ui.plan.done import Done
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task


class PlanOfDay(QWidget):
    """A button, and below it what came of it. Which names are hidden is as today, not as on that day."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._choice = editor, for_anyone(editor.portfolio)
        self._portfolio: Portfolio | None = None
        self._date = dt.date.min
        self.button = buttons.ordinary(_("Write the plan of this day as PDF…"), self._ask_where, parent=self)
        self.problem, self.done = Notice(self), Done(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self.problem, self.done):
            column.addWidget(part)
        self.show_portfolio(None, "")

    def show_portfolio(self, portfolio: Portfolio | None, day: str) -> None:
        self._portfolio = portfolio
        self._date = dt.date.fromisoformat(day) if day else dt.date.min
        self.button.setEnabled(portfolio is not None)
        self.problem.hide()
        self.done.hide()

    def write_to(self, path: Path) -> None:
        """It goes on beside the window."""
        portfolio, date = self._portfolio, self._date
        if portfolio is None:
            return
        self.button.setEnabled(False)
        task = Task(partial(_write, portfolio, path, date, self._choice, paper.of(self)))
        task.done.connect(lambda written: self._on_done(written, date))
        task.failed.connect(self._on_failed)
        task.start()

    def _ask_where(self) -> None:
        name = _("Development plan {date}").format(date=self._date.isoformat())
        asking.plan_to_write(self, asking.documents() / f"{name}.pdf", self.write_to)

    def _on_done(self, written: plan.Written, date: dt.date) -> None:
        """What was written is listed, also when the history was closed meanwhile."""
        of_day = _("The plan of {date}").format(date=formats.day(date.isoformat()))
        listing.note(self._editor, "plan", written.path.name, of_day)
        if isValid(self):
            self.button.setEnabled(True)
            self.problem.hide()
            self.done.say(written)

    def _on_failed(self, error: CoachError) -> None:
        self.button.setEnabled(True)
        self.done.hide()
        self.problem.say(error.text())


def _write(portfolio: Portfolio, path: Path, date: dt.date, choice: Choice, size: Size) -> plan.Written:
    given = seen(portfolio, choice, date.isoformat())
    return plan.write(given, path, language=portfolio.language, date=date, choice=choice, size=size)
