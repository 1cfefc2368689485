"""What must hold within a portfolio, beyond what each value checks for itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from coachapp.domain.portfolio import KINDS, Ambition, Item, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.errors import CoachError, NotAValue, NotThere, UnknownCell
from coachapp.i18n import gettext as _

# kind of item -> (field, kind it refers to)
REFERENCES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "teams": (("context_id", "contexts"),),
    "activities": (("context_id", "contexts"), ("team_id", "teams")),
    "placements": (("activity_id", "activities"),),
    "ambitions": (("activity_id", "activities"),),
    "goals": (("ambition_id", "ambitions"),),
    "actions": (("goal_id", "goals"),),
    "reflections": (("activity_id", "activities"),),
}

# kind of item -> (field, vocabulary); an empty choice is always allowed
_WORDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "activities": (("profiles", "role_profile"),),
    "placements": (
        ("status", "status"),
        ("energy", "energy"),
        ("recognition", "recognition"),
        ("phase", "phase"),
    ),
    "ambitions": (("career_line", "career_line"),),
    "actions": (("actors", "actor"),),
    "reflections": (("competence", "career_competence"),),
}


def check(portfolio: Portfolio, kind: str, items: Iterable[Item]) -> None:
    """Raise the first fault of these items within this portfolio."""
    known = {to: {item.id for item in getattr(portfolio, to)} for _field, to in REFERENCES.get(kind, ())}
    for item in items:
        _check_references(kind, item, known)
        _check_words(portfolio, kind, item)
        _check_cells(portfolio, item)


def faults(portfolio: Portfolio) -> Iterator[str]:
    """Every rule that does not hold, each as one plain sentence."""
    for kind in KINDS:
        items = getattr(portfolio, kind)
        for item_id, count in Counter(item.id for item in items).items():
            if count > 1:
                yield _("{count} {kind} have the same id {id}.").format(count=count, kind=kind, id=item_id)
        for item in items:
            try:
                check(portfolio, kind, (item,))
            except CoachError as error:
                yield f"{kind} {item.id}: {error}"
    yield from _placement_faults(portfolio)


def _check_references(kind: str, item: Item, known: dict[str, set[str]]) -> None:
    for field, to in REFERENCES.get(kind, ()):
        target = getattr(item, field)
        if target not in known[to] and (target or kind == "placements"):
            raise NotThere(id=target)


def _check_words(portfolio: Portfolio, kind: str, item: Item) -> None:
    for field, vocabulary in _WORDS.get(kind, ()):
        value = getattr(item, field)
        for word in (value,) if isinstance(value, str) else value:
            if word and word not in portfolio.framework.choices(vocabulary):
                raise NotAValue(value=word, field=field)


def _check_cells(portfolio: Portfolio, item: Item) -> None:
    cells: tuple[Cell | None, ...] = ()
    if isinstance(item, Placement):
        cells = (item.cell,)
    elif isinstance(item, Ambition):
        cells = (item.origin, item.target)
    for cell in cells:
        if cell is not None and cell not in portfolio.framework.board:
            raise UnknownCell(cell=cell)


def _placement_faults(portfolio: Portfolio) -> Iterator[str]:
    aside = {activity.id for activity in portfolio.activities if activity.aside}
    counts = Counter((p.activity_id, p.cell) for p in portfolio.placements)
    for (activity_id, cell), count in counts.items():
        if count > 1:
            yield _("Activity {id} lies {count} times in {cell}.").format(
                id=activity_id, count=count, cell=cell
            )
    for activity_id in sorted(aside & {p.activity_id for p in portfolio.placements}):
        yield _("Activity {id} lies on the board and beside it at once.").format(id=activity_id)
