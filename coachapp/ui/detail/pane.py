"""The pane: shows the chosen cards or cell, and scrolls."""

from collections.abc import Collection

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
        self._card, self._cell = CardDetail(editor), CellDetail(editor)
        self._nothing = labels.note(_("Click a card or a cell to read about it here."))
        for part in (self._card, self._cell):
            part.cell_requested.connect(self.cell_requested)
            part.ambition_requested.connect(self.ambition_requested)
        self._content = QWidget()
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
        self._card.flush()
        self._cell.flush()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 44, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        content = self._content
        layout = QVBoxLayout(content)
        layout.setContentsMargins(STEP * 2, STEP * 2, STEP * 2, STEP * 2)
        for part in (self._card, self._cell, self._nothing):
            layout.addWidget(part)
        layout.addStretch(1)
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
        cards = bool(self._ids) and self._card.show_cards(self._ids)
        if self._at is not None:
            self._cell.show_cell(self._at)
        self._card.setVisible(cards)
        self._cell.setVisible(self._at is not None)
        self._nothing.setVisible(not cards and self._at is None)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is not self._editor.portfolio:
            self._refresh()
