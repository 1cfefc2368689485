"""The slider over the kept days: each stands where it lies in time; arrow keys go from one to the next."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from coachapp.domain.years import Kept, ordinal
from coachapp.ui import theme
from coachapp.ui.board.measures import Measures
from coachapp.ui.years import words
from coachapp.ui.years.axis import Axis

MARGIN: Final = 3.0  # steps beside the first and last day
_DOT: Final = 0.55  # steps
_KNOB: Final = 1.1


class DaySlider(QSlider):
    """The value is the number of the day; a day after a conversation is a full dot, another an open one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kept: Sequence[Kept] = ()
        self.setPageStep(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._describe)

    def show_days(self, kept: Sequence[Kept], value: int) -> None:
        """Without a word about it: who shows days knows which."""
        self._kept = kept
        self.blockSignals(True)
        self.setRange(0, len(kept) - 1)
        self.setValue(value)
        self.blockSignals(False)
        self._describe()
        self.update()

    @property
    def axis(self) -> Axis:
        margin = theme.space(MARGIN)
        first = next((one.day for one in self._kept if one.day), self._kept[-1].day)
        return Axis.over(
            first, self._kept[-1].day, width=self.width(), margin=margin, mirrored=self.isRightToLeft()
        )

    def x_of(self, number: int) -> float:
        """Where this day stands; one that was not written down comes first."""
        return _x(self.axis, self._kept[number])

    def sizeHint(self) -> QSize:
        small = self._small_height()
        return QSize(theme.space(40), round(self.fontMetrics().height() + 2 * _knob() + 6 + small + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(16), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._kept:
            return
        painter, axis = QPainter(self), self.axis
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, axis)
        self._paint_dots(painter, axis)
        self._paint_knob(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setSliderDown(True)
            self.setValue(self._nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In time, also where it is read from right to left: there the left arrow goes on."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onward = (key == Qt.Key.Key_Right) != self.isRightToLeft()
            self.setValue(self.value() + (1 if onward else -1))
        else:
            super().keyPressEvent(event)

    def _nearest(self, x: float) -> int:
        axis = self.axis
        return min(range(len(self._kept)), key=lambda number: abs(_x(axis, self._kept[number]) - x))

    def _paint_ground(self, painter: QPainter, axis: Axis) -> None:
        look, y = theme.current(), self._line_y()
        small = Measures.of(self.font(), theme.SMALL).font
        metrics = QFontMetricsF(small)
        painter.setPen(QPen(QColor(look.line), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(axis.left, y), QPointF(axis.right, y))
        painter.setFont(small)
        for year, x in axis.years(metrics.horizontalAdvance("2000") * 1.8):
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(x, y + 2), QPointF(x, y + _knob() + 1))
            painter.setPen(QColor(look.muted))
            below = QRectF(x - 50, y + _knob() + 2, 100, metrics.height())
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), str(year))

    def _paint_dots(self, painter: QPainter, axis: Axis) -> None:
        ink, card = QColor(theme.current().ink), QColor(theme.current().card)
        y, size = self._line_y(), theme.space() * _DOT
        painter.setPen(QPen(ink, 1.5))
        for kept in self._kept:
            painter.setBrush(ink if kept.conversation else card)
            painter.drawEllipse(QPointF(_x(axis, kept), y), size, size)

    def _paint_knob(self, painter: QPainter) -> None:
        look, at = theme.current(), QPointF(self.x_of(self.value()), self._line_y())
        painter.setPen(QPen(QColor(look.card), 2))
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(at, _knob() - 1, _knob() - 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, _knob() + 1, _knob() + 1)
        said = words.day(self._kept[self.value()])
        wide = QFontMetricsF(self.font()).horizontalAdvance(said) + 2
        left = min(max(at.x() - wide / 2, 2), self.width() - wide - 2)
        painter.setPen(QColor(look.ink))
        painter.drawText(
            QRectF(left, 0, wide, self.fontMetrics().height()), int(Qt.AlignmentFlag.AlignCenter), said
        )

    def _line_y(self) -> float:
        return self.fontMetrics().height() + _knob() + 4

    def _small_height(self) -> float:
        return QFontMetricsF(Measures.of(self.font(), theme.SMALL).font).height()

    def _describe(self) -> None:
        """A screen reader would only tell the number."""
        if self._kept:
            self.setAccessibleDescription(words.day(self._kept[self.value()]))


def _x(axis: Axis, kept: Kept) -> float:
    return axis.x(ordinal(kept.day) if kept.day else axis.start)


def _knob() -> float:
    return theme.space() * _KNOB
