"""A part of a page that can be folded away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from coachapp.ui import shapes, theme
from coachapp.ui.theme import STEP

_TRIANGLE = 1


class Fold(QWidget):
    """A button with a part below it; closed at first. Add to `body`. `toggled(opened)`."""

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None, *, opened: bool = False) -> None:
        super().__init__(parent)
        self._button = QToolButton(self)
        self._button.setText(title)
        self._button.setCheckable(True)
        self._button.setAutoRaise(True)
        side = self.fontMetrics().ascent()
        self._button.setIconSize(QSize(side, side))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._part = QWidget(self)
        self.body = QVBoxLayout(self._part)
        self.body.setContentsMargins(0, STEP // 2, 0, 0)
        self.body.setSpacing(STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._part)
        self._button.toggled.connect(self._on_toggled)
        self._button.setChecked(opened)
        self._on_toggled(opened)

    @property
    def is_open(self) -> bool:
        return self._button.isChecked()

    def open(self, opened: bool = True) -> None:
        self._button.setChecked(opened)

    def rename(self, title: str) -> None:
        self._button.setText(title)

    def _on_toggled(self, opened: bool) -> None:
        turn = 180 if opened else -90 if self.isRightToLeft() else 90
        middle = QTransform.fromTranslate(0.5, 0.5).rotate(turn).scale(0.6, 0.5).translate(-0.5, -0.5)
        arrow = middle.map(shapes.role_shape(_TRIANGLE))
        self._button.setIcon(shapes.icon(arrow, theme.current().muted))
        self._part.setVisible(opened)
        self.toggled.emit(opened)
