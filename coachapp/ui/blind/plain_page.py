"""A page of a few words in the middle, which hides everything else."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout

_WIDTH = 68  # steps


class PlainPage(QScrollArea):
    """A title, some words and what can be done; `column` takes more, before the `ways`."""

    def __init__(self, title: str, words: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        inner = QWidget()
        inner.setMaximumWidth(theme.space(_WIDTH))
        self.column = QVBoxLayout(inner)
        self.column.setSpacing(theme.space(1.5))
        self.column.addStretch(1)
        self.column.addWidget(labels.title(title, inner))
        for line in words:
            self.column.addWidget(labels.text(line, inner))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(inner)

    def end(self, *ways: QPushButton) -> None:
        """These are the last; the first is what is done next."""
        self.column.addSpacing(theme.space())
        flow = FlowLayout(space=theme.space())
        for button in ways:
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.column.addStretch(2)
        self.setFocusProxy(ways[0])
