"""A connection to a portfolio file, set so that a kill or power cut at any moment loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from coachapp.storage.keys import Key

_SETTINGS: Final = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "locking_mode = NORMAL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "hard_heap_limit = 200000000",  # bytes, of all files together: one may be made to fill the memory
)
_READS: Final = "coachapp_reads"
_SECONDS_TO_WAIT_FOR_READERS: Final = 5

# What reading raises: rows that are fetched at once come past SQLAlchemy, and SQLite's words about a
# damaged file may themselves be damaged.
FAULTS: Final = (
    DBAPIError,
    sqlcipher.Error,  # pyright: ignore[reportAttributeAccessIssue] - from its C part
    UnicodeDecodeError,
    MemoryError,
)


class AnotherMake(sqlcipher.NotSupportedError):  # pyright: ignore[reportAttributeAccessIssue]
    """A file with a write-ahead log, which ours never have: asking for our settings would change it."""


class Code(IntEnum):
    """SQLite's result codes that we tell apart (sqlite.org/rescode.html)."""

    NO_SUCH_TABLE = 1  # or another error in the SQL, which ours doesn't have
    BUSY = 5
    READ_ONLY = 8
    DISK_ERROR = 10
    CORRUPT = 11
    FULL = 13
    CAN_NOT_OPEN = 14
    NOT_A_DATABASE = 26


def code(error: Exception) -> int:
    """The primary result code; 0 for what is no fault of SQLite's."""
    return getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & 0xFF


@contextmanager
def to_read(database: Engine) -> Iterator[Connection]:
    """A transaction that may write later on; to begin as one that does could change a damaged file."""
    with database.connect().execution_options(**{_READS: True}) as connection, connection.begin():
        yield connection


def engine(path: Path, key: Key | None, *, read_only: bool) -> Engine:
    """One connection for all threads, one at a time. `hide_parameters`: errors may reach a log."""
    made = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, key, read_only=read_only),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        reads = read_only or _READS in connection.get_execution_options()
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return made


def _connect(path: Path, key: Key | None, *, read_only: bool) -> Any:
    connection = sqlcipher.connect(  # pyright: ignore[reportAttributeAccessIssue] - from its C part
        f"{path.as_uri()}?mode=rw",  # also to read: else SQLite can't take back an interrupted save
        uri=True,
        isolation_level=None,  # so that changes of the schema roll back too
        check_same_thread=False,
        timeout=_SECONDS_TO_WAIT_FOR_READERS,
    )
    # Else SQLCipher tells about a wrong key on standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key:
        connection.execute(f'PRAGMA key = "{key.literal}"')
        connection.execute("PRAGMA cipher_compatibility = 4")
    if _keeps_log(connection):
        connection.close()
        raise AnotherMake
    for setting in (*_SETTINGS, f"query_only = {'ON' if read_only else 'OFF'}"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _keeps_log(connection: Any) -> bool:
    try:
        return connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    except (sqlcipher.Error, UnicodeDecodeError):  # pyright: ignore[reportAttributeAccessIssue]
        return False  # what is wrong shows when it is read
