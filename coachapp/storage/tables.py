"""The tables of a portfolio file; flat rows, all texts, nothing refers by key (the domain checks).

A change here needs a migration. New columns go last. See docs/file-format.md for what they mean.
"""

from typing import Any, ClassVar, Final

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

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


class Framework(SQLModel, table=True):
    """One row: the framework the portfolio was made with; apart, as it is large and never changes."""

    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

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


class Teams(Row, table=True):
    name: str
    context_id: str
    since: str
    until: str


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


class Ambitions(Row, table=True):
    title: str
    activity_id: str
    origin: str
    target: str
    career_line: str
    horizon: int


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


class Actions(Row, table=True):
    what: str
    goal_id: str
    due: str
    actors: str
    support: str


class Agreements(Row, table=True):
    text: str
    due: str


class Reflections(Row, table=True):
    text: str
    date: str
    activity_id: str
    question_id: str
    competence: str


class Tombstones(Row, table=True):
    """What was removed, so that a merge doesn't bring it back; `stamp` is that of the removal."""

    kind: str


METADATA: Final = SQLModel.metadata
