"""Where the hours of what is done now lie, in neutral sentences. Week and year are never added together."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

from coachapp.domain.phrases import counted, listed
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

_NOT_NOW: Final = ("done", "exploring")
Lying = list[tuple[Activity, set[Cell]]]


def now(portfolio: Portfolio) -> Lying:
    """Activities with hours that are done now, and in which cells they lie."""
    cells: defaultdict[str, set[Cell]] = defaultdict(set)
    for placement in portfolio.placements:
        if placement.status not in _NOT_NOW:
            cells[placement.activity_id].add(placement.cell)
    return [(a, cells[a.id]) for a in portfolio.activities if a.hours and a.hours.amount and cells[a.id]]


def told(portfolio: Portfolio) -> Iterator[str]:
    lying, framework = now(portfolio), portfolio.framework
    for per in ("year", "week"):
        some = [
            (activity, cells) for activity, cells in lying if activity.hours and activity.hours.per == per
        ]
        in_cells = _sums(some, lambda cell: cell)
        if len(in_cells) == 1 and None not in in_cells:
            yield _words(per)[0].format(place=framework.cell_title(next(filter(None, in_cells))))
            continue
        levels, roles = _sums(some, lambda cell: cell.level), _sums(some, lambda cell: cell.role)
        yield from _sentence(per, levels, {level.id: str(level.title) for level in framework.levels})
        yield from _sentence(per, roles, {role.id: str(role.title) for role in framework.roles})
    wide = sum(len(cells) > 1 for _activity, cells in lying)
    if wide:
        words = ngettext(
            "the hours of {count} activity lie over several cells",
            "the hours of {count} activities lie over several cells",
            wide,
        )
        yield words.format(count=counted(wide))


def _sums(some: Lying, part: Callable[[Cell], Any]) -> dict[Any, Decimal]:
    """The hours in each such part of the board; under None those of what lies in several."""
    sums: defaultdict[Any, Decimal] = defaultdict(Decimal)
    for activity, cells in some:
        parts = {part(cell) for cell in cells}
        if activity.hours:
            sums[parts.pop() if len(parts) == 1 else None] += activity.hours.amount
    return dict(sums)


def _sentence(per: str, sums: dict[Any, Decimal], titles: dict[str, str]) -> Iterator[str]:
    total, every, most, some = sum(sums.values(), Decimal(0)), *_words(per)
    named = [titles[one] for one in titles if one in sums]
    largest = max(titles, key=lambda one: sums.get(one, Decimal(0)))
    if named and len(sums) == 1:
        yield every.format(place=named[0])
    elif 2 * sums.get(largest, Decimal(0)) > total:
        yield most.format(place=titles[largest])
    elif named:
        yield some.format(places=listed(named))


def _words(per: str) -> tuple[str, str, str]:
    if per == "week":
        return (
            _("all hours per week lie in {place}"),
            _("most hours per week lie in {place}"),
            _("hours per week lie in {places}"),
        )
    return (
        _("all hours per year lie in {place}"),
        _("most hours per year lie in {place}"),
        _("hours per year lie in {places}"),
    )
