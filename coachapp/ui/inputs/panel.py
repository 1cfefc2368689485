"""A panel: a sheet of paper on the page that holds one thing."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coachapp.ui import theme


class Panel(QFrame):
    """Add to `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.space(1.5),) * 4)
        self.column.setSpacing(theme.space())
