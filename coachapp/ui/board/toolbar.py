"""What stands above the board: find, zoom, and the panes that open and close."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.board.days import DaysButton
from coachapp.ui.board.zoom import Zoom
from coachapp.ui.theme import STEP


class FindField(QLineEdit):
    """Esc shows everything again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Toolbar(QWidget):
    """`tray` and `detail` open and close those panes."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.finder = FindField()
        self.finder.setPlaceholderText(_("Find…"))
        self.finder.setAccessibleName(_("Find activities"))
        self.finder.setClearButtonEnabled(True)
        self.finder.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.tray = _toggle(_("Tray"), _("Show or hide what lies beside the board"))
        self.detail = _toggle(_("Detail"), _("Show or hide the detail of a card or cell"))
        self.zoom, self.days = Zoom(page), DaysButton(self)
        self._room = {self.tray: True, self.detail: True}
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP + STEP // 2, STEP, STEP + STEP // 2, STEP)
        row.addWidget(self.tray)
        row.addWidget(self.finder, 2)
        row.addStretch(1)
        row.addWidget(self.days)
        row.addWidget(self.zoom)
        row.addWidget(self.detail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.days.make_room(event.size().width())

    def start_finding(self) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def count(self, waiting: int) -> None:
        """Tell how many cards lie beside the board to be placed."""
        name = _("Tray")
        words = ngettext("{name}, {count} card to place", "{name}, {count} cards to place", waiting)
        self.tray.setText(_("{name} ({count})").format(name=name, count=waiting) if waiting else name)
        self.tray.setAccessibleName(words.format(name=name, count=waiting))

    def make_room(self, *, detail: bool, tray: bool) -> None:
        """Close a pane when there comes to be no room for it, open it when there is again."""
        for pane, has_room in ((self.detail, detail), (self.tray, tray)):
            if self._room[pane] != has_room:
                self._room[pane] = has_room
                pane.setChecked(has_room)


def _toggle(words: str, what: str) -> QPushButton:
    button = QPushButton(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus with the board
    button.setToolTip(what)
    button.setCheckable(True)
    button.setChecked(True)
    button.setMinimumHeight(28)
    return button
