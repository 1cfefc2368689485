"""A line that opens into all that it is about, and closes again: for where there is little room."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QPainterPath, QTransform
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme
from coachapp.ui.inputs.buttons import WordButton

_TRIANGLE = 1


class Opening(QWidget):
    """What is inside is made when it is first opened; `fill(part, value)` shows a value in it."""

    def __init__(self, make: Callable[[], QWidget], fill: Callable[[Any, Any], None]) -> None:
        super().__init__()
        self._make, self._fill = make, fill
        self._value: object = None
        self._part: QWidget | None = None
        self._line = WordButton("", self)
        self._line.clicked.connect(lambda: self.open(not self.is_open))
        self.setFocusProxy(self._line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self._column.addWidget(self._line)
        self._tell()

    @property
    def is_open(self) -> bool:
        return self._part is not None and not self._part.isHidden()

    def show_value(self, value: object, words: str) -> None:
        self._value = value
        self._line.say(words)
        if self._part:
            self._fill(self._part, value)

    def open(self, opened: bool = True) -> None:
        if opened and self._part is None:
            self._part = self._make()
            self._column.addWidget(self._part)
            self._fill(self._part, self._value)
        if self._part:
            self._part.setVisible(opened)
        self._tell()

    def _tell(self) -> None:
        self._line.show_sign(_arrow(180 if self.is_open else -90 if self.isRightToLeft() else 90))
        self._line.setAccessibleDescription(_("open") if self.is_open else _("closed"))


def _arrow(turn: int) -> QPainterPath:
    middle = QTransform.fromTranslate(0.5, 0.5).rotate(turn).scale(0.6, 0.5).translate(-0.5, -0.5)
    return middle.map(shapes.role_shape(_TRIANGLE))
