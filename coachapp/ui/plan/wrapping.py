"""Lines of a tree that wrap."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from coachapp.ui import theme

_TARGET: Final = 24  # pixels: what can be hit by a hand that is not steady


class WrappingLines(QStyledItemDelegate):
    """A tree asks how high words are without saying how wide they may be."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree, self._edge = tree, theme.space(1)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation()
        within = QStyleOptionViewItem(option)
        within.rect = QRect(0, 0, room - self._edge, 1)  # type: ignore[attr-defined]
        size = super().sizeHint(within, index) + QSize(0, self._edge // 2)
        return size.expandedTo(QSize(0, _TARGET))
