"""The board and the detail beside each other, and which panes there is room for."""

from PySide6.QtWidgets import QSplitter, QWidget

from coachapp.ui.board.toolbar import Toolbar
from coachapp.ui.board.view import BoardView
from coachapp.ui.detail.pane import DetailPane


class Panes(QSplitter):
    """`make_room` at each new width of the page. Without `opens_detail` the detail waits to be asked for."""

    def __init__(
        self, view: BoardView, detail: DetailPane, bar: Toolbar, page: QWidget, *, opens_detail: bool
    ) -> None:
        super().__init__(page)
        self._view, self._detail, self._bar, self._page = view, detail, bar, page
        self._opens_detail = opens_detail
        self.addWidget(view)
        self.addWidget(detail)
        detail.raise_()  # a splitter turns the order round in which screen readers meet its parts
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        bar.tray.toggled.connect(self._show_tray)
        bar.detail.toggled.connect(self._show_detail)
        view.tray_needed.connect(lambda: bar.tray.setChecked(True))

    def make_room(self) -> None:
        _least, board, tray = self._view.needed_widths()
        width, detail = self._page.width(), self._detail.minimumSizeHint().width()
        self._bar.make_room(
            detail=self._opens_detail and width >= board + tray + detail, tray=width >= board + tray
        )
        if self._is_full():
            self._bar.detail.setChecked(False)

    def _is_full(self) -> bool:
        """Whether the open panes leave no room for two columns of the board."""
        least, _board, tray = self._view.needed_widths()
        both = self._bar.tray.isChecked() and self._bar.detail.isChecked()
        return both and self._page.width() < least + tray + self._detail.sizeHint().width()

    def _show_tray(self, shown: bool) -> None:
        if shown and self._is_full():
            self._bar.detail.setChecked(False)
        self._view.show_tray(shown)

    def _show_detail(self, shown: bool) -> None:
        if shown and self._is_full():
            self._bar.tray.setChecked(False)
        self._detail.setVisible(shown)
