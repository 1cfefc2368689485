"""How a file of an older version becomes one of this version; imports nothing heavy.

A migration gets SQLAlchemy's Connection, changes tables and rows, and never looks at the table
classes, which are those of the newest version. All that are needed run in one transaction.
"""

from collections.abc import Callable
from typing import Any, Final

Migration = Callable[[Any], None]

_STAMPED: Final = (
    *("portfolio", "contexts", "teams", "activities", "placements", "ambitions", "goals", "actions"),
    *("agreements", "reflections"),
)
_TO_2: Final = """
ALTER TABLE portfolio ADD COLUMN remind_on VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE portfolio ADD COLUMN history_since VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE tombstones ADD COLUMN removed_on VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE tombstones ADD COLUMN content VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE tombstones ADD COLUMN written VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE tombstones ADD COLUMN waits INTEGER DEFAULT '0' NOT NULL;
CREATE TABLE evidence (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    name VARCHAR NOT NULL, digest VARCHAR NOT NULL, size INTEGER NOT NULL, added_on VARCHAR NOT NULL,
    note VARCHAR NOT NULL, activity_id VARCHAR NOT NULL, goal_id VARCHAR NOT NULL,
    newer_id VARCHAR NOT NULL, written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE variants (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, item_id VARCHAR NOT NULL, field VARCHAR NOT NULL, value VARCHAR NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE sessions (
    device VARCHAR NOT NULL, counter INTEGER NOT NULL, PRIMARY KEY (device)
) WITHOUT ROWID;
CREATE TABLE changes (
    counter INTEGER NOT NULL, device VARCHAR NOT NULL, made_at VARCHAR NOT NULL, label VARCHAR NOT NULL,
    PRIMARY KEY (counter, device)
) WITHOUT ROWID;
CREATE TABLE writes (
    counter INTEGER NOT NULL, device VARCHAR NOT NULL, item_id VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    was VARCHAR NOT NULL, now VARCHAR NOT NULL, PRIMARY KEY (counter, device, item_id)
) WITHOUT ROWID;
CREATE TABLE contents (
    id INTEGER NOT NULL, digest VARCHAR NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE chunks (
    id INTEGER NOT NULL, content_id INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (id)
)
"""


_TO_3: Final = """
CREATE TABLE conversations (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    date VARCHAR NOT NULL, coach VARCHAR NOT NULL, relationship VARCHAR NOT NULL,
    question VARCHAR NOT NULL, recorded VARCHAR NOT NULL, minutes INTEGER NOT NULL,
    spent INTEGER NOT NULL, talks INTEGER NOT NULL, step VARCHAR NOT NULL, visited VARCHAR NOT NULL,
    follow_up VARCHAR NOT NULL, takes_along VARCHAR NOT NULL, ended_on VARCHAR NOT NULL,
    written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE notes (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    text VARCHAR NOT NULL, conversation_id VARCHAR NOT NULL, step VARCHAR NOT NULL,
    question_id VARCHAR NOT NULL, question VARCHAR NOT NULL, cell VARCHAR NOT NULL,
    activity_id VARCHAR NOT NULL, written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE views (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    conversation_id VARCHAR NOT NULL, activity_id VARCHAR NOT NULL, cell VARCHAR NOT NULL,
    by VARCHAR NOT NULL, written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE snapshots (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    date VARCHAR NOT NULL, board VARCHAR NOT NULL, conversation_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL, written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE shared (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, date VARCHAR NOT NULL, reader VARCHAR NOT NULL, name VARCHAR NOT NULL,
    content VARCHAR NOT NULL, digest VARCHAR NOT NULL, size INTEGER NOT NULL,
    expires_on VARCHAR NOT NULL, returned_on VARCHAR NOT NULL, written VARCHAR NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID;
CREATE TABLE readers (
    id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, stamp_device VARCHAR NOT NULL,
    left_out VARCHAR NOT NULL, also VARCHAR NOT NULL, alias VARCHAR NOT NULL,
    written VARCHAR NOT NULL, PRIMARY KEY (id)
) WITHOUT ROWID
"""
_NEW_IN_3: Final = {
    "portfolio": "names names_as",
    "goals": "professional institutional political tension talk_to plan_link status outcome conversation_id",
    "actions": "kind competence hours hours_per money source granted status outcome conversation_id",
    "agreements": "kind actors status outcome conversation_id",
    "reflections": "cell bring",
}


def _to_2(connection: Any) -> None:
    """Stamps of fields, history, what was removed, variants, evidence."""
    for table in _STAMPED:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN written VARCHAR DEFAULT '' NOT NULL")
    for statement in _TO_2.split(";"):
        connection.exec_driver_sql(statement)
    for table, counter, device in (
        *((table, "stamp_counter", "stamp_device") for table in (*_STAMPED, "tombstones")),
        ("portfolio", "clock_counter", "clock_device"),
    ):
        connection.exec_driver_sql(
            f"INSERT INTO sessions SELECT {device}, max({counter}) FROM {table} "  # noqa: S608 - our names
            f"WHERE {device} != '' GROUP BY {device} "
            "ON CONFLICT (device) DO UPDATE SET counter = max(counter, excluded.counter)"
        )


def _to_3(connection: Any) -> None:
    """Conversations with their notes, views and snapshots; what is shared, and with whom; what came of it."""
    for table, names in _NEW_IN_3.items():
        for name in names.split():
            empty = "[]" if name in ("actors", "names") else ""
            connection.exec_driver_sql(
                f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR DEFAULT '{empty}' NOT NULL"
            )
    for statement in _TO_3.split(";"):
        connection.exec_driver_sql(statement)


MIGRATIONS: Final[tuple[Migration, ...]] = (_to_2, _to_3)
VERSION: Final = 1 + len(MIGRATIONS)
APPLICATION_ID: Final = int.from_bytes(b"Coac")
COACH_BOOK_ID: Final = int.from_bytes(b"CoaB")
