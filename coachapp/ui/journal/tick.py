"""A tick as an input of a form: its value is one word, or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class TickInput(QCheckBox):
    """`on` is the value while it is ticked."""

    committed = Signal(object)

    def __init__(self, words: str, on: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._on = on
        self.clicked.connect(lambda ticked: self.committed.emit(self._on if ticked else ""))

    def show_value(self, value: object) -> None:
        self.setChecked(value == self._on)

    def commit(self) -> None:
        """A tick is handed over at once: nothing is left to do."""
