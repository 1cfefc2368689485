"""The steps of a history as rows, newest first, each day with its date above them."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from coachapp import formats
from coachapp.domain.history import Change

_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Row(NamedTuple):
    """Without a change it is the date above a day's steps."""

    day: str
    change: Change | None = None


class StepsModel(QAbstractListModel):
    """Words are made when a row is shown: ten thousand steps come at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self.days: list[str] = []  # with steps, oldest first

    def show_changes(self, changes: Sequence[Change]) -> None:
        """They come oldest first."""
        self.beginResetModel()
        self._rows = []
        for day, steps in groupby(reversed(changes), attrgetter("day")):
            self._rows += [_Row(day), *(_Row(day, change) for change in steps)]
        self.days = sorted({change.day for change in changes})
        self.endResetModel()

    def day(self, index: _Index) -> str:
        return self._rows[index.row()].day

    def row_of(self, day: str) -> int:
        """The row with the date of this day; -1 when nothing was changed then."""
        return next((at for at, row in enumerate(self._rows) if row.day == day), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return f"{row.change.at[11:16]}  {row.change.words}" if row.change else formats.day(row.day)
        if role == _Role.AccessibleTextRole and row.change:
            return f"{formats.day(row.day)} {row.change.at[11:16]}: {row.change.words}"
        if role == _Role.FontRole and not row.change:
            font = QFont()
            font.setBold(True)
            return font
        return None
