"""The reflections as a list, the newest first; found by any of their words."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coachapp import formats
from coachapp.domain import journal
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.i18n import gettext as _

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
BELOW = _Role.UserRole  # the quieter line: its date and what it belongs to
BROUGHT = _Role.UserRole + 1


class JournalModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portfolio: Portfolio | None = None
        self._sought: list[str] = []
        self._rows: tuple[Reflection, ...] = ()
        self._below: dict[str, str] = {}

    def show_portfolio(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._below.clear()
        self._fill()

    def find(self, typed: str) -> None:
        """Show those in which all of this can be read: in the words, the date or what they belong to."""
        self._sought = typed.casefold().split()
        self._fill()

    def reflection(self, row: int) -> Reflection:
        return self._rows[row]

    def row_of(self, id: str) -> int:  # noqa: A002 - that is what it is
        """-1 when it isn't shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == id), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return one.text.partition("\n")[0]
        if role == BELOW:
            return self._line_below(one)
        if role == BROUGHT:
            return bool(one.bring)
        if role == _Role.AccessibleTextRole:
            said = (one.text, self._line_below(one), _("comes along") if one.bring else "")
            return ". ".join(part for part in said if part)
        return None

    def _fill(self) -> None:
        self.beginResetModel()
        every = journal.newest_first(self._portfolio) if self._portfolio else ()
        self._rows = tuple(one for one in every if self._is_sought(one)) if self._sought else every
        self.endResetModel()

    def _is_sought(self, one: Reflection) -> bool:
        words = f"{one.text} {self._line_below(one)}".casefold()
        return all(part in words for part in self._sought)

    def _line_below(self, one: Reflection) -> str:
        if one.id not in self._below:
            assert self._portfolio
            parts = (formats.day(one.date), *journal.ties(self._portfolio, one))
            self._below[one.id] = " · ".join(part for part in parts if part)
        return self._below[one.id]
