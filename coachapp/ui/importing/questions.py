"""What the list doesn't tell: which sheet of the workbook, which school year."""

import datetime as dt
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from coachapp.exchange.preview import Preview
from coachapp.exchange.table import Table
from coachapp.i18n import gettext as _
from coachapp.ui import theme

_YEARS_BACK: Final = 4


class Questions(QWidget):
    """Hidden when there is nothing to ask. `year` is the first year of the chosen school year, or None."""

    sheet_chosen = Signal(str)
    year_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = self._combo(_("Sheet"))
        self.years = self._combo(_("School year of the months in this list"))
        self._sheet_part = self._part(_("Sheet"), self.sheets)
        self._year_part = self._part(_("School year of the months in this list"), self.years)
        self.years.addItem(_("Not known"), None)
        this = dt.date.today().year  # noqa: DTZ011 - the person's own day
        for year in range(this + 1, this - _YEARS_BACK, -1):
            self.years.addItem(f"{year}-{year + 1}", year)
        self.sheets.textActivated.connect(self.sheet_chosen)
        self.years.activated.connect(self._on_year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        row.addWidget(self._sheet_part)
        row.addWidget(self._year_part)
        row.addStretch(1)
        self.hide()

    @property
    def year(self) -> int | None:
        return self.years.currentData()

    def show_table(self, table: Table) -> None:
        """Offer the workbook's sheets."""
        self.sheets.clear()
        self.sheets.addItems(table.sheets)
        self.sheets.setCurrentText(table.sheet)
        self.years.setCurrentIndex(0)
        self._sheet_part.setVisible(len(table.sheets) > 1)
        self._year_part.hide()
        self._show()

    def show_preview(self, preview: Preview) -> None:
        """Ask the school year when its months need one; once asked, the answer can be changed."""
        self._year_part.setVisible(preview.needs_school_year or self.year is not None)
        self._show()

    def _on_year(self) -> None:
        self.year_chosen.emit()

    def _show(self) -> None:
        self.setVisible(not (self._sheet_part.isHidden() and self._year_part.isHidden()))

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        return combo

    def _part(self, name: str, combo: QComboBox) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(name, part))
        row.addWidget(combo)
        return part
