"""One cell: the numbers that lie in it, and which activities those are."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coachapp.domain import from_table
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import Cell
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels


class CellLine(QWidget):
    """`changed` with each key; what can't be read is said below it, and lays nothing."""

    changed = Signal()

    def __init__(
        self, cell: Cell, names: tuple[str, str], cards: Mapping[int, Activity], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        role, level = names
        self.cell, self._cards = cell, cards
        self.lying: tuple[Activity, ...] = ()
        self.input = QLineEdit(self)
        self.input.setAccessibleName(f"{role} · {level}")
        self.input.setPlaceholderText(_("such as 3 7 12"))
        self.problem, self._titles = labels.complaint(self), labels.note("", self)
        self._titles.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        for part in (labels.text(level, self), self.input, self.problem, self._titles):
            column.addWidget(part)
        self.input.textChanged.connect(self._read)

    @property
    def is_readable(self) -> bool:
        return self.problem.isHidden()

    def _read(self, text: str) -> None:
        problem, numbers = "", ()
        try:
            numbers = from_table.read(text, self._cards)
        except CoachError as error:
            problem = error.text()
        self.lying = tuple(self._cards[number] for number in numbers)
        titles = " · ".join(f"{number} {self._cards[number].title}" for number in numbers)
        for label, words in ((self.problem, problem), (self._titles, titles)):
            label.setText(labels.breakable(words))
            label.setVisible(bool(words))
        self.changed.emit()
