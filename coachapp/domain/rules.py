"""What must hold within a portfolio, beyond what each value checks for itself."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from operator import attrgetter
from typing import Final

from coachapp.domain import parts
from coachapp.domain.conversation import Note, View
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Ambition, Item, Placement, Portfolio, Reflection, Snapshot
from coachapp.domain.values import Cell
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


def check(portfolio: Portfolio, kind: str, items: Collection[Item]) -> None:
    """Raise the first fault of these items within this portfolio."""
    check_one = _checker(portfolio, kind, items)
    for item in items:
        check_one(item)


def faults(portfolio: Portfolio) -> Iterator[str]:
    """Every rule that does not hold, each as one plain sentence."""
    for kind in KINDS:
        items = getattr(portfolio, kind)
        yield from _id_faults(kind, [item.id for item in items])
        check_one = _checker(portfolio, kind, items)
        for item in items:
            try:
                check_one(item)
            except CoachError as error:
                gone = _("it refers to something that is not there.")
                fault = gone if isinstance(error, NotThere) else error
                yield _("In {part}, “{title}”: {fault}").format(
                    part=parts.name(kind), title=parts.title(item), fault=fault
                )
    yield from _placement_faults(portfolio)


def _checker(portfolio: Portfolio, kind: str, items: Collection[Item]) -> Callable[[Item], None]:
    """What checks these items of this kind; it looks up only once what they refer to."""
    known = {
        to: set(map(attrgetter(field), items)).intersection(map(attrgetter("id"), getattr(portfolio, to)))
        for field, to in REFERENCES.get(kind, ())
    }
    choices = {name: _choices(portfolio.framework, name) for _field, name in WORDS.get(kind, ())}
    board = frozenset(portfolio.framework.board)

    def check_one(item: Item) -> None:
        _check_references(kind, item, known)
        _check_words(kind, item, choices)
        _check_cells(item, board)
        if isinstance(item, Snapshot):
            _ = item.cards

    return check_one


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


def _check_references(kind: str, item: Item, known: dict[str, set[str]]) -> None:
    for field, to in REFERENCES.get(kind, ()):
        target = getattr(item, field)
        if target not in known[to] and (target or (kind, field) in BOUND):
            raise NotThere(id=target)


def _check_words(kind: str, item: Item, choices: dict[str, frozenset[str]]) -> None:
    for field, name in WORDS.get(kind, ()):
        value = getattr(item, field)
        for word in (value,) if isinstance(value, str) else value:
            if word and word not in choices[name]:
                raise NotAValue(value=word, field=field)


def _check_cells(item: Item, board: frozenset[Cell]) -> None:
    cells: tuple[Cell | None, ...] = ()
    if isinstance(item, Placement | View | Note | Reflection):
        cells = (item.cell,)
    elif isinstance(item, Ambition):
        cells = (item.origin, item.target)
    for cell in cells:
        if cell is not None and cell not in board:
            raise UnknownCell(cell=cell)


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
