"""The board of one of the two: cards are laid in cells, and nothing else is done there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.hand import Held
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.view import BoardView


def bare(board: BoardView) -> None:
    """Without the edge that lists in a dialog have."""
    board.setObjectName("apart")
    board.setStyleSheet("#apart { border: none; border-radius: 0; padding: 0; }")


class OwnBoard(BoardView):
    """`laid(activity ids, Place)`."""

    laid = Signal(object, object)

    def __init__(self, model: BoardModel, *, reduced_motion: bool = False) -> None:
        super().__init__(model, reduced_motion=reduced_motion)
        bare(self)
        self._painter.invites = False
        self.entries.tray.setEnabled(False)
        self.entries.tray.hide()
        for part in (self, self.viewport()):
            part.setAcceptDrops(False)
        self.lay_requested.connect(self._on_lay)
        self.remove_requested.connect(lambda: self._tell(self.chosen_cards(), ""))
        self.zoom_requested.connect(lambda times: self.set_zoom(min(max(self.zoom * times, 0.5), 2.0)))

    def type_into(self, place: Place, text: str = "") -> None:
        """New activities wait until both boards lie over each other."""

    def paste(self, text: str) -> None:
        """Nor are they pasted."""

    def entry_height(self) -> float:
        return self._stage.plain.px(12)

    def _on_lay(self, held: Held, place: Place) -> None:
        self._tell(held.cards, place)

    def _tell(self, cards: Sequence[Card], place: Place) -> None:
        self.laid.emit(tuple(dict.fromkeys(card.activity.id for card in cards)), place)
