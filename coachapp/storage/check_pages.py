"""What is wrong with the pages of a file, and which parts lie on them."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Engine

from coachapp.storage import header, reading, schema
from coachapp.storage.connection import FAULTS
from coachapp.storage.faults import DamagedFile, ForeignDatabase
from coachapp.storage.migrations import VERSION
from coachapp.storage.patience import limited
from coachapp.storage.tables import METADATA

_MOST: Final = 100
_PAGE: Final = re.compile(r"\bpage (\d+)", re.IGNORECASE)


class Found(NamedTuple):
    """`is_unlisted`: the list of tables can't be read; `is_loose`: the pages don't fit together."""

    pages: frozenset[int] = frozenset()
    tables: tuple[str, ...] = ()
    is_unlisted: bool = False
    is_loose: bool = False


def look(database: Engine, path: Path, damaged: Collection[int]) -> Found:
    """`damaged`: what is known already. Raises a CoachError, and then read nothing hostile."""
    try:
        tables = _tables(database, path)
    except FAULTS as error:
        fault = reading.explained(error, path, encrypted=False)
        if not isinstance(fault, DamagedFile):
            raise fault from None
        return Found(frozenset(damaged), is_unlisted=True)
    texts = _texts(database, "")
    if texts == ["ok"] and not damaged:
        return Found()
    wrong = tuple(name for name in tables if _texts(database, name) != ["ok"])
    numbers = {int(number) for text in texts for number in _PAGE.findall(text)}
    return Found(frozenset((*damaged, *numbers)), wrong, is_loose=texts != ["ok"])


def _tables(database: Engine, path: Path) -> list[str]:
    with database.begin() as connection, limited(connection):
        try:
            version = schema.version(connection)
            header.check_version(path, version)
            (schema.check_older if version < VERSION else schema.check)(connection)
        except schema.UnknownSchema:
            raise ForeignDatabase(name=path.name) from None
        there = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    return [name for name in METADATA.tables if name in there]


def _texts(database: Engine, table: str) -> list[str]:
    """What SQLite says of a table, or of the whole file; after a fault there is a new connection."""
    try:
        with database.begin() as connection, limited(connection):
            checked = connection.exec_driver_sql(f"PRAGMA integrity_check({table or _MOST})")
            return [str(row[0]) for row in checked]
    except FAULTS:
        database.dispose()
        return []
