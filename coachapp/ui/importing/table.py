"""The table of the preview: lines can be ticked by mouse and by Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from coachapp.exchange.roles import Role
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.importing.header import RoleHeader
from coachapp.ui.importing.model import FIRST, REMARK, TICK, PreviewModel

_LINES_LOOKED_AT = 60  # for the width of a column


class PreviewTable(QTableView):
    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.head = RoleHeader(self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setAccessibleName(_("Lines of the list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setDefaultSectionSize(theme.space(3.5))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setResizeContentsPrecision(_LINES_LOOKED_AT)
        self.setTabKeyNavigation(False)

    def fit_columns(self) -> None:
        """Widths by what stands in the columns and above them; the last takes what is left."""
        self.resizeColumnsToContents()
        self.setColumnWidth(REMARK, self.columnWidth(REMARK) + theme.space())
        longest = max(self.fontMetrics().horizontalAdvance(role.label()) for role in Role)
        least, most = longest + theme.space(4), theme.space(26)
        for column in range(FIRST, self._model.columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column), least), max(least, most)))
        self.head.setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes or leaves all chosen lines, whatever column the focus is in."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = {index.row() for index in self.selectionModel().selectedRows(TICK)} or {
                self.currentIndex().row()
            }
            self._model.tick(rows, on=not self._model.is_ticked(self.currentIndex().row()))
            return
        super().keyPressEvent(event)
