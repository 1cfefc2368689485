"""The portfolio: the whole document as one immutable value.

Every item has an id and a stamp, that of the change that touched it last; `written` tells the
stamps of its fields where they differ (see registers.py). Neither counts in a comparison: two items
are equal when a person would see no difference. Items of one kind lie in the order of their ids.
"""

from dataclasses import dataclass, field
from typing import Final

from coachapp.domain import values
from coachapp.domain.board_then import Snapshot
from coachapp.domain.conversation import Conversation, Note, Shared, View
from coachapp.domain.framework import Framework
from coachapp.domain.reader import Reader
from coachapp.domain.values import UNSTAMPED, Cell, Hours, Stamp, clean

GOALS_AT_A_TIME: Final = 3
ASIDE: Final = ("", "learning", "off")
PARTS: Final = ("", "lead", "take-part")
FORMALITY: Final = ("", "formal", "informal")
ACTION_KINDS: Final = ("", "formal", "informal", "collective", "on-the-job")
AGREED_AS: Final = ("", "together")
BROUGHT: Final = ("", "next")
GRANTED: Final = ("", "requested", "agreed")
HORIZONS: Final = (0, 1, 3)
OUTCOMES: Final = ("", "done", "changed", "let-go")
NAMES_AS: Final = ("", "initials")


@dataclass(frozen=True, slots=True)
class Context:
    """A workplace: a school or another employer; dates as year, month or day."""

    id: str
    name: str = ""
    sectors: tuple[str, ...] = ()
    function: str = ""
    hours: Hours | None = None
    since: str = ""
    until: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, name=values.line, function=values.line, since=values.date, until=values.date)


@dataclass(frozen=True, slots=True)
class Team:
    id: str
    name: str
    context_id: str = ""
    since: str = ""
    until: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, name=values.title, since=values.date, until=values.date)


@dataclass(frozen=True, slots=True)
class Activity:
    """A piece of work in the teacher's own words.

    `aside` says where it lies while it has no placement: "" to place, "learning" under my own
    learning, "off" off the board. `period` is the period as typed in a list. No `team_id`: alone.
    """

    id: str
    title: str
    description: str = ""
    aside: str = ""
    context_id: str = ""
    team_id: str = ""
    profiles: tuple[str, ...] = ()
    hours: Hours | None = None
    formality: str = ""
    since: str = ""
    until: str = ""
    period: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        dates = {"since": values.date, "until": values.date}
        clean(self, title=values.title, description=values.prose, period=values.line, **dates)
        values.one_of(self.aside, ASIDE, "aside")
        values.one_of(self.formality, FORMALITY, "formality")


@dataclass(frozen=True, slots=True)
class Placement:
    """An activity in a cell; `placed_on` is the day it was laid there, `why` is "why here"."""

    id: str
    activity_id: str
    cell: Cell
    status: str = "doing"
    energy: str = ""
    recognition: tuple[str, ...] = ()
    part: str = ""
    since: str = ""
    until: str = ""
    phase: str = ""
    why: str = ""
    placed_on: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, since=values.date, until=values.date, placed_on=values.date, why=values.prose)
        values.one_of(self.part, PARTS, "part")


@dataclass(frozen=True, slots=True)
class Ambition:
    """From an activity or cell to another cell, the same one (deepening) or none (letting go).

    `horizon` is in years, 0 when not chosen. Without activity and origin it stands alone.
    """

    id: str
    title: str = ""
    activity_id: str = ""
    origin: Cell | None = None
    target: Cell | None = None
    career_line: str = ""
    horizon: int = 0
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, title=values.line)
        values.one_of(str(self.horizon), tuple(str(h) for h in HORIZONS), "horizon")

    @property
    def deepens(self) -> bool:
        return self.target is not None and self.target == self.origin

    @property
    def lets_go(self) -> bool:
        return self.target is None and bool(self.origin or self.activity_id)


@dataclass(frozen=True, slots=True)
class Goal:
    """`noticed` is what students will notice; the five texts after it answer the SMART prompts.

    Then the three perspectives, the tension between them and whom to talk to; the link with the plan of
    team or school; and, once looked back on, `status` with its `outcome`.
    """

    id: str
    title: str
    ambition_id: str = ""
    why: str = ""
    noticed: str = ""
    specific: str = ""
    measurable: str = ""
    acceptable: str = ""
    realistic: str = ""
    time_bound: str = ""
    professional: str = ""
    institutional: str = ""
    political: str = ""
    tension: str = ""
    talk_to: str = ""
    plan_link: str = ""
    status: str = ""
    outcome: str = ""
    conversation_id: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, title=values.title, why=values.prose, noticed=values.prose, specific=values.prose)
        clean(self, measurable=values.prose, acceptable=values.prose, realistic=values.prose)
        clean(self, time_bound=values.prose, professional=values.prose, institutional=values.prose)
        clean(self, political=values.prose, tension=values.prose, talk_to=values.line, plan_link=values.line)
        clean(self, outcome=values.prose)
        values.one_of(self.status, OUTCOMES, "status")


@dataclass(frozen=True, slots=True)
class Action:
    """What, by when, by whom (`actors`: ids of the actor vocabulary), with what support.

    `hours` and `money` are what it takes, `source` where that comes from, `granted` whether it is agreed.
    """

    id: str
    what: str
    goal_id: str = ""
    due: str = ""
    actors: tuple[str, ...] = ()
    support: str = ""
    kind: str = ""
    competence: str = ""
    hours: Hours | None = None
    money: str = ""
    source: str = ""
    granted: str = ""
    status: str = ""
    outcome: str = ""
    conversation_id: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, what=values.title, due=values.date, support=values.line, outcome=values.prose)
        clean(self, money=values.line, source=values.line)
        values.one_of(self.kind, ACTION_KINDS, "kind")
        values.one_of(self.granted, GRANTED, "granted")
        values.one_of(self.status, OUTCOMES, "status")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed; of the kind "together" it is to be taken up together, by these `actors`."""

    id: str
    text: str
    due: str = ""
    kind: str = ""
    actors: tuple[str, ...] = ()
    status: str = ""
    outcome: str = ""
    conversation_id: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, text=values.title, due=values.date, outcome=values.prose)
        values.one_of(self.kind, AGREED_AS, "kind")
        values.one_of(self.status, OUTCOMES, "status")


@dataclass(frozen=True, slots=True)
class Reflection:
    """A short dated thought; `bring` is "next" when it comes along to the next conversation."""

    id: str
    text: str
    date: str = ""
    activity_id: str = ""
    question_id: str = ""
    competence: str = ""
    cell: Cell | None = None
    bring: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, text=values.prose, date=values.date)
        values.one_of(self.bring, BROUGHT, "bring")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that was copied in; its bytes lie in the portfolio file under their `digest` (SHA-256, hex).

    `name` is the file's name, `size` in bytes. An older version of a file tells the newer one's id.
    """

    id: str
    name: str
    digest: str = ""
    size: int = 0
    added_on: str = ""
    note: str = ""
    activity_id: str = ""
    goal_id: str = ""
    newer_id: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, name=values.file_name, added_on=values.date, note=values.line)


@dataclass(frozen=True, slots=True)
class Variant:
    """What another copy said of a field that shows something else here, to choose later.

    `field` is the item's field, `value` as `plain` tells it, as JSON. An empty field is about the
    item itself: whether it is there (`true`) or was removed (`false`). The stamp is the writing's.
    """

    kind: str
    item_id: str
    field: str
    value: str
    stamp: Stamp

    @property
    def id(self) -> str:
        return f"{self.item_id}.{self.field}.{self.stamp}"


Item = (
    Context
    | Team
    | Activity
    | Placement
    | Ambition
    | Goal
    | Action
    | Agreement
    | Reflection
    | Evidence
    | Conversation
    | Note
    | View
    | Snapshot
    | Shared
    | Reader
)

KINDS: Final[dict[str, type]] = {
    "contexts": Context,
    "teams": Team,
    "activities": Activity,
    "placements": Placement,
    "ambitions": Ambition,
    "conversations": Conversation,
    "goals": Goal,
    "actions": Action,
    "agreements": Agreement,
    "reflections": Reflection,
    "evidence": Evidence,
    "notes": Note,
    "views": View,
    "snapshots": Snapshot,
    "shared": Shared,
    "readers": Reader,
}


@dataclass(frozen=True, slots=True)
class Portfolio:
    """`clock` is the stamp of the last change; `stamp` is that of the portfolio's own fields.

    `remind_on`: the day the owner wants to look whether to keep it; `history_since`: what was before
    that day is no longer told. `names` are to be looked out for in a plan, and written there as
    `names_as` says. `variants` are left by joining copies, in the order of their ids.
    """

    id: str
    owner: str
    framework: Framework
    language: str = "nl"
    question: str = ""
    coach: str = ""
    follow_up: str = ""
    remind_on: str = ""
    history_since: str = ""
    names: tuple[str, ...] = ()
    names_as: str = ""
    contexts: tuple[Context, ...] = ()
    teams: tuple[Team, ...] = ()
    activities: tuple[Activity, ...] = ()
    placements: tuple[Placement, ...] = ()
    ambitions: tuple[Ambition, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    notes: tuple[Note, ...] = ()
    views: tuple[View, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    shared: tuple[Shared, ...] = ()
    readers: tuple[Reader, ...] = ()
    variants: tuple[Variant, ...] = ()
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)
    clock: Stamp = field(default=UNSTAMPED, compare=False)

    def __post_init__(self) -> None:
        clean(self, owner=values.title, question=values.line, coach=values.line, follow_up=values.date)
        clean(self, remind_on=values.date, history_since=values.date, names=_lines)
        values.one_of(self.names_as, NAMES_AS, "names_as")

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors of all workplaces, each once, in their order."""
        return tuple(dict.fromkeys(sector for context in self.contexts for sector in context.sectors))


def _lines(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(values.line, names)))
