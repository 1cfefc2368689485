"""Choosing a day to look at: by its date, the next one before or after with a change, or today."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from coachapp import i18n
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout


class DayBar(QWidget):
    """`chosen(day)`: another day than before, as ISO."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[str] = ()
        self.date = QDateEdit(self)
        self.date.setCalendarPopup(True)
        self.date.setLocale(QLocale(i18n.language()))
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setAccessibleName(_("The board as on this day"))
        self.date.setDate(QDate.currentDate())
        self.date.dateChanged.connect(self._on_changed)
        self.earlier = buttons.ordinary(_("Earlier change"), self._on_earlier, parent=self)
        self.later = buttons.ordinary(_("Later change"), self._on_later, parent=self)
        self.today = buttons.quiet(_("Back to today"), lambda: self.turn_to(today()), parent=self)
        row = FlowLayout(self, theme.space())
        for part in (
            labels.text(_("The board as on"), self),
            self.date,
            self.earlier,
            self.later,
            self.today,
        ):
            row.addWidget(part)
        self._offer()

    @property
    def day(self) -> str:
        return self.date.date().toString(Qt.DateFormat.ISODate)

    def offer(self, days: Sequence[str]) -> None:
        """Days on which something was changed, oldest first."""
        self._days = days
        self._offer()

    def turn_to(self, day: str) -> None:
        self.date.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))

    def _on_earlier(self) -> None:
        self.turn_to(self._before())

    def _on_later(self) -> None:
        self.turn_to(self._after())

    def _before(self) -> str:
        at = bisect_left(self._days, self.day)
        return self._days[at - 1] if at else ""

    def _after(self) -> str:
        at = bisect_right(self._days, self.day)
        return self._days[at] if at < len(self._days) else ""

    def _on_changed(self) -> None:
        self._offer()
        self.chosen.emit(self.day)

    def _offer(self) -> None:
        self.earlier.setEnabled(bool(self._before()))
        self.later.setEnabled(bool(self._after()))
        self.today.setEnabled(self.day != today())


def today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
