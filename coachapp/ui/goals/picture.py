"""The board as a small picture beside the goals: cards as dots, ambitions as arrows."""

import math
from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme

_CELL = (11, 7)  # steps wide and high
_SIGN = 2
_DOTS = 4  # beside each other
_ROWS = 2


class Picture(QWidget):
    """To be looked at only: the list of ambitions says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portfolio: Portfolio | None = None
        self.setAccessibleName(_("The board in small"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_portfolio(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._portfolio is None:
            return QSize()
        framework = self._portfolio.framework
        wide = _SIGN + len(framework.shown_levels) * _CELL[0]
        return QSize(theme.space(wide), theme.space(len(framework.roles) * _CELL[1]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._portfolio is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        counts = Counter(placement.cell for placement in self._portfolio.placements)
        for row, role in enumerate(self._portfolio.framework.roles):
            self._paint_sign(painter, row)
            for level in self._portfolio.framework.shown_levels:
                cell = Cell(role.id, level.id)
                self._paint_cell(painter, self._rect(cell), row, counts[cell])
        for ambition in self._portfolio.ambitions:
            self._paint_ambition(painter, ambition)

    def _rect(self, cell: Cell) -> QRectF:
        """Where a cell is painted; the first level stands where reading begins."""
        assert self._portfolio is not None
        framework = self._portfolio.framework
        column = [level.id for level in framework.shown_levels].index(cell.level)
        row = [role.id for role in framework.roles].index(cell.role)
        side = theme.space(_SIGN)
        width = (self.width() - side) / len(framework.shown_levels)
        height = self.height() / len(framework.roles)
        x = side + column * width
        left = self.width() - x - width if self.isRightToLeft() else x
        return QRectF(left, row * height, width, height).adjusted(2.5, 2.5, -2.5, -2.5)

    def _paint_sign(self, painter: QPainter, row: int) -> None:
        assert self._portfolio is not None
        side, height = theme.space(1), self.height() / len(self._portfolio.framework.roles)
        left = self.width() - side if self.isRightToLeft() else 0
        place = QRectF(left, (row + 0.5) * height - side / 2, side, side)
        shapes.drawn(painter, shapes.role_shape(row), place, theme.current().role(row))

    def _paint_cell(self, painter: QPainter, rect: QRectF, row: int, count: int) -> None:
        look = theme.current()
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.cell))
        painter.drawRoundedRect(rect, 6, 6)
        dot = theme.space(0.9)
        for n in range(min(count, _DOTS * _ROWS)):
            left = rect.left() + dot + (n % _DOTS) * dot * 1.6
            place = QRectF(left, rect.top() + dot + n // _DOTS * dot * 1.6, dot, dot)
            shapes.drawn(painter, shapes.role_shape(row), place, look.role(row))

    def _paint_ambition(self, painter: QPainter, ambition: Ambition) -> None:
        ink = theme.current().ink
        side = theme.space(2)
        if ambition.origin and ambition.target and not ambition.deepens:
            self._paint_arrow(painter, self._low(ambition.origin), self._low(ambition.target))
        elif cell := ambition.target or ambition.origin:
            centre = self._low(cell)
            sign = shapes.letting_go() if ambition.lets_go else shapes.deepening_ring()
            place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            shapes.drawn(painter, sign, place, ink)

    def _low(self, cell: Cell) -> QPointF:
        """Below the dots, where arrows begin and end."""
        rect = self._rect(cell)
        return QPointF(rect.center().x(), rect.top() + rect.height() * 0.68)

    def _paint_arrow(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        ink, head = QColor(theme.current().ink), theme.space(1)
        angle = math.atan2(end.y() - start.y(), end.x() - start.x())
        tip = QPointF(math.cos(angle), math.sin(angle)) * head
        across = QPointF(-tip.y(), tip.x()) * 0.5
        painter.setPen(QPen(ink, 2))
        painter.drawLine(start, end - tip)
        painter.setPen(QPen(ink, 0))
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([end, end - tip + across, end - tip - across]))
