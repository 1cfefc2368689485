"""Edits of where activities lie, as every page makes them."""

import datetime as dt
from collections.abc import Collection

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell, new_id


def today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar


def lay(activity_ids: Collection[str], cell: Cell) -> Edit:
    """Lay activities in a cell, in which some may lie already."""
    return edits.place(*(Placement(new_id(), id_, cell, placed_on=today()) for id_ in activity_ids))


def lay_new(title: str, cell: Cell) -> Edit:
    """A new activity, straight into a cell."""
    activity = Activity(new_id(), title)
    return edits.in_order(edits.add(activity), lay((activity.id,), cell))


def activities_of(portfolio: Portfolio, ids: Collection[str]) -> tuple[Activity, ...]:
    """The activities of cards: ids of placements, or of activities in no cell."""
    wanted = {p.activity_id for p in portfolio.placements if p.id in ids}.union(ids)
    return tuple(a for a in portfolio.activities if a.id in wanted)
