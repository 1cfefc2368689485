"""A line to type an activity in: on top of the tray, and in the cell that is typed into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from coachapp.domain.values import TITLE_LENGTH


class EntryLine(QLineEdit):
    """`entered(text)` for one line and Enter; `list_given(text)` when several lines are pasted or dropped."""

    entered = Signal(str)
    list_given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(TITLE_LENGTH)
        self.returnPressed.connect(self.enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if is_list(pasted):
            self.list_given.emit(pasted)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # a line that is typed in keeps its keys from the board below it

    def dropEvent(self, event: QDropEvent) -> None:
        if is_list(event.mimeData().text()):
            self.list_given.emit(event.mimeData().text())
        else:
            super().dropEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.enter()
            self.left.emit()

    def enter(self) -> None:
        """Give what is typed, if anything is."""
        text = self.text().strip()
        self.clear()
        if text:
            self.entered.emit(text)


def is_list(text: str) -> bool:
    """Whether it is a table or more than one line."""
    return "\t" in text.strip() or "\n" in text.strip()
