"""Copying an open database as it is, page by page: the copy has its key and its salt.

SQLite itself reads the pages. To open the file once more and read its bytes would drop SQLite's
locks on it as soon as that is closed (see header.py).
"""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine

from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.keys import Key

_PAGES: Final = 512  # 2 MB: then whoever wants to save has a turn


class Stopped(Exception):
    """The file is being closed; the copy is not whole."""


def copy(
    database: Engine, key: Key | None, path: Path, busy: threading.Lock, may_go_on: Callable[[], bool]
) -> None:
    """Into a new file for its owner only, on the disk when this returns; `busy` is held by the caller.

    It is let go for a moment now and then, so that a save need not wait for a large file; SQLite brings
    what is saved meanwhile into the copy. Raises Stopped, OSError or one of FAULTS.
    """

    def take_turns(_status: int, _left: int, _all: int) -> None:
        busy.release()
        busy.acquire()
        if not may_go_on():
            raise Stopped

    if not may_go_on():
        raise Stopped
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    into = engine(path.resolve(), key, read_only=False)
    try:
        target = raw(into)
        target.execute("PRAGMA journal_mode = OFF")  # a copy that is cut short is thrown away
        raw(database).backup(target, pages=_PAGES, progress=take_turns, sleep=0.05)
    except FAULTS as error:
        if "full" in str(error):  # of a copy, the module tells SQLite's words and not the code
            raise OSError(errno.ENOSPC, "full") from None
        raise
    finally:
        into.dispose()
    _sync(path)


def raw(database: Engine) -> Any:
    """SQLite's own connection, which the engine keeps (StaticPool)."""
    return database.raw_connection().driver_connection


def _sync(path: Path) -> None:
    """Nothing has this file open now."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
