"""Drawn cards, kept for the next frame; no more than fit on a few screens."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from coachapp.ui.board.cards import Card
from coachapp.ui.board.face import Face
from coachapp.ui.board.scene import Scene

_MOST: Final = 600


class _Kept(NamedTuple):
    card: Card
    face: Face
    size: QSizeF
    pixmap: QPixmap


class Pixmaps:
    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], _Kept] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, scene: Scene, card: Card, size: QSizeF, like: QPainter) -> QPixmap:
        """The card at this size, for a painter with this resolution and direction."""
        face = scene.face(card)
        key = card.id, face.is_plain  # after a view on it, the board as it always is comes back at once
        kept = self._kept.get(key)
        if kept and kept.card is card and kept.face is face and kept.size == size:
            return kept.pixmap
        pixmap = self._painted(face, card, size, like)
        self._kept.pop(key, None)
        self._kept[key] = _Kept(card, face, size, pixmap)
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return pixmap

    def clear(self) -> None:
        self._kept.clear()

    @staticmethod
    def _painted(face: Face, card: Card, size: QSizeF, like: QPainter) -> QPixmap:
        ratio = like.device().devicePixelRatioF()
        pixmap = QPixmap((size * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setLayoutDirection(like.layoutDirection())
        face.paint(painter, QRectF(QPointF(), size), card)
        painter.end()
        return pixmap
