"""What is chosen to the left and the pages to the right, or below it where there is no room beside it."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.ui import theme
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.plan.preview import Preview

_TWO_COLUMNS: Final = 96  # letters
_LINES: Final = 30  # of the pages, when they stand below


class Columns(QWidget):
    """Fill it with `lay_out`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self._chosen = QVBoxLayout()
        self._columns = QHBoxLayout(self)
        self.setMinimumSize(theme.space(30), theme.space(20))  # else two columns would stay two

    def lay_out(self, scrolled: Iterable[QWidget], below: Iterable[QWidget]) -> None:
        """`below` what can be scrolled stays what is done with it."""
        inner = QWidget()
        inner.setLayout(self._chosen)
        self._chosen.setContentsMargins(0, 0, theme.space(), 0)
        self._chosen.setSpacing(theme.space(1.5))
        for part in scrolled:
            self._chosen.addWidget(part)
        area = FollowingScrollArea()
        area.setWidget(inner)
        side = QVBoxLayout()
        side.setSpacing(theme.space())
        side.addWidget(area, 1)
        for part in below:
            side.addWidget(part)
        self._columns.setContentsMargins(*(theme.space(2),) * 4)
        self._columns.setSpacing(theme.space(2))
        self._columns.addLayout(side, 2)
        self._columns.addWidget(self.preview, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() > _TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        if wide and self._columns.indexOf(self.preview) < 0:
            self.preview.setMinimumHeight(0)
            self._columns.addWidget(self.preview, 3)
        elif not wide and self._chosen.indexOf(self.preview) < 0:
            self.preview.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
            self._chosen.addWidget(self.preview)
