"""The rows of the table: one for each placement, and one for each activity in no cell."""

from collections import defaultdict
from typing import NamedTuple

from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell


class Row(NamedTuple):
    """`nth` counts the placements of one activity, so that a row stays itself when it moves."""

    activity: Activity
    placement: Placement | None
    nth: int

    @property
    def key(self) -> tuple[str, int]:
        return self.activity.id, self.nth

    @property
    def card_id(self) -> str:
        """What the detail pane knows this row by."""
        return self.placement.id if self.placement else self.activity.id

    @property
    def lies(self) -> Cell | str:
        """Its cell, or where it lies beside the board."""
        return self.placement.cell if self.placement else self.activity.aside


def rows(portfolio: Portfolio) -> list[Row]:
    """In the order in which the activities were made."""
    placed: dict[str, list[Placement]] = defaultdict(list)
    for placement in portfolio.placements:
        placed[placement.activity_id].append(placement)
    return [
        Row(activity, placement, nth)
        for activity in portfolio.activities
        for nth, placement in enumerate(placed.get(activity.id) or (None,))
    ]
