"""Reading around damage: what SQLite can still reach in a file, table by table.

After a page with a bad signature the same SQLCipher connection refuses sound pages too, so each
fault is followed by a new connection.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect

from coachapp.storage import faults, header
from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.keys import Key
from coachapp.storage.migrations import APPLICATION_ID, VERSION
from coachapp.storage.rescue_sweep import Row, Sweep

_TYPES: Final = {"VARCHAR": str, "TEXT": str, "INTEGER": int, "BLOB": bytes}


def shape(table: Table) -> dict[str, type]:
    """The types of a table's columns in the order in which SQLite stores them: the key comes first."""
    columns = sorted(table.columns, key=lambda column: not column.primary_key)
    return {column.name: _TYPES[column.type.compile(dialect())] for column in columns}


class Source:
    """A damaged file, only read; `gaps` are the tables that turned out not to be whole.

    Of those in `unlisted` not even the beginning could be found.
    """

    def __init__(self, path: Path, key: Key | None) -> None:
        self._database = engine(path, key, read_only=True)
        self.gaps: set[str] = set()
        self.unlisted: set[str] = set()
        self._is_older = False

    def check_kind(self, path: Path) -> None:
        """Raises a CoachError for a sound file of another program or of a newer one of ours."""
        with suppress(*FAULTS):
            ((version,), (program,)) = (*self.ask("PRAGMA user_version"), *self.ask("PRAGMA application_id"))
            if program != APPLICATION_ID:
                raise faults.ForeignDatabase(name=path.name)
            header.check_version(path, version)
            self._is_older = version < VERSION

    def close(self) -> None:
        self._database.dispose()

    def rows(self, table: Table) -> Iterator[Row]:
        """Each row that SQLite reaches."""
        try:
            columns = self._columns(table)
        except FAULTS:
            columns = ()
            self.unlisted.add(table.name)
        if not columns:
            if not self._is_older or table.name in self.unlisted:
                self.gaps.add(table.name)
            return
        sweep = Sweep(self.ask, table.name, [column.name for column in table.primary_key], columns)
        yield from sweep.rows()
        if sweep.stuck:
            self.gaps.add(table.name)

    def ask(self, query: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows of an answer; raises one of FAULTS, and then the next question gets a new connection."""
        try:
            with self._database.begin() as connection:
                answer: Any = connection.exec_driver_sql(query, tuple(values)).cursor
                yield from answer
        except FAULTS:
            self.close()
            raise

    def _columns(self, table: Table) -> tuple[str, ...]:
        """What the file stores of it: an older one has fewer columns, a hostile one a view in its place."""
        query = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?"
        roots = [row[0] for row in self.ask(query, [table.name])]
        stored = {row[1] for row in self.ask(f"PRAGMA table_xinfo({table.name})") if row[6] == 0}
        keys = {column.name for column in table.primary_key}
        return (
            tuple(c.name for c in table.columns if c.name in stored) if any(roots) and keys <= stored else ()
        )
