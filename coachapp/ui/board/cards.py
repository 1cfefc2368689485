"""What lies on the board and beside it, as the board shows it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from coachapp.domain.portfolio import Activity, Ambition, Placement, Portfolio
from coachapp.domain.values import Cell

Place = Cell | str
"""A cell of the board, or one of `portfolio.ASIDE`: where a card lies beside it."""


@dataclass(frozen=True, slots=True)
class Card:
    """An activity in one place; `id` is the placement's, or the activity's beside the board.

    One that is `tried` is in no portfolio: it lies there to see what it would be like, and isn't moved.
    """

    id: str
    activity: Activity
    placement: Placement | None = None
    ambitions: tuple[Ambition, ...] = ()
    tried: bool = False

    @property
    def place(self) -> Place:
        return self.placement.cell if self.placement else self.activity.aside


def cards_of(portfolio: Portfolio, known: Mapping[str, Card]) -> dict[str, Card]:
    """Every card by id, in the order of ids; one that looks the same stays the very object in `known`."""
    activities = {activity.id: activity for activity in portfolio.activities}
    ambitions = _bearers(portfolio)
    cards = [(p.id, activities[p.activity_id], p) for p in portfolio.placements]
    placed = {placement.activity_id for placement in portfolio.placements}
    cards += [(a.id, a, None) for a in portfolio.activities if a.id not in placed]
    cards.sort(key=lambda card: card[0])
    return {card[0]: _same(known.get(card[0]), *card, ambitions.get(card[0], ())) for card in cards}


def _same(
    old: Card | None,
    card_id: str,
    activity: Activity,
    placement: Placement | None,
    wishes: tuple[Ambition, ...],
) -> Card:
    if old and old.activity is activity and old.placement is placement and old.ambitions == wishes:
        return old
    return Card(card_id, activity, placement, wishes)


def _bearers(portfolio: Portfolio) -> dict[str, tuple[Ambition, ...]]:
    """Which card each ambition of an activity starts from: the one in its origin, else the first."""
    wanted = {ambition.activity_id for ambition in portfolio.ambitions} - {""}
    lying: defaultdict[str, list[Placement]] = defaultdict(list)
    for placement in portfolio.placements:
        if placement.activity_id in wanted:
            lying[placement.activity_id].append(placement)
    bearers: defaultdict[str, tuple[Ambition, ...]] = defaultdict(tuple)
    for ambition in portfolio.ambitions:
        if ambition.activity_id:
            options = lying[ambition.activity_id]
            first = options[0].id if options else ambition.activity_id
            bearers[next((p.id for p in options if p.cell == ambition.origin), first)] += (ambition,)
    return bearers
