"""What was laid on a table with numbered cards, told by the numbers in each cell."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell, new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

_BETWEEN: Final = re.compile(r"[\s,;.]+")
_LONGEST: Final = 6  # digits


class NotACardNumber(CoachError):
    """`value` is no number."""

    def _template(self) -> str:
        return _("“{value}” is not a number. Write the numbers with spaces between them, such as 3 7 12.")


class NoSuchCard(CoachError):
    """There is no card `number`; the last one is `most`."""

    def _template(self) -> str:
        if not self.fields["most"]:
            return _("There are no activities yet. Add them first, then print the cards again.")
        return _("There is no card {number}: the cards are numbered from 1 to {most}.")


class Step(NamedTuple):
    """An activity that goes to a cell; `origin` is the placement that moves, or None for a new one."""

    activity_id: str
    cell: Cell
    origin: str | None


def numbered(portfolio: Portfolio) -> dict[int, Activity]:
    """The number on each card: the first activity has 1, and later ones come behind it."""
    return dict(enumerate(portfolio.activities, 1))


def read(text: str, cards: Mapping[int, Activity]) -> tuple[int, ...]:
    """Such as "3 7, 12", each once. Raises NotACardNumber or NoSuchCard."""
    found: dict[int, None] = {}
    for part in filter(None, _BETWEEN.split(text)):
        if not part.isdecimal() or len(part) > _LONGEST:
            raise NotACardNumber(value=part)
        number = int(part)
        if number not in cards:
            raise NoSuchCard(number=number, most=len(cards))
        found[number] = None
    return tuple(found)


def steps(portfolio: Portfolio, lying: Mapping[Cell, tuple[Activity, ...]]) -> tuple[Step, ...]:
    """What has to be done so that the board shows this; what isn't told stays where it is."""
    wanted: dict[str, list[Cell]] = {}
    for cell, activities in lying.items():
        for activity in activities:
            wanted.setdefault(activity.id, []).append(cell)
    there: dict[str, dict[Cell, str]] = {activity_id: {} for activity_id in wanted}
    for placement in portfolio.placements:
        if placement.activity_id in wanted:
            there[placement.activity_id][placement.cell] = placement.id
    return tuple(step for each, cells in wanted.items() for step in _steps_of(each, cells, there[each]))


def _steps_of(activity_id: str, cells: list[Cell], there: dict[Cell, str]) -> list[Step]:
    """A card that lies elsewhere goes there; one that is in more cells now lies in those too."""
    free = [placement for cell, placement in there.items() if cell not in cells]
    going = [cell for cell in cells if cell not in there]
    origins = [*free, *(None for _cell in going)]
    return [Step(activity_id, cell, origin) for cell, origin in zip(going, origins, strict=False)]


def lay(todo: tuple[Step, ...], today: str) -> Edit:
    """All of it as one step."""
    moves = [step for step in todo if step.origin]
    fresh = [
        Placement(new_id(), step.activity_id, step.cell, placed_on=today) for step in todo if not step.origin
    ]
    moved = [step.origin for step in moves if step.origin]
    return edits.in_order(
        *(edits.move([step.origin], step.cell) for step in moves if step.origin),
        *([edits.change(Placement, moved, placed_on=today)] if moved else []),
        *([edits.place(*fresh)] if fresh else []),
    )


def told(todo: tuple[Step, ...]) -> str:
    """What would happen, in a sentence."""
    moved = sum(1 for step in todo if step.origin)
    placed = len(todo) - moved
    parts = (
        ngettext("{count} card is placed", "{count} cards are placed", placed).format(count=placed)
        if placed
        else "",
        ngettext("{count} card moves", "{count} cards move", moved).format(count=moved) if moved else "",
    )
    return ", ".join(filter(None, parts))
