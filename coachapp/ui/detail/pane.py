"""The pane: shows the chosen cards or cell, and scrolls."""

from collections.abc import Collection
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.detail.card import CardDetail
from coachapp.ui.detail.cell import CellDetail
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.settings import Settings
from coachapp.ui.theme import STEP

_Part = TypeVar("_Part", CardDetail, CellDetail)


class DetailPane(QScrollArea):
    """`ambition_requested(Ambition)` carries a wish without a target, which is clicked on the board."""

    cell_requested = Signal(Cell)
    ambition_requested = Signal(object)

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._ids: tuple[str, ...] = ()
        self._at: Cell | None = None
        self._shown: Portfolio | None = None
        self._card: CardDetail | None = None
        self._cell: CellDetail | None = None
        self._nothing = labels.note(_("Choose a card, cell or row to read about it here."))
        self._content = QWidget()
        self._parts = QVBoxLayout(self._content)
        self._lay_out()
        editor.changed.connect(self._on_changed)
        self.show_nothing()

    def show_cards(self, ids: Collection[str]) -> None:
        """Show one card or several: ids of placements, or of activities that lie beside the board."""
        self._turn_to(tuple(ids), None)

    def show_cell(self, cell: Cell) -> None:
        self._turn_to((), cell)

    def show_nothing(self) -> None:
        self._turn_to((), None)

    def flush(self) -> None:
        """Keep what is still being typed; call before the window closes."""
        for part in (self._card, self._cell):
            if part:
                part.flush()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 44, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        content = self._content
        self._parts.setContentsMargins(STEP * 2, STEP * 2, STEP * 2, STEP * 2)
        self._parts.addWidget(self._nothing)
        self._parts.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Detail"))
        content.setAccessibleName(_("Detail"))

    def _turn_to(self, ids: tuple[str, ...], cell: Cell | None) -> None:
        if (ids, cell) != (self._ids, self._at):
            self.flush()
            self.verticalScrollBar().setValue(0)
        self._ids, self._at = ids, cell
        self._shown = None
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._shown = self._editor.portfolio
        cards = bool(self._ids) and self._card_part().show_cards(self._ids)
        if self._at is not None:
            self._cell_part().show_cell(self._at)
        if self._card:
            self._card.setVisible(cards)
        if self._cell:
            self._cell.setVisible(self._at is not None)
        self._nothing.setVisible(not cards and self._at is None)

    def _card_part(self) -> CardDetail:
        """Made when it is first asked for, as it is large."""
        self._card = self._card or self._joined(CardDetail(self._editor))
        return self._card

    def _cell_part(self) -> CellDetail:
        self._cell = self._cell or self._joined(CellDetail(self._editor))
        return self._cell

    def _joined(self, part: _Part) -> _Part:
        part.hide()
        part.cell_requested.connect(self.cell_requested)
        part.ambition_requested.connect(self.ambition_requested)
        self._parts.insertWidget(0, part)
        return part

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is not self._editor.portfolio:
            self._refresh()
