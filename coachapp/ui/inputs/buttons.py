"""Buttons whose words wrap, with a drawn sign: choices that can be on, and quiet ways to elsewhere."""

import re
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coachapp.ui import shapes, theme
from coachapp.ui.inputs import labels
from coachapp.ui.theme import CARD_RADIUS

_PARTS: Final = re.compile("[\\s\u200b-]")
_TARGET: Final = 28  # pixels: the least height of what is clicked
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class WordButton(QPushButton):
    """A button that grows in height rather than cut its words off.

    A checkable one is a choice, with an edge, and filled when on. Another is quiet: words in the
    accent colour. `hue` colours the sign; without it the sign has the colour of the words.
    """

    def __init__(
        self, words: str, parent: QWidget | None = None, sign: QPainterPath | None = None, hue: str = ""
    ) -> None:
        super().__init__(labels.breakable(words), parent)
        self.setAccessibleName(words)
        self._sign, self._hue = sign, hue
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(labels.breakable(words))
        self.setAccessibleName(words)
        self.updateGeometry()

    def show_sign(self, sign: QPainterPath) -> None:
        self._sign = sign
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(_TARGET, self._words_size(width - self._beside()).height() + 2 * theme.space(0.5))

    def sizeHint(self) -> QSize:
        width = self._words_size(1 << 20).width() + self._beside() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        longest = max(_PARTS.split(self.text()), key=len)
        width = self.fontMetrics().horizontalAdvance(longest) + self._beside() + 2
        return QSize(width, _TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edge(painter)
        inner, colour = self._inner(), self._colour()
        if self._sign is not None:
            side = self._sign_side()
            left = inner.right() - side if self.isRightToLeft() else inner.left()
            place = QRectF(left, inner.top() + (inner.height() - side) / 2, side, side)
            shapes.drawn(
                painter, self._sign, place, self._hue if self._hue and not self.isChecked() else colour
            )
            inner = self._after_sign(inner)
        painter.setPen(QColor(colour))
        painter.drawText(inner, int(_WRAP), self.text())

    def _paint_edge(self, painter: QPainter) -> None:
        look, on = theme.current(), self.isChecked()
        near = self.hasFocus() or (self.underMouse() and self.isEnabled())
        if not self.isCheckable() and not near:
            return
        edge = QPen(QColor(look.accent if on or near else look.line), 2 if self.hasFocus() else 1)
        painter.setPen(edge if self.isCheckable() or self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent if on else look.card if self.isCheckable() else look.cell))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        if on and self.hasFocus():  # a second ring, as the first has the colour of the button
            painter.setPen(QPen(QColor(look.on_accent), 1))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), CARD_RADIUS - 3, CARD_RADIUS - 3)

    def _colour(self) -> str:
        """The colour of the words."""
        look = theme.current()
        if self.isChecked():
            return look.on_accent
        if not self.isEnabled():
            return look.muted
        return look.ink if self.isCheckable() else look.accent

    def _inner(self) -> QRect:
        side = self._padding()
        return self.rect().adjusted(side, theme.space(0.5), -side, -theme.space(0.5))

    def _after_sign(self, inner: QRect) -> QRect:
        taken = self._sign_side() + theme.space(0.75)
        return inner.adjusted(0, 0, -taken, 0) if self.isRightToLeft() else inner.adjusted(taken, 0, 0, 0)

    def _padding(self) -> int:
        return theme.space(1 if self.isCheckable() else 0.5)

    def _sign_side(self) -> int:
        return round(self.fontMetrics().ascent() * 0.9)

    def _beside(self) -> int:
        """The width that is not for words."""
        sign = self._sign_side() + theme.space(0.75) if self._sign is not None else 0
        return 2 * self._padding() + sign

    def _words_size(self, width: int) -> QSize:
        space = QRect(0, 0, max(width, 1), 1 << 20)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return self.fontMetrics().boundingRect(space, wrap, self.text()).size()
