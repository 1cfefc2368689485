"""Making, recognising and migrating the tables of a file."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from sqlalchemy import Connection, MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from coachapp.storage.migrations import APPLICATION_ID, MIGRATIONS, VERSION, Migration
from coachapp.storage.tables import METADATA, OPENED

_TOKEN: Final = re.compile(r"\w+|[^\w\s\"]")
_MOST: Final = 1000
_LONGEST: Final = 5000
_BRACKETS: Final = 2  # around the columns, and around the key
_COMPUTING: Final = frozenset(("AS", "CHECK", "GENERATED"))


class UnknownSchema(Exception):
    """The tables are not those of a portfolio."""


def make(
    connection: Connection, tables: MetaData = METADATA, mark: int = APPLICATION_ID, version: int = VERSION
) -> None:
    tables.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(f"PRAGMA application_id = {mark}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def version(connection: Connection, mark: int = APPLICATION_ID) -> int:
    """The version of a file of ours; raises UnknownSchema for another program's."""
    if number(connection, "application_id") != mark or number(connection, "user_version") < 1:
        raise UnknownSchema
    return number(connection, "user_version")


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file up to date, within the caller's transaction."""
    for migration in migrations[number(connection, "user_version") - 1 :]:
        migration(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {1 + len(migrations)}")


def check(connection: Connection, expected: MetaData = METADATA) -> None:
    """Nothing but our tables: a view, a trigger or a virtual table could make reading do anything."""
    if _there(connection) != tokens(expected):
        raise UnknownSchema


def check_older(connection: Connection) -> None:
    """Nothing but tables that hold what was put in them; which ones, the version after a migration tells."""
    for kind, _name, sql, root in _entries(connection):
        words = _TOKEN.findall(sql.upper())
        if kind != "table" or not root or words.count("(") > _BRACKETS or _COMPUTING.intersection(words):
            raise UnknownSchema


def is_sound(connection: Connection, opened: Collection[str] = OPENED) -> bool:
    """Whether the pages of what is read at opening fit together; an encrypted page that was changed
    can't even be read."""
    checks = (f"PRAGMA quick_check({table})" for table in sorted(opened))
    return all(connection.exec_driver_sql(check).scalar() == "ok" for check in checks)


def number(connection: Connection, pragma: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def _there(connection: Connection) -> dict[tuple[str, str], list[str]]:
    return {(kind, name): _TOKEN.findall(sql) for kind, name, sql, _root in _entries(connection)}


def _entries(connection: Connection) -> Iterator[tuple[str, str, str, int]]:
    query = f"SELECT type, name, substr(sql, 1, {_LONGEST + 1}), rootpage FROM sqlite_schema LIMIT {_MOST}"  # noqa: S608
    for kind, name, sql, root in connection.exec_driver_sql(query):
        if len(str(sql)) > _LONGEST:  # SQLite would read it again at each step of a migration
            raise UnknownSchema
        yield kind, name, str(sql), root


@cache
def tokens(metadata: MetaData = METADATA) -> dict[tuple[str, str], list[str]]:
    """Of the statements that make these tables; SQLAlchemy takes a while for them, so once is enough."""
    return {
        ("table", table.name): _TOKEN.findall(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for table in metadata.tables.values()
    }
