"""What the hand holds: a picked card, one under way by keyboard or pointer, or an ambition to point out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from coachapp.domain.portfolio import Ambition
from coachapp.ui.board.cards import Card, Place

PICKED: Final = "picked"  # clicked; the next cell that is clicked gets it
CARRIED: Final = "carried"  # under way by keyboard
DRAGGED: Final = "dragged"
AIMING: Final = "aiming"  # an ambition looks for its cell


@dataclass(frozen=True, slots=True)
class Held:
    """`copies`: the cards stay where they are and come to lie in a second cell too."""

    way: str
    cards: tuple[Card, ...] = ()
    ambition: Ambition | None = None
    copies: bool = False


class Hand(QObject):
    """`changed` follows what is held and where it would go; `laid` and `aimed` when it arrives."""

    changed = Signal()
    target_changed = Signal(object, object)
    laid = Signal(object, object)  # Held, Place
    aimed = Signal(object, object)  # Ambition, Cell

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held: Held | None = None
        self.target: Place | None = None

    def is_(self, *ways: str) -> bool:
        return self.held is not None and self.held.way in ways

    def take(self, way: str, cards: Sequence[Card], *, copies: bool = False) -> None:
        self._hold(Held(way, tuple(cards), copies=copies) if cards else None)

    def aim(self, ambition: Ambition) -> None:
        self._hold(Held(AIMING, ambition=ambition))

    def over(self, place: Place | None) -> None:
        """It would come to lie here."""
        before, self.target = self.target, place
        if before != place:
            self.target_changed.emit(before, place)

    def let_go(self) -> None:
        """Leave everything as it was."""
        self._hold(None)

    def lay(self, place: Place) -> None:
        held = self.held
        self._hold(None)
        if held and held.ambition:
            self.aimed.emit(held.ambition, place)
        elif held:
            self.laid.emit(held, place)

    def _hold(self, held: Held | None) -> None:
        if held == self.held:
            return
        self.over(None)
        self.held = held
        self.changed.emit()
