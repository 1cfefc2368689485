"""The board's rows as an item view knows them: where each is, which is current, which are chosen."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView

from coachapp.domain.values import Cell
from coachapp.ui.board import spoken, steps
from coachapp.ui.board.bars import reveal
from coachapp.ui.board.canvas import Canvas
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.model import Index

_Flag = QItemSelectionModel.SelectionFlag


class Surface(Canvas):
    """`chosen` follows what is selected or current; what the keys come to has to be seen: `tray_needed`."""

    chosen = Signal()
    tray_needed = Signal()

    def chosen_cards(self) -> list[Card]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [card for card in map(self.board.card, rows) if card]

    def choose(self, ids: Iterable[str]) -> None:
        """Select these cards and bring the first into view."""
        shown = [self.board.at(card_id) for card_id in ids if self.board.row_of(card_id) >= 0]
        selection = QItemSelection()
        for index in shown:
            selection.select(index, index)
        if shown:
            self.selectionModel().setCurrentIndex(shown[0], _Flag.NoUpdate)
        self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def go_to(self, place: Place | None) -> None:
        """Make a place the current one, or nothing."""
        index = QModelIndex() if place is None else self.board.at(place)
        self.selectionModel().setCurrentIndex(index, _Flag.Clear)
        self.chosen.emit()

    def place_now(self) -> Place | None:
        """The place that is current, itself and not a card in it."""
        row = self.currentIndex().row()
        return None if row < 0 or self.board.card(row) else self.board.place(row)

    def current_keys(self) -> tuple[Place, ...]:
        """The current row by what it is, as rows change; of a card also where it lies, as cards go."""
        card, key = self.board.card(self.currentIndex().row()), self.current_key()
        return () if key is None else (key, card.place) if card else (key,)

    def current_key(self) -> Place | None:
        row = self.currentIndex().row()
        card = self.board.card(row)
        return card.id if card else self.board.place(row) if row >= 0 else None

    def choose_again(self, current: Sequence[Place], chosen: list[str]) -> None:
        """Come back to the first of these rows that is still there, and to those of the cards that are."""
        there = next((key for key in current if self.board.row_of(key) >= 0), None)
        if there is not None and self.current_key() != there:
            self.selectionModel().setCurrentIndex(self.board.at(there), _Flag.NoUpdate)
        if [card.id for card in self.chosen_cards()] != chosen:
            self.choose(chosen)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        card = self.board.card(index.row())
        rect = self.scene.card_rect(card) if card else self.scene.place_rect(self.board.place(index.row()))
        return rect.toAlignedRect()

    def indexAt(self, point: Any) -> QModelIndex:
        key = self.scene.index_key(QPointF(point))
        return QModelIndex() if key is None else self.board.at(key)

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002, N802
        return False

    def scrollTo(self, index: Index, hint: Any = None) -> None:  # noqa: ARG002
        if not self.has_tray and self.hasFocus() and self._is_beside(index):
            self.tray_needed.emit()
        rect, room = self.visualRect(index), self.scene.layout.room
        if rect.isEmpty():
            return
        viewport = self.viewport()
        if self._is_beside(index):
            reveal(self._tray_bar, rect.top(), rect.bottom(), (room.entry, viewport.height()))
            return
        reveal(self.verticalScrollBar(), rect.top(), rect.bottom(), (room.head, viewport.height()))
        left = viewport.width() - rect.right() if self.isRightToLeft() else rect.left()
        lead = room.tray + room.side
        reveal(self.horizontalScrollBar(), left, left + rect.width(), (lead, viewport.width()))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the cards that the rectangle touches."""
        area, chosen, scene = QRectF(rect.normalized()).adjusted(0, 0, 1, 1), QItemSelection(), self.scene
        for card_id, where in scene.layout.cards.items():
            if scene.camera.shown(where).intersects(area):
                chosen.select(self.board.at(card_id), self.board.at(card_id))
        self.selectionModel().select(chosen, command)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        between = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        key = steps.step(
            self.scene, self.current_key(), action, between_cells=between, mirrored=self.isRightToLeft()
        )
        return self.board.at(key)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """An arrow with Ctrl chooses where it comes too, so that what has the focus is what is chosen."""
        flags = super().selectionCommand(index, event)
        return _Flag.ClearAndSelect if flags == _Flag.NoUpdate and isinstance(event, QKeyEvent) else flags

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus():
            spoken.focus(self, current.row())
        self.viewport().update()
        if self.board.card(current.row()) is None:
            self.chosen.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        spoken.deselected(self, [index.row() for index in deselected.indexes()])
        spoken.selected(self, [index.row() for index in selected.indexes()])
        self.viewport().update()
        self.chosen.emit()

    def _is_beside(self, index: Index) -> bool:
        """Whether it is in the tray."""
        return index.isValid() and not isinstance(self.board.place(index.row()), Cell)
