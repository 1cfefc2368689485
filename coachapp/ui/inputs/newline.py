"""A line to add things with: type, Enter, and type the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from coachapp.domain import values
from coachapp.errors import CoachError


class NewLine(QLineEdit):
    """`entered(text)` for what can be a title; `complaint(text)` for what can't, which stays."""

    entered = Signal(str)
    complaint = Signal(str)

    def __init__(self, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.returnPressed.connect(self._on_return)

    def _on_return(self) -> None:
        try:
            title = values.title(self.text())
        except CoachError as error:
            self.complaint.emit(error.text())
            return
        self.clear()
        self.complaint.emit("")
        self.entered.emit(title)
