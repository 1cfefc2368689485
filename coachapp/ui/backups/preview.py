"""The board of another moment, beside what has changed since in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from coachapp.domain.differences import differences
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import theme
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.view import BoardView
from coachapp.ui.inputs import labels
from coachapp.ui.settings import Settings


class Preview(QWidget):
    """`differs`: a person would see a difference."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._board: BoardView | None = None
        self.differs = False
        self._title = labels.heading("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What has changed since"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panes = QSplitter(Qt.Orientation.Vertical, self)
        self._panes.setChildrenCollapsible(False)
        below = QWidget(self._panes)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, theme.space(), 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def show_difference(self, then: Portfolio | None, now: Portfolio) -> None:
        """Nothing for a portfolio that is not read yet."""
        self.list.clear()
        told = [one.words for one in differences(then, now)] if then else []
        self.differs = bool(told)
        self.list.addItems(told)
        since = ngettext(
            "Since then {count} thing has changed", "Since then {count} things have changed", len(told)
        )
        same = _("Nothing has changed since") if then else ""
        self._title.setText(since.format(count=len(told)) if told else same)
        self._show_board(then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What lies beside the board goes where there is no room for it."""
        if self._board:
            _least, board, tray = self._board.needed_widths()
            self._board.show_tray(self.width() >= board + tray)

    def _show_board(self, portfolio: Portfolio | None) -> None:
        if self._board:
            self._board.hide()
            self._board.deleteLater()
            self._board = None
        if portfolio:
            model = BoardModel(portfolio, self)
            self._board = BoardView(
                model, read_only=True, reduced_motion=True, show_hours=self._settings.show_hours
            )
            model.setParent(self._board)
            self._board.setAccessibleName(_("The board of then"))
            self._panes.insertWidget(0, self._board)
            self._panes.setSizes([3000, 1000])
            self._make_room()
            self._board.show()
