"""Buttons of three weights: one primary a screen, ordinary ones, quiet ones for what is beside the point."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coachapp.ui import theme
from coachapp.ui.icons import icon


def primary(
    words: str, then: Callable[[], object], sign: str = "", parent: QWidget | None = None
) -> QPushButton:
    """What is done next on this screen."""
    return _button(words, then, parent, icon(sign, theme.current().on_accent) if sign else None, "primary")


def ordinary(
    words: str, then: Callable[[], object], sign: str = "", parent: QWidget | None = None
) -> QPushButton:
    return _button(words, then, parent, icon(sign) if sign else None)


def quiet(
    words: str, then: Callable[[], object], sign: str = "", parent: QWidget | None = None
) -> QPushButton:
    return _button(words, then, parent, icon(sign, theme.current().accent) if sign else None, "quiet")


def sign_only(
    words: str, then: Callable[[], object], sign: str, parent: QWidget | None = None
) -> QPushButton:
    """A sign whose words are in the tooltip and spoken."""
    button = quiet("", then, sign, parent)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _button(
    words: str, then: Callable[[], object], parent: QWidget | None, sign: QIcon | None, weight: str = ""
) -> QPushButton:
    button = _Button(words, parent)
    button.setAutoDefault(False)
    button.setIconSize(QSize(theme.space(2), theme.space(2)))
    if sign:
        button.setIcon(sign)
    if weight:
        button.setProperty(weight, True)  # the style sheet asks for it
    button.clicked.connect(lambda: then())  # noqa: PLW0108 - without Qt's own argument
    return button


class _Button(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does; Qt's own way would also press it from other fields of a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
