"""The table's model: rows that stay themselves while the portfolio changes under them."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.activities.columns import COLUMNS
from coachapp.ui.activities.lexicon import Lexicon
from coachapp.ui.activities.rows import Row, rows
from coachapp.ui.editor import Editor

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE: Final = QModelIndex()


class ActivityTable(QAbstractTableModel):
    """Sorts by itself: it knows how its values read. `show_portfolio` keeps selection and focus."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._lexicon = Lexicon(editor.portfolio)
        self._rows = rows(editor.portfolio)
        self._by = (-1, Qt.SortOrder.AscendingOrder)
        self._found: dict[tuple[str, int], tuple[Row, str]] = {}

    def row_at(self, index: Index | int) -> Row:
        return self._rows[index if isinstance(index, int) else index.row()]

    def words(self, at: int) -> str:
        """Everything that stands in a row, to find it by."""
        row = self._rows[at]
        known = self._found.get(row.key)
        if known is None or known[0] != row:
            texts = (self._lexicon.text(column, row) for column in range(len(COLUMNS)))
            known = self._found[row.key] = (row, " ".join(texts).casefold())
        return known[1]

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Take over what differs."""
        new = {row.key: row for row in rows(portfolio)}
        all_differ = not self._lexicon.fits(portfolio)
        if all_differ:
            self._lexicon = Lexicon(portfolio)
            self._found.clear()
        here = {row.key for row in self._rows}
        self._take_away(here - new.keys())
        self._add([row for key, row in new.items() if key not in here])
        self._renew(new, all_differ=all_differ)
        self._arrange()

    def _take_away(self, gone: set[tuple[str, int]]) -> None:
        for at in [at for at, row in enumerate(self._rows) if row.key in gone][::-1]:
            self.beginRemoveRows(NOWHERE, at, at)
            del self._rows[at]
            self.endRemoveRows()

    def _add(self, fresh: list[Row]) -> None:
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def _renew(self, new: dict[tuple[str, int], Row], *, all_differ: bool) -> None:
        for at, row in enumerate(self._rows):
            if all_differ or new[row.key] != row:
                self._rows[at] = new[row.key]
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what is read; by no column: in the order in which activities were made."""
        self._by = (column, order)
        self._arrange()

    def _arrange(self) -> None:
        arranged = self._in_order()
        if arranged == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in before]
        self._rows = arranged
        place = {row.key: at for at, row in enumerate(arranged)}
        after = [self.index(place[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self) -> list[Row]:
        made = sorted(self._rows, key=lambda row: row.key)
        column, order = self._by
        if column < 0:
            return made
        down = order == Qt.SortOrder.DescendingOrder
        return sorted(made, key=lambda row: self._lexicon.sort_key(column, row), reverse=down)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role in (Role.DisplayRole, Role.EditRole):
            return self._lexicon.text(index.column(), row)
        if role == Role.DecorationRole:
            return self._lexicon.sign(index.column(), row)
        if role == Role.ToolTipRole and index.column() == 0:
            return row.activity.title
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Columns have names; each row is headed by its activity, to be heard rather than seen."""
        if orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].name() if role == Role.DisplayRole else None
        if role == Role.AccessibleTextRole:
            return self._rows[section].activity.title
        return section + 1 if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        says = COLUMNS[index.column()].value(self._rows[index.row()])
        editable = says is not None and not self._editor.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for the change; what can't be read is answered by the editor's `failed`."""
        if role != Role.EditRole:
            return False
        column, row = COLUMNS[index.column()], self._rows[index.row()]
        step = _("{field} – “{name}”").format(field=column.name(), name=row.activity.title)
        try:
            edit = column.edit(row, value)
        except CoachError as error:
            self._editor.failed.emit(error.text())
            return False
        return self._editor.apply(step, edit)
