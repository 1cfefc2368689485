"""Under the boards: a slider for each, and where she worked, all on one line of time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.years import Kept, ordinal
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.years.strip import DaySlider
from coachapp.ui.years.workplaces import Workplaces


class Foot(QWidget):
    """`turned(number)`: another day; `compared(number)`: another one to lay beside it."""

    turned = Signal(int)
    compared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Sequence[Kept] = ()
        self.other, self.slider = DaySlider(self), DaySlider(self)
        self.workplaces = Workplaces(self)
        self.slider.valueChanged.connect(self.turned)
        self.other.valueChanged.connect(self.compared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(0.5), 0, theme.space())
        column.setSpacing(theme.space(0.5))
        for part in (self.other, self.slider, self.workplaces):
            column.addWidget(part)
        self.show_double(on=False)

    def show_double(self, *, on: bool) -> None:
        self.other.setVisible(on)
        self.other.setAccessibleName(_("Day of the first board"))
        self.slider.setAccessibleName(_("Day of the second board") if on else _("Day"))

    def show_portfolio(self, portfolio: Portfolio, kept: Sequence[Kept]) -> None:
        self._kept = kept
        self.workplaces.show_portfolio(portfolio)
        self.show_days(len(kept) - 1, len(kept) - 1)

    def show_days(self, number: int, other: int) -> None:
        self.slider.show_days(self._kept, number)
        self.other.show_days(self._kept, other)
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._mark()

    def _mark(self) -> None:
        if self._kept:
            shown = (self.slider, self.other) if self.other.isVisibleTo(self) else (self.slider,)
            days = [self._kept[slider.value()].day for slider in shown]
            self.workplaces.show_days(self.slider.axis, [ordinal(day) for day in days if day])
