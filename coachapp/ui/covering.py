"""What the windows of portfolios and of coach books have in common: steps to undo, and nothing to see."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from coachapp.ui.icons import icon


def show_alone(window: QMainWindow, page: QWidget) -> None:
    """This page and nothing else: no menu, no name, nothing that a screen reader could find."""
    window.setCentralWidget(page)
    page.show()
    window.setStatusBar(None)  # pyright: ignore[reportArgumentType] - Qt takes it
    window.menuBar().clear()
    window.setWindowTitle("CoachApp")


def step(window: QWidget, sign: str, then: Callable[[], object], keys: QKeySequence.StandardKey) -> QAction:
    """Undo or redo; its words come when there is something to name."""
    action = QAction(icon(sign), "", window)
    action.setShortcuts(QKeySequence.keyBindings(keys))
    action.triggered.connect(lambda: then())  # noqa: PLW0108 - without Qt's own argument
    window.addAction(action)  # also while there is no menu
    return action
