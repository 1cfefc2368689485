"""A board of the past as a portfolio that the board can show."""

from dataclasses import replace

from coachapp.domain.board_then import Laid
from coachapp.domain.portfolio import PARTS, Activity, Placement, Portfolio
from coachapp.domain.years import Board


class Showing:
    """What looks the same on two days is the same object on both, so that it needn't be drawn again."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._bare = replace(portfolio, activities=(), placements=(), ambitions=(), variants=(), snapshots=())
        self._cells = frozenset(portfolio.framework.board)
        self._activities: dict[tuple[str, str, str], Activity] = {}
        self._placements: dict[tuple[str, Laid], Placement] = {}

    def of(self, board: Board) -> Portfolio:
        """Without the cards in cells that the board no longer has."""
        shown = [(key, board[key]) for key in sorted(board) if board[key].cell in self._cells]
        activities = {card.activity_id: self._activity(card) for _key, card in shown}
        placements = tuple(self._placement(key, card) for key, card in shown)
        return replace(self._bare, activities=tuple(activities.values()), placements=placements)

    def _activity(self, card: Laid) -> Activity:
        known = card.activity_id, card.title, card.hours
        if known not in self._activities:
            self._activities[known] = Activity(card.activity_id, card.title, hours=card.amount)
        return self._activities[known]

    def _placement(self, key: str, card: Laid) -> Placement:
        if (key, card) not in self._placements:
            part = card.part if card.part in PARTS else ""
            self._placements[key, card] = Placement(
                key, card.activity_id, card.cell, card.status, card.energy, part=part
            )
        return self._placements[key, card]
