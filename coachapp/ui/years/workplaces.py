"""Where she worked in these years: workplaces with their sectors as bars under the days."""

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coachapp import formats
from coachapp.domain.portfolio import Context, Portfolio
from coachapp.domain.years import ordinal
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs.words import sentence
from coachapp.ui.years.axis import Axis

_GAP: Final = 3.0


class Bar(NamedTuple):
    """A workplace from one `ordinal` to another, in a lane of its own while it lasts."""

    words: str
    told: str
    start: int
    end: int
    lane: int


class Workplaces(QWidget):
    """The bars; what holds on the marked days stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis: Axis | None = None
        self._marked: Sequence[int] = ()
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_portfolio(self, portfolio: Portfolio) -> None:
        self.bars = _bars(portfolio)
        self.setVisible(bool(self.bars))
        told = "; ".join(bar.told for bar in self.bars)
        self.setAccessibleName(_("Workplaces: {workplaces}").format(workplaces=told))
        self.updateGeometry()
        self.update()

    def show_days(self, axis: Axis, marked: Sequence[int]) -> None:
        """On this axis, with these days (as `ordinal`s) marked."""
        self._axis, self._marked = axis, marked
        self.update()

    def sizeHint(self) -> QSize:
        lanes = max((bar.lane + 1 for bar in self.bars), default=0)
        return QSize(theme.space(40), round(lanes * (self._high() + _GAP) + _GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(16), self.sizeHint().height())

    def rect_of(self, bar: Bar) -> QRectF:
        """Where the bar is painted; empty when it lies outside these years."""
        axis = self._axis
        if axis is None or bar.end < axis.start or bar.start > axis.end:
            return QRectF()
        left, right = sorted((axis.x(bar.start), axis.x(bar.end)))
        return QRectF(left, _GAP + bar.lane * (self._high() + _GAP), max(right - left, 4.0), self._high())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._axis is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [bar for bar in self.bars if not self.rect_of(bar).isEmpty()]
        for bar in shown:
            self._paint_bar(painter, bar)
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        for at in self._marked:
            x = self._axis.x(at)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        for bar in shown:
            self._paint_words(painter, bar)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            bar = next((bar for bar in self.bars if self.rect_of(bar).contains(at)), None)
            QToolTip.showText(event.globalPos(), f"<p>{escape(bar.told)}</p>" if bar else "", self)
            return True
        return super().event(event)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        look, holds = theme.current(), self._holds(bar)
        painter.setPen(QPen(QColor(look.accent if holds else look.line), 1.5 if holds else 1))
        painter.setBrush(QColor(look.card if holds else look.cell))
        painter.drawRoundedRect(self.rect_of(bar).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_words(self, painter: QPainter, bar: Bar) -> None:
        """Over the line of a day, on the colour of their bar."""
        look, holds = theme.current(), self._holds(bar)
        room = self.rect_of(bar).adjusted(7, 1.5, -7, -1.5)
        shown = self.fontMetrics().elidedText(bar.words, Qt.TextElideMode.ElideRight, int(room.width()))
        if len(shown) <= 1:  # the dots alone
            return
        wide = self.fontMetrics().horizontalAdvance(shown)
        left = room.right() - wide if self.isRightToLeft() else room.left()
        painter.fillRect(
            QRectF(left, room.top(), wide, room.height()), QColor(look.card if holds else look.cell)
        )
        painter.setPen(QColor(look.ink if holds else look.muted))
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def _holds(self, bar: Bar) -> bool:
        """Whether she worked there on a marked day."""
        return any(bar.start <= at <= bar.end for at in self._marked)

    def _high(self) -> float:
        return self.fontMetrics().height() + 4


def _bars(portfolio: Portfolio) -> tuple[Bar, ...]:
    """Each in the first lane that is free by then."""
    ends: list[int] = []
    found = []
    for context in sorted(portfolio.contexts, key=lambda one: one.since):
        start = ordinal(context.since) if context.since else 0
        end = ordinal(context.until, end=True) if context.until else ordinal("9999")
        lane = next((lane for lane, busy in enumerate(ends) if busy < start), len(ends))
        ends[lane : lane + 1] = [end]
        name = _words(portfolio, context)
        span = formats.span(context.since, context.until)
        found.append(Bar(name, f"{name}, {span}" if span else name, start, end, lane))
    return tuple(found)


def _words(portfolio: Portfolio, context: Context) -> str:
    titles = {sector.id: sentence(sector.title) for sector in portfolio.framework.sectors}
    sectors = ", ".join(titles.get(sector, sector) for sector in context.sectors)
    return " · ".join(part for part in (context.name or context.function or _("Workplace"), sectors) if part)
