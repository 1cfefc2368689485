"""Exploring from a cell or a card: what lies beside, ways on, paths, other sectors, and what if…"""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.board.cards import Card
from coachapp.ui.conversation.around_cell import AroundCell, head
from coachapp.ui.conversation.other_sectors import OtherSectors
from coachapp.ui.conversation.role_paths import RolePaths
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.conversation.tries import Tries
from coachapp.ui.conversation.ways_on import WaysOn
from coachapp.ui.conversation.what_if import WhatIf
from coachapp.ui.inputs import labels


class ExplorePart(QWidget):
    """Follows the cell in view, which is also that of the chosen card; paths and tries are on the board
    while this is in sight.
    """

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk, self._editor = talk, talk.editor
        self.cell: Cell | None = None
        self._card: Card | None = None
        self.tries = Tries(self)
        self.what_if = WhatIf(self._editor, self.tries)
        self.ways_on = WaysOn(talk)
        self.paths = RolePaths(self._editor.portfolio.framework)
        self.sectors = OtherSectors()
        self._none = labels.text(
            _("Choose a cell on the board, or a card in it, and look around from there.")
        )
        self._head, self._around = QWidget(), QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        for part in (
            self._none,
            self._head,
            self.ways_on,
            self.what_if,
            self._around,
            self.paths,
            self.sectors,
        ):
            self._column.addWidget(part)
        talk.board.chosen.connect(self._on_chosen)
        self.tries.changed.connect(self._show_tries)
        self.what_if.kept.connect(talk.board.choose)
        self.paths.path_shown.connect(self._show_path)
        self.paths.cell_wanted.connect(self.go_to)

    def refresh(self) -> None:
        """Follow the portfolio, and what is chosen on the board."""
        board, portfolio = self._talk.board, self._editor.portfolio
        cards = [card for card in board.chosen_cards() if card.placement]
        self._card = cards[0] if len(cards) == 1 else None
        place = board.place_now()
        cell = self._card.place if self._card else place
        if isinstance(cell, Cell) and cell != self.cell:
            self._turn_to(cell)
        self._none.setVisible(self.cell is None)
        self.ways_on.setVisible(self.cell is not None)
        if self.cell is not None:
            self._show_start(self.cell)
        self.sectors.show_cell(portfolio, self.cell)
        framework = portfolio.framework
        self.paths.offer(framework.paths_through(self.cell) if self.cell else framework.paths)

    def go_to(self, cell: Cell) -> None:
        """Make this the cell in view, on the board too."""
        board = self._talk.board
        board.setFocus()
        board.go_to(cell)
        board.scrollTo(board.board.at(cell))

    def state(self) -> object:
        return self.tries.cards

    def restore(self, state: object) -> None:
        """Larger text or another language take no try away."""
        if isinstance(state, tuple):
            self.tries.put_back(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._show_tries()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._talk.board.show_trail(())
        self._talk.board.try_out(())

    def _turn_to(self, cell: Cell) -> None:
        portfolio = self._editor.portfolio
        self.cell = cell
        around = AroundCell(portfolio, cell)
        around.cell_wanted.connect(self.go_to)
        around.example_wanted.connect(self._try_example)
        self._head = self._replaced(self._head, head(portfolio, cell))
        self._around = self._replaced(self._around, around)
        self.what_if.show_cell(cell)

    def _replaced(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _show_start(self, cell: Cell) -> None:
        card = self._card
        if card:
            start = Ambition("", activity_id=card.activity.id, origin=cell)
            self.ways_on.show_start(start, card.activity.title)
        else:
            self.ways_on.show_start(
                Ambition("", origin=cell), self._editor.portfolio.framework.cell_title(cell)
            )

    def _try_example(self, text: str) -> None:
        self.what_if.lay(text.removesuffix("."))

    def _show_tries(self) -> None:
        if self.isVisible():
            self._talk.board.try_out(self.tries.cards)

    def _show_path(self, cells: tuple[Cell, ...]) -> None:
        if self.isVisible():
            self._talk.board.show_trail(cells)

    def _on_chosen(self) -> None:
        if self.isVisible():
            self.refresh()
