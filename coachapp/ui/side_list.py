"""The list of pages along the side; at little width or large text only their signs are left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.icons import icon
from coachapp.ui.pages import Page


class SideList(QListWidget):
    chosen = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(_("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(theme.space(2.25), theme.space(2.25)))
        self._titles = [page.title() for page in pages]
        for page, title in zip(pages, self._titles, strict=True):
            item = QListWidgetItem(icon(page.name), title, self)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        self.itemSelectionChanged.connect(self._on_selected)  # also when assistive technology selects
        self.collapse(on=False)

    def choose(self, name: str) -> None:
        """Turn to the page of this name, or the first one."""
        rows = [row for row in range(self.count()) if self.item(row).data(Qt.ItemDataRole.UserRole) == name]
        self.setCurrentRow(rows[0] if rows else 0)

    def collapse(self, *, on: bool) -> None:
        """Show signs only, with the titles in their tooltips."""
        for row, title in enumerate(self._titles):
            self.item(row).setText("" if on else title)
            self.item(row).setToolTip(title if on else "")
        words = 0 if on else max(self.fontMetrics().horizontalAdvance(title) for title in self._titles)
        self.setFixedWidth(words + theme.space(7 if not on else 6))

    def showEvent(self, event: QShowEvent) -> None:
        """A page was chosen before the style sheet came: lay out again, with the space that it gives."""
        super().showEvent(event)
        self.doItemsLayout()

    def _on_selected(self) -> None:
        for item in self.selectedItems():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
