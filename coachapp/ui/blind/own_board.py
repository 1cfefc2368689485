"""The board of one of the two: cards are laid in cells, and nothing else is done there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.hand import Held
from coachapp.ui.board.measures import FULL
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.view import BoardView

_STEP: Final = 0.02


class WholeBoard(BoardView):
    """A board that would rather be smaller than scroll, as far as its words can be read."""

    def __init__(self, model: BoardModel, *, read_only: bool = False, reduced_motion: bool = False) -> None:
        super().__init__(model, read_only=read_only, reduced_motion=reduced_motion)
        self.setObjectName("apart")  # without the edge that lists in a dialog have
        self.setStyleSheet("#apart { border: none; border-radius: 0; padding: 0; }")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tray = self._stage.tray_width if self.has_tray else 0
        columns = self._stage.plain.column * len(self.board.portfolio.framework.shown_levels)
        room = event.size().width() - tray - (self._stage.needed_width() - columns)
        zoom = min(max(room / columns, FULL), 1.0)
        if abs(zoom - self.zoom) > _STEP:
            self.set_zoom(zoom)


class OwnBoard(WholeBoard):
    """`laid(activity ids, Place)`."""

    laid = Signal(object, object)

    def __init__(self, model: BoardModel, *, reduced_motion: bool = False) -> None:
        super().__init__(model, reduced_motion=reduced_motion)
        self._painter.invites = False
        self.entries.tray.setEnabled(False)
        self.entries.tray.hide()
        for part in (self, self.viewport()):
            part.setAcceptDrops(False)
        self.lay_requested.connect(self._on_lay)
        self.remove_requested.connect(lambda: self._tell(self.chosen_cards(), ""))

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
