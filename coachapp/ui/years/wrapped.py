"""Lines of a list that wrap in the width there is; Qt's own measure them by another width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coachapp.ui import theme

_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_State = QStyle.StateFlag


class Wrapped(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._beside, self._above = theme.space(0.75), theme.space(0.375)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, width - 2 * self._beside, 100_000)
        words = QFontMetrics(_font(option, index)).boundingRect(room, _FLAGS, index.data())
        return QSize(width, words.height() + 2 * self._above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, state = theme.current(), option.state  # type: ignore[attr-defined] - the stubs lack it
        rect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen, has_focus = bool(state & _State.State_Selected), bool(state & _State.State_HasFocus)
        painter.setPen(QPen(QColor(look.ink), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent) if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(QColor(look.on_accent if is_chosen else look.ink))
        painter.setFont(_font(option, index))
        painter.setLayoutDirection(self._view.layoutDirection())
        painter.drawText(rect.adjusted(self._beside, 0, -self._beside, 0), _FLAGS, index.data())
        painter.restore()


def _font(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
    return index.data(Qt.ItemDataRole.FontRole) or option.font  # type: ignore[attr-defined]
