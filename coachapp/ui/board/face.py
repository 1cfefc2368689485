"""How one card looks: its words in lines, its status by form, its signs."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.ui import shapes, theme
from coachapp.ui.board.cards import Card
from coachapp.ui.board.emphasis import Emphasis
from coachapp.ui.board.measures import Measures
from coachapp.ui.board.signs import Sign, has_signs, signs
from coachapp.ui.board.wrap import Wrap, own_way

_LINES: Final = 5  # most titles need three at most, also in narrow columns
_EDGE: Final = 0.5  # of the line colour: the cell's edge carries the meaning, a card has its words
_BAND: Final = 5.0
_SIGN: Final = 0.72  # of a small line
_FAR: Final = 0.35  # of the hue of what recedes; its words stay readable


class Look(NamedTuple):
    """What makes two boards' cards look alike."""

    framework: Framework
    language: str
    show_hours: bool
    emphasis: Emphasis | None = None


class Face:
    """Draws cards at one size and in one theme; `wrap` knows the lines of titles from before."""

    def __init__(self, measures: Measures, look: Look, wrap: Wrap | None = None) -> None:
        self.measures = measures
        self._look = look
        self._theme = theme.current()
        self.wrap = wrap or Wrap(measures.font, measures.line, look.language)
        self._small = QFontMetricsF(measures.small_font)
        self._heights: dict[str, tuple[Card, float, float]] = {}
        self._roles = {role.id: index for index, role in enumerate(look.framework.roles)}

    @property
    def is_plain(self) -> bool:
        """No card stands out before others."""
        return self._look.emphasis is None

    def height(self, card: Card, width: float) -> float:
        """What the card needs at this width."""
        known = self._heights.get(card.id)
        if known and known[0] is card and known[1] == width:
            return known[2]
        height = self._height(card, width)
        self._heights[card.id] = card, width, height
        return height

    def _height(self, card: Card, width: float) -> float:
        m = self.measures
        if m.detail != "cards":
            return m.bar
        below = m.small + m.px(2) if self._has_signs(card) else 0.0
        return round(len(self.lines(card, width)) * m.line + below + m.px(11))

    def colour(self, card: Card) -> QColor:
        """The role's colour; plain beside the board."""
        current = self._theme
        place = card.place
        return QColor(current.role(self._roles[place.role]) if isinstance(place, Cell) else current.line)

    def paint(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        status = card.placement.status if card.placement else ""
        if self.measures.detail != "cards":
            self._paint_bar(painter, rect, card, status)
            return
        self._paint_ground(painter, rect, card, status)
        self._paint_words(painter, rect, card, status)

    def _paint_bar(self, painter: QPainter, rect: QRectF, card: Card, status: str) -> None:
        colour = self.colour(card)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if status == "exploring" else colour)
        painter.setOpacity(_FAR if self._recedes(card) else 0.45 if status == "done" else 1.0)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, rect: QRectF, card: Card, status: str) -> None:
        current, m = self._theme, self.measures
        far, edge = self._recedes(card), QColor(current.line)
        edge.setAlphaF(_FAR if far else 1.0 if self._look.emphasis else _EDGE)
        pen = QPen(edge, 1)
        if status == "exploring":
            pen = QPen(QColor(current.muted), 1.2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(current.cell if far or status in ("exploring", "done") else current.card))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.CARD_RADIUS, theme.CARD_RADIUS)
        width, inset = round(m.px(_BAND)), round(m.px(6))
        band = shapes.status_band(status, width, rect.height() - 2 * inset)
        colour = self.colour(card)
        if far or status == "done":
            colour.setAlphaF(_FAR if far else 0.45)
        left = rect.right() - inset - width if self._mirrored(painter) else rect.left() + inset
        painter.fillPath(band.translated(left, rect.top() + inset), colour)

    def _paint_words(self, painter: QPainter, rect: QRectF, card: Card, status: str) -> None:
        current, m = self._theme, self.measures
        box = self._text_box(painter, rect)
        painter.setPen(QColor(current.muted if status == "done" or self._recedes(card) else current.ink))
        self.wrap.paint(painter, box, card.activity.title, _LINES)
        marks = self._signs(card)
        if marks:
            self._paint_signs(
                painter, QRectF(box.left(), box.bottom() - m.small, box.width(), m.small), marks
            )

    def _paint_signs(self, painter: QPainter, rect: QRectF, marks: tuple[Sign, ...]) -> None:
        """Side by side from the leading edge; the first ones with words, as far as there is room.

        A sign alone always has its word, cut off if it has to be.
        """
        m, colour = self.measures, QColor(self._theme.ink if self._look.emphasis else self._theme.muted)
        painter.setFont(m.small_font)
        painter.setPen(colour)
        at, side, spare = 0.0, m.small * _SIGN, rect.width() - sum(self._width(mark) for mark in marks)
        for mark in marks:
            if mark.shape is not None:
                place = self._placed(painter, rect, at, side)
                place = QRectF(place.x(), rect.center().y() - side / 2, side, side)
                shapes.drawn(painter, mark.shape, place, colour)
                at += side + m.px(5)
            wide = self._small.horizontalAdvance(mark.word) + 1
            spare -= wide + m.px(6) if mark.shape is not None else 0
            if mark.shape is None or spare >= 0 or len(marks) == 1:
                room = min(wide, rect.width() - at)
                words = self._small.elidedText(mark.word, Qt.TextElideMode.ElideRight, room)
                painter.drawText(
                    self._placed(painter, rect, at, room),
                    int(Qt.AlignmentFlag.AlignVCenter),
                    own_way(words, mirrored=self._mirrored(painter)),
                )
                at += room + m.px(6)
            at += m.px(4)

    def _width(self, mark: Sign) -> float:
        """What a sign takes at least."""
        m = self.measures
        if mark.shape is None:
            return self._small.horizontalAdvance(mark.word) + 1 + m.px(10)
        return m.small * _SIGN + m.px(9)

    def _placed(self, painter: QPainter, rect: QRectF, at: float, width: float) -> QRectF:
        """`width` pixels at `at` from the leading edge."""
        left = rect.right() - at - width if self._mirrored(painter) else rect.left() + at
        return QRectF(left, rect.top(), width, rect.height())

    def _text_box(self, painter: QPainter, rect: QRectF) -> QRectF:
        m = self.measures
        near, far = m.px(17), m.px(6)
        if self._mirrored(painter):
            near, far = far, near
        return rect.adjusted(near, m.px(5), -far, -m.px(6))

    def lines(self, card: Card, width: float) -> tuple[str, ...]:
        """The title as it stands on a card of this width."""
        return self.wrap.lines(card.activity.title, width - self.measures.px(23), _LINES)

    def _signs(self, card: Card) -> tuple[Sign, ...]:
        """Its own; while others stand out none, and of one that stands out the sign of that."""
        if self._look.emphasis:
            sign = self._look.emphasis.sign(card)
            return (sign,) if sign else ()
        return signs(self._look.framework, card, show_hours=self._look.show_hours)

    def _has_signs(self, card: Card) -> bool:
        """Cards that have signs keep the room for them, so that the board stays as it is in every view."""
        stands_out = self._look.emphasis is not None and self._look.emphasis.sign(card) is not None
        return stands_out or has_signs(card, show_hours=self._look.show_hours)

    def _recedes(self, card: Card) -> bool:
        return self._look.emphasis is not None and self._look.emphasis.sign(card) is None

    def _mirrored(self, painter: QPainter) -> bool:
        return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
