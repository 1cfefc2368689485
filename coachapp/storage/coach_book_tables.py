"""The tables of a coach book; a change here needs a migration, and new columns go last.

See docs/coachbook-format.md for what they mean.
"""

from typing import Any, ClassVar, Final

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

TABLES: Final = MetaData()
_WITHOUT_ROWID: Final[Any] = {"sqlite_with_rowid": False}


class Row(SQLModel):
    metadata = TABLES
    __table_args__: ClassVar[Any] = _WITHOUT_ROWID

    id: str = Field(primary_key=True)


class Book(Row, table=True):
    """One row."""

    clock_counter: int
    clock_device: str


class Coachees(Row, table=True):
    alias: str
    about: str
    next_on: str
    next_where: str
    checked: str


class Trajectories(Row, table=True):
    coachee_id: str
    title: str
    talks: int
    held: int
    contract: str
    begun_on: str
    ended_on: str
    keep_until: str


class Notes(Row, table=True):
    coachee_id: str
    text: str
    date: str
    conversation: str


class Asks(Row, table=True):
    coachee_id: str
    text: str
    ask_on: str
    asked_on: str


class Checks(Row, table=True):
    text: str
    coachee_id: str


class QuestionSets(Row, table=True):
    __tablename__ = "question_sets"  # pyright: ignore[reportAssignmentType]

    title: str
    step: str
    questions: str
