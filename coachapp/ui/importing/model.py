"""The preview as a table: a tick for each line, a remark, and the list's own columns."""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from coachapp.exchange.preview import Preview
from coachapp.exchange.rows import Reason, Row
from coachapp.i18n import gettext as _
from coachapp.ui import theme

_Role = Qt.ItemDataRole
_Index = QModelIndex
_NOWHERE: Final = QModelIndex()
_BESIDE: Final = (Reason.ABOVE, Reason.HEADING, Reason.SUBTOTAL)
TICK, REMARK, FIRST = 0, 1, 2  # the columns: tick, remark, those of the list


class PreviewModel(QAbstractTableModel):
    """`ticks_changed` follows each tick."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._rows: tuple[Row, ...] = ()
        self._own: dict[int, bool] = {}

    @property
    def ticked(self) -> frozenset[int]:
        """The lines that will be taken."""
        return frozenset(row.line for row in self._rows if self._is_ticked(row))

    @property
    def offered(self) -> int:
        """How many lines are of the list itself, and those that were ticked beside them."""
        return sum(row.takeable and (row.reason not in _BESIDE or self._is_ticked(row)) for row in self._rows)

    def show_preview(self, preview: Preview) -> None:
        """Show another understanding of the list; the person's own ticks stay."""
        self.beginResetModel()
        self._preview = preview
        self._rows = preview.rows
        self.endResetModel()
        self.ticks_changed.emit()

    def tick(self, rows: Iterable[int], *, on: bool) -> None:
        """Take these lines, or leave them, as far as they can be taken."""
        touched = [row for row in rows if self._rows[row].takeable]
        for row in touched:
            self._own[self._rows[row].line] = on
        if touched:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(touched), TICK), self.index(max(touched), last))
            self.ticks_changed.emit()

    def is_ticked(self, row: int) -> bool:
        return self._is_ticked(self._rows[row])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # type: ignore[override]
        return 0 if parent.isValid() or self._preview is None else len(self._preview.roles) + 2

    def flags(self, index: _Index) -> Qt.ItemFlag:  # type: ignore[override]
        flags = super().flags(index)
        tickable = index.column() == TICK and self._rows[index.row()].takeable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if tickable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if role != _Role.DisplayRole or self._preview is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section].line)
        if section == TICK:
            return _("Take")
        if section == REMARK:
            return _("Remark")
        return self._preview.headings[section - FIRST]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # type: ignore[override]
        row = self._rows[index.row()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(index, row, whole=role == _Role.ToolTipRole)
        if role == _Role.CheckStateRole and index.column() == TICK and row.takeable:
            return Qt.CheckState.Checked if self._is_ticked(row) else Qt.CheckState.Unchecked
        if role == _Role.ForegroundRole and not self._is_ticked(row):
            return QColor(theme.current().muted)
        if role == _Role.AccessibleTextRole and index.column() == TICK:
            return (
                _("{title}: taken").format(title=row.title)
                if self._is_ticked(row)
                else f"{row.title}: {row.remark()}"
            )
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # type: ignore[override]
        if role != _Role.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _is_ticked(self, row: Row) -> bool:
        return row.takeable and self._own.get(row.line, row.ticked)

    def _text(self, index: _Index, row: Row, *, whole: bool) -> str:
        assert self._preview is not None
        if index.column() == TICK:
            return ""
        if index.column() == REMARK:
            return row.remark()
        cell = self._preview.table.lines[index.row()].cell(index.column() - FIRST).strip()
        return cell if whole else " ".join(cell[:200].split())
