"""The page in a dialog: its name at the top, and the ways on from it below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.ui import theme
from coachapp.ui.inputs import labels


def named(page: QWidget, name: str, *, space: float = 1.5) -> QVBoxLayout:
    """A column for the page, which begins with its name."""
    column = QVBoxLayout(page)
    column.setContentsMargins(*(theme.space(3),) * 4)
    column.setSpacing(theme.space(space))
    column.addWidget(labels.title(name, page))
    return column


def ways(*buttons: QWidget) -> QHBoxLayout:
    """Below a page that scrolls: the way that is meant comes last."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
    row.setSpacing(theme.space())
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
