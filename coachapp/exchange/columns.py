"""Which column of a list is what: from its heading, else from what stands in it."""

from collections.abc import Sequence
from typing import Final

from coachapp.exchange.headings import is_task, read_heading
from coachapp.exchange.hours import read_hours
from coachapp.exchange.periods import read_period
from coachapp.exchange.roles import Role
from coachapp.exchange.table import Line, Table

_LOOKED_AT: Final = 40
_MOSTLY: Final = 0.6


def guess(table: Table, heading: Line | None) -> tuple[Role, ...]:
    """What each column is, with exactly one that holds the activities."""
    if heading is None:
        found = [_by_content(table.column(i)) for i in range(table.width)]
    else:
        found = [read_heading(heading.cell(i)) for i in range(table.width)]
    title = _title_column(table, heading, found)
    roles = [Role.EXTRA if role in (None, Role.TITLE) else role for role in found]
    roles[title] = Role.TITLE
    if heading is None and Role.EXTRA in roles:
        roles[roles.index(Role.EXTRA)] = Role.DESCRIPTION
    return tuple(roles)


def _title_column(table: Table, heading: Line | None, roles: Sequence[Role | None]) -> int:
    """The column named so, else the description, else the first that isn't known as something else."""
    if task := [i for i, cell in enumerate(heading.cells if heading else ()) if is_task(cell)]:
        return task[0]
    for wanted in (Role.TITLE, Role.DESCRIPTION, None, Role.EXTRA):
        if wanted in roles:
            return roles.index(wanted)
    return max(range(table.width), key=lambda i: len("".join(table.column(i))))


def _by_content(cells: Sequence[str]) -> Role | None:
    looked_at = cells[:_LOOKED_AT]
    if len(looked_at) != 1 and [c.rstrip(".)") for c in looked_at] == [
        str(i + 1) for i in range(len(looked_at))
    ]:
        return Role.LEFT_OUT
    enough = len(looked_at) * _MOSTLY
    if sum(1 for cell in looked_at if read_hours(cell)) >= enough:
        return Role.HOURS_YEAR
    return Role.PERIOD if sum(1 for cell in looked_at if read_period(cell)) >= enough else None
