"""What kinds of files there are of ours: each with its mark, its version, its tables and its value."""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, MetaData

from coachapp.domain.values import Stamp
from coachapp.storage.migrations import Migration


class Held(Protocol):
    """What a file holds; no two states of it have the same clock."""

    @property
    def id(self) -> str: ...

    @property
    def clock(self) -> Stamp: ...


Value = TypeVar("Value", bound=Held)


class Form(NamedTuple, Generic[Value]):
    """`mark`: SQLite's application id. `opened`: the names of the tables that are read at opening.

    `read` raises what `rows.read` raises; `write(connection, before, after)` writes the difference.
    """

    mark: int
    migrations: Sequence[Migration]
    tables: MetaData
    opened: Collection[str]
    read: Callable[[Connection], Value]
    write: Callable[[Connection, Value | None, Value], None]
    clock: Callable[[Connection], Stamp]
    ending: str = ".coach"

    @property
    def version(self) -> int:
        """The newest; each version but the first has a migration to it."""
        return 1 + len(self.migrations)
