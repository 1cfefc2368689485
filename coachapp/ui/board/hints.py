"""The one line below the board that says what can be done now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.board.cards import Card
from coachapp.ui.board.hand import AIMING, CARRIED, DRAGGED
from coachapp.ui.board.view import BoardView
from coachapp.ui.theme import STEP


class HintLine(QLabel):
    """Follows what is chosen and what is in the hand."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self._view = view
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(2 * STEP, STEP // 2, 2 * STEP, STEP // 2)
        view.chosen.connect(self._refresh)
        view.hand.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setText(hint(self._view))


def hint(view: BoardView) -> str:
    held = view.hand.held
    if view.read_only:
        return _("Click a cell or a card to read about it.")
    if held is None:
        return _with_empty_hand(view.chosen_cards())
    if held.way == AIMING:
        return _(
            "Click the cell where this should grow, or choose it with the arrow keys and Space. "
            "The same cell: deepen it here. Esc: leave it."
        )
    titles = ngettext("“{title}” is picked up.", "{count} cards are picked up.", len(held.cards)).format(
        title=held.cards[0].activity.title, count=len(held.cards)
    )
    if held.way == DRAGGED:
        return titles + " " + _("Let go over a cell. With Ctrl it comes to lie there too. Esc: leave it.")
    if held.way == CARRIED:
        return titles + " " + _("Arrow keys choose a cell, Space lays it there, Esc leaves it.")
    return titles + " " + _("Click a cell to lay it there. Esc: leave it.")


def _with_empty_hand(chosen: Sequence[Card]) -> str:
    if len(chosen) == 1:
        return _("Click it again or press Space to pick it up, or drag it to a cell.")
    return _("Drag a card to a cell, or click a card and then a cell. To add: type in a cell.")
