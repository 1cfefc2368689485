"""F1 on every screen of a window, also while its menus are hidden."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def f1(window: QWidget, then: Callable[[], object]) -> QAction:
    """For the window itself; a menu that shows it names it in the language of now."""
    action = QAction(window)
    action.setShortcut(QKeySequence("F1"))
    action.triggered.connect(lambda: then())  # noqa: PLW0108 - without Qt's own argument
    window.addAction(action)
    return action
