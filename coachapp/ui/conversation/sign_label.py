"""A drawn sign with its words beside it, as in a legend."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachapp.ui import shapes, theme
from coachapp.ui.board.signs import Sign
from coachapp.ui.inputs import labels


class SignLabel(QWidget):
    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.words = labels.text(sign.word)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._side + theme.space(), 0, 0, 0)
        if self.isRightToLeft():
            row.setContentsMargins(0, 0, self._side + theme.space(), 0)
        row.addWidget(self.words, 1)

    @property
    def _side(self) -> int:
        return round(self.fontMetrics().ascent())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._sign.shape is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side
        left = self.width() - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        top = (self.fontMetrics().height() - side) / 2
        shapes.drawn(painter, self._sign.shape, QRectF(left, top, side, side), theme.current().ink)
