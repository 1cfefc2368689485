"""The day on which the owner wants to look whether to keep the portfolio; nothing goes by itself."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.partial import marks
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput
from coachapp.ui.notice import Way

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


_FEBRUARY: Final = 2


class RemindPanel(Panel):
    """A date, or nothing."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Form(editor, lambda _ids, **changes: edits.describe(**changes))
        self._form.add("remind_on", _("Ask me whether to keep this portfolio on"), DateInput())
        self.show_portfolio(editor.portfolio)
        self.column.addWidget(self._form)
        self.column.addWidget(labels.note(_("Nothing is ever removed by itself."), self))

    def show_portfolio(self, portfolio: Portfolio) -> None:
        self._form.show_items((portfolio,), "")

    def flush(self) -> None:
        self._form.flush()


class Reminder(QObject):
    """Asks once when the portfolio is opened after that day."""

    def __init__(self, window: "PortfolioWindow", months: int, today: dt.date) -> None:
        super().__init__(window)
        self._window, self._today = window, today
        if not window.editor.read_only and is_due(window.editor.portfolio, months, today):
            window.news.tell("remind", self._words, self._ways)

    def _words(self) -> str:
        if marks(self._window.editor.portfolio):
            return _("It was agreed that this copy would be removed by now.")
        return _("You wanted to look whether to keep this portfolio.")

    def _ways(self) -> list[Way]:
        if marks(self._window.editor.portfolio):
            return [(_("Erase this copy…"), self._window.backups.erase), (_("Later"), lambda: None)]
        return [
            (_("Keep it for another year"), self._keep),
            (_("Erase this portfolio…"), self._window.backups.erase),
            (_("Later"), lambda: None),
        ]

    def _keep(self) -> None:
        remind(self._window.editor, in_a_year(self._today).isoformat())


def remind(editor: Editor, date: str) -> None:
    editor.apply(_("Change the reminder"), edits.describe(remind_on=date))


def is_due(portfolio: Portfolio, months: int, today: dt.date) -> bool:
    """A month or a year is due as soon as it begins; with no day chosen, so long after the last placing."""
    if portfolio.remind_on or not months:
        return bool(portfolio.remind_on) and portfolio.remind_on <= today.isoformat()
    last = max((placement.placed_on for placement in portfolio.placements), default="")
    return bool(last) and last < _before(today, months)


def in_a_year(today: dt.date) -> dt.date:
    """29 February has no next year."""
    return today.replace(
        year=today.year + 1, day=min(today.day, 28) if today.month == _FEBRUARY else today.day
    )


def _before(today: dt.date, months: int) -> str:
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return f"{years:04}-{month + 1:02}"
