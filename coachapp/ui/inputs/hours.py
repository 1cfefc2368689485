"""An amount of hours, per week or per year."""

import re
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachapp import i18n
from coachapp.domain.values import Hours
from coachapp.errors import NotHours
from coachapp.i18n import gettext as _
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.text import LineInput

_TYPED: Final = re.compile(
    r"(?P<amount>[\d.,]*)\s*(?:(?:hours?|uren|uur|u|h)\b)?\s*"
    r"(?P<unit>(?:(?:per|a|an|p|/)?[ ./]*)?(?:week|wk|w|year|yr|y|jaar|jr|j)|)\.?"
)


def hours_text(hours: Hours | None) -> str:
    """The amount as it was typed, with the reader's decimal sign."""
    text = "" if hours is None else f"{hours.amount:f}"
    return text.replace(".", QLocale(i18n.language()).decimalPoint())


def hours_words(hours: Hours | None) -> str:
    """Such as "60 per year"; `read_hours` reads it back."""
    if hours is None:
        return ""
    template = _("{hours} per week") if hours.per == "week" else _("{hours} per year")
    return template.format(hours=hours_text(hours))


def read_hours(text: str, per: str = "year") -> Hours | None:
    """Read "60", "1,5 per week" or "60 hours a year"; `per` holds when no period is typed."""
    match = _TYPED.fullmatch(text.strip().lower())
    if match is None:
        raise NotHours(value=text)
    unit = match["unit"]
    if unit:
        per = "week" if "week" in unit or "wk" in unit or unit.endswith("w") else "year"
    return Hours.parse(match["amount"], per)


class HoursInput(QWidget):
    """A line for the amount and a list for the period; nothing typed is None."""

    committed = Signal(object)
    complaint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._per = Combo([Choice("year", _("hours a year")), Choice("week", _("hours a week"))], self)
        self._per.setAccessibleName(_("Per week or per year"))
        self._amount = LineInput(self._read, lambda hours: hours_text(hours or None), self)
        self._amount.setMaximumWidth(self._amount.fontMetrics().horizontalAdvance("0000000,00"))
        self._amount.committed.connect(lambda hours: self.committed.emit(hours or None))
        self._amount.complaint.connect(self.complaint)
        self._per.committed.connect(self._on_per)
        self.setFocusProxy(self._amount)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._amount)
        layout.addWidget(self._per)
        layout.addStretch(1)

    def show_value(self, value: object) -> None:
        """Show these hours; an empty line for none."""
        if isinstance(value, Hours):
            self._per.show_value(value.per)
        elif self._per.currentIndex() < 0:
            self._per.setCurrentIndex(0)
        self._amount.show_value(value or "")

    def commit(self) -> None:
        self._amount.commit()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        super().setAccessibleName(name)
        self._amount.setAccessibleName(name)

    def _read(self, text: str) -> object:
        return Hours.parse(text, self._per.currentData() or "year") or ""

    def _on_per(self) -> None:
        self._amount.setModified(True)
        self._amount.commit()
