"""From content to screen and back: scrolls the board and the tray, mirrors for right-to-left."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform


@dataclass(frozen=True, slots=True)
class Camera:
    """`width` is the view's; `tray` that of the tray, which scrolls on its own."""

    width: float
    mirrored: bool
    tray: float
    scroll: QPointF
    tray_scroll: float

    def shown(self, rect: QRectF) -> QRectF:
        """Where a rectangle of the content is on screen."""
        return self.pinned(rect.translated(-self._offset(rect.center().x())))

    def pinned(self, rect: QRectF) -> QRectF:
        """Where a rectangle that doesn't scroll is on screen."""
        if not self.mirrored:
            return rect
        return QRectF(self.width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())

    def content(self, point: QPointF) -> QPointF:
        """The point of the content that is at this point of the screen."""
        x = self.width - point.x() if self.mirrored else point.x()
        return QPointF(x, point.y()) + self._offset(x)

    def board_transform(self) -> QTransform:
        """Maps paths on the board to the screen."""
        moved = QTransform.fromTranslate(-self.scroll.x(), -self.scroll.y())
        return moved * QTransform(-1, 0, 0, 1, self.width, 0) if self.mirrored else moved

    def _offset(self, x: float) -> QPointF:
        return QPointF(0, self.tray_scroll) if x < self.tray else self.scroll
