"""The tables of a portfolio file; flat rows, all texts, nothing refers by key (the domain checks).

A change here needs a migration. New columns go last. See docs/file-format.md for what they mean.
"""

from typing import Any, ClassVar, Final

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

_WITHOUT_ROWID: Final[Any] = {"sqlite_with_rowid": False}


def _later(default: str = "", since: int = 2) -> Any:
    """A column that older files get by a migration, which needs something to fill it with."""
    return Field(sa_column_kwargs={"server_default": default, "info": {"since": since}})


class Row(SQLModel):
    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    id: str = Field(primary_key=True)
    stamp_counter: int
    stamp_device: str


class Portfolio(Row, table=True):
    """One row."""

    owner: str
    language: str
    question: str
    coach: str
    follow_up: str
    clock_counter: int
    clock_device: str
    written: str = _later()
    remind_on: str = _later()
    history_since: str = _later()
    names: str = _later("[]", since=3)
    names_as: str = _later(since=3)


class Framework(SQLModel, table=True):
    """One row: the framework the portfolio was made with; apart, as it is large and never changes."""

    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    id: str = Field(primary_key=True)
    snapshot: str


class Contexts(Row, table=True):
    name: str
    sectors: str
    function: str
    hours: str
    hours_per: str
    since: str
    until: str
    written: str = _later()


class Teams(Row, table=True):
    name: str
    context_id: str
    since: str
    until: str
    written: str = _later()


class Activities(Row, table=True):
    title: str
    description: str
    aside: str
    context_id: str
    team_id: str
    profiles: str
    hours: str
    hours_per: str
    formality: str
    since: str
    until: str
    period: str
    written: str = _later()


class Placements(Row, table=True):
    activity_id: str
    cell: str
    status: str
    energy: str
    recognition: str
    part: str
    since: str
    until: str
    phase: str
    why: str
    placed_on: str
    written: str = _later()


class Ambitions(Row, table=True):
    title: str
    activity_id: str
    origin: str
    target: str
    career_line: str
    horizon: int
    written: str = _later()


class Goals(Row, table=True):
    title: str
    ambition_id: str
    why: str
    noticed: str
    specific: str
    measurable: str
    acceptable: str
    realistic: str
    time_bound: str
    written: str = _later()
    professional: str = _later(since=3)
    institutional: str = _later(since=3)
    political: str = _later(since=3)
    tension: str = _later(since=3)
    talk_to: str = _later(since=3)
    plan_link: str = _later(since=3)
    status: str = _later(since=3)
    outcome: str = _later(since=3)
    conversation_id: str = _later(since=3)


class Actions(Row, table=True):
    what: str
    goal_id: str
    due: str
    actors: str
    support: str
    written: str = _later()
    kind: str = _later(since=3)
    competence: str = _later(since=3)
    hours: str = _later(since=3)
    hours_per: str = _later(since=3)
    money: str = _later(since=3)
    source: str = _later(since=3)
    granted: str = _later(since=3)
    status: str = _later(since=3)
    outcome: str = _later(since=3)
    conversation_id: str = _later(since=3)


class Agreements(Row, table=True):
    text: str
    due: str
    written: str = _later()
    kind: str = _later(since=3)
    actors: str = _later("[]", since=3)
    status: str = _later(since=3)
    outcome: str = _later(since=3)
    conversation_id: str = _later(since=3)


class Reflections(Row, table=True):
    text: str
    date: str
    activity_id: str
    question_id: str
    competence: str
    written: str = _later()
    cell: str = _later(since=3)
    bring: str = _later(since=3)


class Evidence(Row, table=True):
    """Files that were copied in; the bytes lie in `chunks`."""

    name: str
    digest: str
    size: int
    added_on: str
    note: str
    activity_id: str
    goal_id: str
    newer_id: str
    written: str


class Conversations(Row, table=True):
    date: str
    coach: str
    relationship: str
    question: str
    recorded: str
    minutes: int
    spent: int
    talks: int
    step: str
    visited: str
    follow_up: str
    takes_along: str
    ended_on: str
    written: str


class Notes(Row, table=True):
    """What both wrote down at a question."""

    text: str
    conversation_id: str
    step: str
    question_id: str
    question: str
    cell: str
    activity_id: str
    written: str


class Views(Row, table=True):
    """Where one of the two laid an activity, apart from the other."""

    conversation_id: str
    activity_id: str
    cell: str
    by: str
    written: str


class Snapshots(Row, table=True):
    """The board as it stood; `board` is JSON."""

    date: str
    board: str
    conversation_id: str
    title: str
    written: str


class Shared(Row, table=True):
    """Files that left."""

    kind: str
    date: str
    reader: str
    name: str
    content: str
    digest: str
    size: int
    expires_on: str
    returned_on: str
    written: str


class Readers(Row, table=True):
    """What goes into the plan for each reader."""

    left_out: str
    also: str
    alias: str
    written: str


class Tombstones(Row, table=True):
    """What was removed, so that a merge doesn't bring it back; `stamp` is that of the removal."""

    kind: str
    removed_on: str = _later()
    content: str = _later()
    written: str = _later()
    waits: int = _later("0")


class Variants(Row, table=True):
    """What another copy said of a field, to choose later."""

    kind: str
    item_id: str
    field: str
    value: str


class Sessions(SQLModel, table=True):
    """Up to which counter the changes of each device are in this file."""

    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    device: str = Field(primary_key=True)
    counter: int


class Changes(SQLModel, table=True):
    """History: each step with its name and when it was made."""

    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    counter: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    device: str = Field(primary_key=True)
    made_at: str
    label: str


class Writes(SQLModel, table=True):
    """History: what a change did to one item; `was` and `now` are JSON, empty for nothing."""

    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    counter: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    device: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    kind: str
    was: str
    now: str


class Contents(SQLModel, table=True):
    """The bytes of evidence, once for each digest; while they are copied in, the digest is empty."""

    id: int = Field(primary_key=True)
    digest: str
    size: int


class Chunks(SQLModel, table=True):
    """A piece of those bytes; pieces of one file follow each other in the order of their ids."""

    id: int = Field(primary_key=True)
    content_id: int
    data: bytes = Field(sa_type=LargeBinary)


METADATA: Final = SQLModel.metadata

# What a portfolio's value is read from; the rest may be large and is read when it is asked for.
OPENED: Final = frozenset(METADATA.tables) - {
    *("tombstones", "sessions", "changes", "writes", "contents", "chunks")
}
