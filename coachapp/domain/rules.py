"""What must hold within a portfolio, beyond what each value checks for itself."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain, filterfalse
from operator import attrgetter
from typing import Any, Final

from coachapp.domain import parts
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Item, Portfolio
from coachapp.errors import CoachError, NotAValue, NotThere, UnknownCell
from coachapp.i18n import gettext as _

# kind of item -> (field, kind it refers to)
REFERENCES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "teams": (("context_id", "contexts"),),
    "activities": (("context_id", "contexts"), ("team_id", "teams")),
    "placements": (("activity_id", "activities"),),
    "ambitions": (("activity_id", "activities"),),
    "goals": (("ambition_id", "ambitions"), ("conversation_id", "conversations")),
    "actions": (("goal_id", "goals"), ("conversation_id", "conversations")),
    "agreements": (("conversation_id", "conversations"),),
    "reflections": (("activity_id", "activities"),),
    "evidence": (("activity_id", "activities"), ("goal_id", "goals"), ("newer_id", "evidence")),
    "notes": (("conversation_id", "conversations"), ("activity_id", "activities")),
    "views": (("conversation_id", "conversations"), ("activity_id", "activities")),
    "snapshots": (("conversation_id", "conversations"),),
}

# (kind of item, field): what goes along when what it refers to is removed
GO_ALONG: Final = {
    ("placements", "activity_id"),
    ("evidence", "activity_id"),
    ("evidence", "goal_id"),
    ("notes", "conversation_id"),
    ("views", "conversation_id"),
    ("views", "activity_id"),
    ("snapshots", "conversation_id"),
}

# what means nothing without what it refers to
BOUND: Final = {("placements", "activity_id"), ("views", "conversation_id"), ("views", "activity_id")}

# kind of item -> (field, what of the framework it is a choice of); an empty choice is always allowed
WORDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "contexts": (("sectors", "sector"),),
    "activities": (("profiles", "role_profile"),),
    "placements": (
        ("status", "status"),
        ("energy", "energy"),
        ("recognition", "recognition"),
        ("phase", "phase"),
    ),
    "ambitions": (("career_line", "career_line"),),
    "actions": (("actors", "actor"), ("competence", "career_competence")),
    "agreements": (("actors", "actor"),),
    "reflections": (("question_id", "question"), ("competence", "career_competence")),
    "conversations": (("step", "step"), ("visited", "step")),
    "notes": (("step", "step"), ("question_id", "question")),
}

# kind of item -> the fields with a cell of the board, or None
_CELLS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("placements", "views", "notes", "reflections"), ("cell",)),
    "ambitions": ("origin", "target"),
}


def check(portfolio: Portfolio, kind: str, items: Collection[Item]) -> None:
    """Raise a fault of these items within this portfolio."""
    for check_some in _checks(portfolio, kind, items):
        check_some(items)


def faults(portfolio: Portfolio) -> Iterator[str]:
    """Every rule that does not hold, each as one plain sentence."""
    for kind in KINDS:
        items = getattr(portfolio, kind)
        yield from _id_faults(kind, [item.id for item in items])
        checks = tuple(_checks(portfolio, kind, items))
        for item in items:
            try:
                for check_some in checks:
                    check_some((item,))
            except CoachError as error:
                gone = _("it refers to something that is not there.")
                fault = gone if isinstance(error, NotThere) else error
                yield _("In {part}, “{title}”: {fault}").format(
                    part=parts.name(kind), title=parts.title(item), fault=fault
                )
    yield from _placement_faults(portfolio)


def _checks(
    portfolio: Portfolio, kind: str, items: Collection[Item]
) -> Iterator[Callable[[Collection[Item]], None]]:
    """What checks some of these items of this kind: field by field, many times faster than item by item."""
    for field, to in REFERENCES.get(kind, ()):
        ids = map(attrgetter("id"), getattr(portfolio, to))
        known = set(map(attrgetter(field), items)).intersection(ids)
        allowed = known if (kind, field) in BOUND else known | {""}
        yield partial(_check, field, allowed, lambda value: NotThere(id=value))
    for field, name in WORDS.get(kind, ()):
        words = _choices(portfolio.framework, name) | {""}
        yield partial(_check, field, words, lambda value, field=field: NotAValue(value=value, field=field))
    for field in _CELLS.get(kind, ()):
        cells = {None, *portfolio.framework.board}
        yield partial(_check, field, cells, lambda value: UnknownCell(cell=value))
    if kind == "snapshots":
        yield _check_cards


def _check(
    field: str, allowed: AbstractSet[Any], fault: Callable[[Any], CoachError], items: Collection[Item]
) -> None:
    values = [*map(attrgetter(field), items)]
    single = chain.from_iterable(values) if values and isinstance(values[0], tuple) else values
    for value in filterfalse(allowed.__contains__, single):
        raise fault(value)


def _check_cards(snapshots: Iterable[Any]) -> None:
    for snapshot in snapshots:
        _ = snapshot.cards  # reads them, which raises what is wrong


def _choices(framework: Framework, name: str) -> frozenset[str]:
    if name == "sector":
        return frozenset(sector.id for sector in framework.sectors)
    if name == "step":
        return frozenset(step.id for step in framework.steps)
    if name == "question":
        return frozenset(question.id for question in framework.questions)
    return frozenset(framework.choices(name))


def _id_faults(kind: str, ids: list[str]) -> Iterator[str]:
    for item_id, count in Counter(ids).items():
        if count > 1:
            yield _("In {part}, {count} have the same id {id}.").format(
                part=parts.name(kind), count=count, id=item_id
            )
    if ids != sorted(ids):
        yield _("In {part}, the order is not that of the ids.").format(part=parts.name(kind))


def _placement_faults(portfolio: Portfolio) -> Iterator[str]:
    titles = {activity.id: activity.title for activity in portfolio.activities}
    aside = {activity.id for activity in portfolio.activities if activity.aside}
    counts = Counter((p.activity_id, p.cell) for p in portfolio.placements)
    for (activity_id, cell), count in counts.items():
        if count > 1:
            title = titles.get(activity_id, activity_id)
            yield _("“{title}” lies {count} times in {cell}.").format(title=title, count=count, cell=cell)
    for activity_id in sorted(aside & {p.activity_id for p in portfolio.placements}):
        yield _("“{title}” lies on the board and beside it at once.").format(title=titles[activity_id])
