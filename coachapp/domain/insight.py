"""What can be read from a portfolio; the screen, the list and the plan share these."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from coachapp.domain.portfolio import Activity, Ambition, Placement, Portfolio
from coachapp.domain.values import Cell, Hours


class Placed(NamedTuple):
    activity: Activity
    placement: Placement


class Total(NamedTuple):
    """Hours as typed, never converted into each other."""

    week: Decimal
    year: Decimal


def by_cell(portfolio: Portfolio) -> dict[Cell, tuple[Placed, ...]]:
    """What lies in each cell of the board, empty cells included, in the order of placing."""
    activities = {activity.id: activity for activity in portfolio.activities}
    cells: dict[Cell, list[Placed]] = {cell: [] for cell in portfolio.framework.board}
    for placement in portfolio.placements:
        cells[placement.cell].append(Placed(activities[placement.activity_id], placement))
    return {cell: tuple(placed) for cell, placed in cells.items()}


def beside_board(portfolio: Portfolio, aside: str) -> tuple[Activity, ...]:
    """Activities in no cell that lie to place (""), under "learning" or "off" the board."""
    placed = {placement.activity_id for placement in portfolio.placements}
    return tuple(a for a in portfolio.activities if a.id not in placed and a.aside == aside)


def cells_of(portfolio: Portfolio, activity_id: str) -> tuple[Cell, ...]:
    return tuple(p.cell for p in portfolio.placements if p.activity_id == activity_id)


def total(hours: Iterable[Hours | None]) -> Total:
    """The sum, per week and per year apart. Give each activity once for a total over cells."""
    given = [h for h in hours if h is not None]
    week, year = (sum((h.amount for h in given if h.per == per), Decimal(0)) for per in ("week", "year"))
    return Total(week, year)


def ambition_name(portfolio: Portfolio, ambition: Ambition) -> str:
    """Its own words, else those of its activity, else of the cell it goes to or lets go."""
    named = next((a.title for a in portfolio.activities if a.id == ambition.activity_id), "")
    cell = ambition.target or ambition.origin
    return ambition.title or named or (portfolio.framework.cell_title(cell) if cell else "")
