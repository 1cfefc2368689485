"""Making, recognising and migrating the tables of a file."""

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, MetaData
from sqlalchemy.schema import CreateTable

from coachapp.storage.migrations import APPLICATION_ID, MIGRATIONS, VERSION, Migration
from coachapp.storage.tables import METADATA, OPENED

_TOKEN: Final = re.compile(r"\w+|[^\w\s\"]")


class UnknownSchema(Exception):
    """The tables are not those of a portfolio."""


def make(connection: Connection) -> None:
    METADATA.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def version(connection: Connection) -> int:
    """The version of a file of ours; raises UnknownSchema for another program's."""
    if number(connection, "application_id") != APPLICATION_ID or number(connection, "user_version") < 1:
        raise UnknownSchema
    return number(connection, "user_version")


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file up to date, within the caller's transaction."""
    for migration in migrations[version(connection) - 1 :]:
        migration(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {1 + len(migrations)}")


def check(connection: Connection, expected: MetaData = METADATA) -> None:
    """Nothing but our tables: a view, a trigger or a virtual table could make reading do anything."""
    if _there(connection) != _tokens(connection, expected):
        raise UnknownSchema


def is_sound(connection: Connection) -> bool:
    """Whether the pages of what is read at opening fit together; an encrypted page that was changed
    can't even be read."""
    checks = (f"PRAGMA quick_check({table})" for table in sorted(OPENED))
    return all(connection.exec_driver_sql(check).scalar() == "ok" for check in checks)


def number(connection: Connection, pragma: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def _there(connection: Connection) -> dict[tuple[str, str], list[str]]:
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema LIMIT 1000")
    return {(kind, name): _TOKEN.findall(str(sql)) for kind, name, sql in rows}


def _tokens(connection: Connection, metadata: MetaData) -> dict[tuple[str, str], list[str]]:
    return {
        ("table", table.name): _TOKEN.findall(str(CreateTable(table).compile(connection.engine)))
        for table in metadata.tables.values()
    }
