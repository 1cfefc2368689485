"""Hides what is typed while somebody walks by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.inputs import labels


class Cover(QWidget):
    """`lifted` by a click, Enter, Space or Esc."""

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = labels.title(_("Names are hidden"))
        hint = labels.text(_("Press F9, or click here, to go on."))
        self.setAccessibleName(f"{words.text()}. {hint.text()}")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (words, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.lifted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.lifted.emit()
