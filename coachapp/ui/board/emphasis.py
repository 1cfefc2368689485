"""What stands out on the board for a while, as in a view on it; the rest recedes and stays in sight."""

from collections.abc import Mapping
from dataclasses import dataclass

from coachapp.ui.board.cards import Card
from coachapp.ui.board.signs import Sign


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The cards that stand out, by id, each with the one sign and word that says why."""

    signs: Mapping[str, Sign]

    def sign(self, card: Card) -> Sign | None:
        return self.signs.get(card.id)
