"""Keeps a page up to date while it can be seen, and not while it can't."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.ui.editor import Editor


class WhenSeen(QObject):
    """Calls `show(portfolio)` when the page comes on the screen, and after each change while it is there."""

    def __init__(self, page: QWidget, editor: Editor, show: Callable[[Portfolio], object]) -> None:
        super().__init__(page)
        self._page, self._editor, self._show = page, editor, show
        self._shown: Portfolio | None = None
        page.installEventFilter(self)
        editor.changed.connect(self._on_changed)

    @property
    def something(self) -> bool:
        """Whether anything was shown yet."""
        return self._shown is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() == QEvent.Type.Show:
            self.again()
        return False

    def again(self) -> None:
        """Show what there is, unless it is shown already."""
        if self._editor.portfolio is not self._shown:
            self._shown = self._editor.portfolio
            self._show(self._shown)

    def _on_changed(self) -> None:
        if self._page.isVisible():
            self.again()
