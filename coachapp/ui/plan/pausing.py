"""A button that waits for what it began."""

from PySide6.QtWidgets import QPushButton, QWidget


class Pausing:
    """Qt hands the keyboard on from a button that can't be pressed; it gets it back."""

    def __init__(self, button: QPushButton) -> None:
        self._button = button
        self._handed_to: QWidget | None = None

    def begin(self) -> None:
        window = self._button.window()
        was_here = window.focusWidget() is self._button
        self._button.setEnabled(False)
        self._handed_to = window.focusWidget() if was_here else None

    def end(self) -> None:
        self._button.setEnabled(True)
        if self._handed_to is not None and self._handed_to is self._button.window().focusWidget():
            self._button.setFocus()
        self._handed_to = None
