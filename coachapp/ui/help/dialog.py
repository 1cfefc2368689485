"""Help beside the screen: contents to the left, a page to the right; the window behind it goes on."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coachapp.i18n import gettext as _
from coachapp.ui import fitting, theme
from coachapp.ui.help.browser import Browser
from coachapp.ui.help.contents import FIRST, Page, pages

_NAME = Qt.ItemDataRole.UserRole
_ANEW = (QEvent.Type.LanguageChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange)


class HelpDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: dict[str, Page] = {}
        self.name = FIRST
        self.finder, self.contents, self.browser = QLineEdit(), QListWidget(), Browser()
        self.finder.setClearButtonEnabled(True)
        self._lay_out()
        self.finder.textChanged.connect(self._find)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.browser.page_requested.connect(self.turn_to)
        self._fill()
        fitting.open_at(self, 110, 84)

    def turn_to(self, name: str) -> None:
        """Show the page of this name, whatever was sought before."""
        self.finder.clear()
        self.contents.setCurrentItem(self._item(name))
        self.browser.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language, colour or text size: the same page again."""
        super().changeEvent(event)
        if event.type() in _ANEW:
            QTimer.singleShot(0, self, self._fill)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(*(theme.space(1.5),) * 4)
        column.setSpacing(theme.space())
        column.addWidget(self.finder)
        column.addWidget(self.contents, 1)
        self._panes = QSplitter()
        self._panes.addWidget(left)
        self._panes.addWidget(self.browser)
        self._panes.setStretchFactor(1, 1)
        self._panes.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def _fill(self) -> None:
        self.setWindowTitle(_("Help"))
        self.finder.setPlaceholderText(_("Find in the help…"))
        self.finder.setAccessibleName(_("Find in the help…"))
        self.contents.setAccessibleName(_("Contents"))
        self._pages = {page.name: page for page in pages()}
        name = self.name
        self.contents.clear()
        for page in self._pages.values():
            item = QListWidgetItem(page.title, self.contents)
            item.setData(_NAME, page.name)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + theme.space()))
        letters = max(self.fontMetrics().horizontalAdvance(page.title) for page in self._pages.values())
        self._panes.setSizes([letters + theme.space(7), self.width()])
        self.turn_to(name)

    def _find(self, typed: str) -> None:
        """Keep the pages in which all that is typed can be read, and turn to the first of them."""
        parts = typed.casefold().split()
        for item in self._items():
            text = self._pages[item.data(_NAME)].text.casefold()
            item.setHidden(not all(part in text for part in parts))
        found = [item for item in self._items() if not item.isHidden()]
        now = self.contents.currentItem()
        if found and (now is None or now.isHidden()):
            self.contents.setCurrentItem(found[0])
        elif now:
            self._on_chosen(now)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.name = item.data(_NAME)
            self.browser.show_page(self._pages[self.name], self.finder.text().strip())

    def _items(self) -> list[QListWidgetItem]:
        return [self.contents.item(row) for row in range(self.contents.count())]

    def _item(self, name: str) -> QListWidgetItem:
        return next(item for item in self._items() if item.data(_NAME) == name)


def show(over: QWidget, name: str) -> None:
    """Open help at this page beside a window, or turn to it where it is open already."""
    dialog = over.findChild(HelpDialog) or HelpDialog(over)
    dialog.turn_to(name)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
