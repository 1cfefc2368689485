"""The development plan as it would have been on an earlier day."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.for_reader import Choice, seen
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.remembered import for_anyone
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.report.paper import Size
from coachapp.ui import asking, buttons, paper, theme
from coachapp.ui.notice import Notice
from coachapp.ui.plan.done import Done
from coachapp.ui.tasks import Task


class PlanOfDay(QWidget):
    """A button, and below it what came of it; `written(plan.Written)`.

    `now` tells which names are hidden: those that are listed today, not those of that day.
    """

    written = Signal(object)

    def __init__(self, now: Portfolio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = for_anyone(now)
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
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def _ask_where(self) -> None:
        name = _("Development plan {date}").format(date=self._date.isoformat())
        asking.plan_to_write(self, asking.documents() / f"{name}.pdf", self.write_to)

    def _on_done(self, written: plan.Written) -> None:
        self.button.setEnabled(True)
        self.problem.hide()
        self.done.say(written)
        self.written.emit(written)

    def _on_failed(self, error: CoachError) -> None:
        self.button.setEnabled(True)
        self.done.hide()
        self.problem.say(error.text())


def _write(portfolio: Portfolio, path: Path, date: dt.date, choice: Choice, size: Size) -> plan.Written:
    given = seen(portfolio, choice, date.isoformat())
    return plan.write(given, path, language=portfolio.language, date=date, choice=choice, size=size)
