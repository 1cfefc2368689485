"""Where one card lies, on a board as small as a stamp."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.ui import shapes, theme

_CELL = (4, 3)  # steps wide and high


class Spot(QWidget):
    """The words beside it say the same."""

    def __init__(self, framework: Framework, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework, self._cell = framework, cell
        self.setAccessibleName(framework.cell_title(cell))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide, high = len(self._framework.shown_levels), len(self._framework.roles)
        return QSize(theme.space(wide * _CELL[0]), theme.space(high * _CELL[1]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, role in enumerate(self._framework.roles):
            for column, level in enumerate(self._framework.shown_levels):
                self._paint(painter, row, column, here=Cell(role.id, level.id) == self._cell)

    def _paint(self, painter: QPainter, row: int, column: int, *, here: bool) -> None:
        look, rect = theme.current(), self._rect(row, column)
        painter.setPen(QPen(QColor(look.accent if here else look.line), 2 if here else 1))
        painter.setBrush(QColor(look.card if here else look.cell))
        painter.drawRoundedRect(rect, 3, 3)
        if here:
            side = theme.space(1.5)
            middle = rect.center()
            place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            shapes.drawn(painter, shapes.role_shape(row), place, look.role(row))

    def _rect(self, row: int, column: int) -> QRectF:
        width, height = theme.space(_CELL[0]), theme.space(_CELL[1])
        if self.isRightToLeft():
            column = len(self._framework.shown_levels) - 1 - column
        return QRectF(column * width, row * height, width, height).adjusted(1.5, 1.5, -1.5, -1.5)
