"""What-if cards: laid on the board as a try. They are in no file until they are kept."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Ambition, Placement
from coachapp.domain.values import Cell, new_id
from coachapp.ui.board.cards import Card
from coachapp.ui.board.changes import today

EXPLORING: Final = "exploring"


class Tries(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    def lay(self, title: str, cell: Cell) -> Card:
        activity = Activity(new_id(), title)
        placement = Placement(new_id(), activity.id, cell, status=EXPLORING)
        card = Card(placement.id, activity, placement, tried=True)
        self.put_back((*self.cards, card))
        return card

    def take_away(self, card: Card) -> None:
        self.put_back(tuple(other for other in self.cards if other.id != card.id))

    def put_back(self, cards: tuple[Card, ...]) -> None:
        self.cards = cards
        self.changed.emit()


def as_activity(card: Card) -> Edit:
    """It becomes a card like the others: something she wants to explore."""
    assert card.placement
    placement = Placement(card.id, card.activity.id, card.placement.cell, status=EXPLORING, placed_on=today())
    return edits.in_order(edits.add(card.activity), edits.place(placement))


def as_ambition(card: Card) -> Edit:
    assert card.placement
    return edits.add(Ambition(new_id(), card.activity.title, target=card.placement.cell))
