"""The table as it is seen, heard and worked with from the keyboard."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QObject, QSize, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.activities.columns import COLUMNS
from coachapp.ui.activities.model import ActivityTable, Index
from coachapp.ui.activities.rows import Row
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.choices import Combo

_WIDEST: Final = 44  # letters
_LOOKED_AT: Final = 60  # rows
_Flag = QItemSelectionModel.SelectionFlag


class FoundRows(QSortFilterProxyModel):
    """The rows in which everything that is typed to find can be read."""

    def __init__(self, table: ActivityTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._parts: list[str] = []
        self.setSourceModel(table)

    def find(self, typed: str) -> None:
        self._parts = typed.casefold().split()
        self.invalidate()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._table.sort(column, order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002, N802
        return not self._parts or all(part in self._table.words(source_row) for part in self._parts)


class InPlace(QStyledItemDelegate):
    """A list that opens where something is chosen, a line where it is typed."""

    def __init__(self, editor: Editor, row_at: Callable[[Index], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._row_at = editor, row_at

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        if column.choices is None:
            line = super().createEditor(parent, option, index)
            line.setAccessibleName(column.name())
            return line
        row = self._row_at(index)
        combo = Combo(column.choices(self._editor.portfolio, row), parent)
        combo.setAccessibleName(column.name())
        combo.show_value(column.value(row))
        combo.committed.connect(lambda: self._on_chosen(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, Combo):
            super().setEditorData(editor, index)  # type: ignore[arg-type]

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if not isinstance(editor, Combo):
            super().setModelData(editor, model, index)  # type: ignore[arg-type]
        elif editor.currentIndex() >= 0 and editor.currentData() != COLUMNS[index.column()].value(
            self._row_at(index)
        ):
            model.setData(index, editor.currentData())  # type: ignore[attr-defined]

    def _on_chosen(self, combo: Combo) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)


class TableView(QTableView):
    """F2 or Enter edits, Del removes, the menu key offers more, Tab goes on to what is beside it."""

    chosen = Signal(list)
    remove_requested = Signal()
    menu_requested = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = ActivityTable(editor, self)
        self._found = FoundRows(self._table, self)
        self.setModel(self._found)
        self.setItemDelegate(InPlace(editor, self._row, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setAccessibleName(_("Activities"))
        self._dress()
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.rows()))

    def rows(self) -> list[Row]:
        """The rows in which something is selected, from top to bottom."""
        spans = self.selectionModel().selection()
        at = {row for span in list(spans) for row in range(span.top(), span.bottom() + 1)}  # type: ignore[call-overload]
        return [self._row(self._found.index(row, 0)) for row in sorted(at)]

    @property
    def table(self) -> ActivityTable:
        return self._table

    def show_found(self, typed: str) -> None:
        """Show only the rows in which this can be read."""
        self._found.find(typed)

    def go_to(self, activity_id: str) -> None:
        """Make the row of this activity the current one."""
        for at in range(self._found.rowCount()):
            if self._row(self._found.index(at, 0)).activity.id == activity_id:
                self.setCurrentIndex(self._found.index(at, 0))
                return

    def choose(self, keys: Collection[tuple[str, int]]) -> None:
        """Select the rows with these keys, as far as they are shown."""
        shown = [self._found.index(at, 0) for at in range(self._found.rowCount())]
        chosen = [index for index in shown if self._row(index).key in keys]
        for index in chosen[:1]:
            self.setCurrentIndex(index)
        for index in chosen:
            self.selectionModel().select(index, _Flag.Select | _Flag.Rows)

    def _row(self, index: Index) -> Row:
        return self._table.row_at(self._found.mapToSource(self._found.index(index.row(), index.column())))

    def _dress(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        self.setIconSize(QSize(theme.space(1.75), theme.space(1.75)))
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + theme.space(1.25))

    def fit_columns(self) -> None:
        """As wide as what is in them, as far as that reads well."""
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.resizeColumnsToContents()
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        for at in range(len(COLUMNS)):
            self.setColumnWidth(at, min(self.columnWidth(at) + theme.space(), most))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and not editing:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = (
            self.visualRect(self.currentIndex()).center()
            if by_key
            else self.viewport().mapFrom(self, event.pos())
        )
        self.menu_requested.emit(self.viewport().mapToGlobal(at))
