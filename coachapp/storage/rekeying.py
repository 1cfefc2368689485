"""Another passphrase for a portfolio: everything in its file, and in its backups, is encrypted anew.

It is one transaction of SQLite's, and the salt stays: after a kill at any moment the file opens by the
old passphrase or by the new one, and what was begun is taken back by whichever is tried first.
"""

import hmac
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, PoolProxiedConnection

from coachapp.errors import CoachError
from coachapp.storage import backup_folder, backups, header, keys, lock, recovery, schema
from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.faults import InUse
from coachapp.storage.keys import Key
from coachapp.storage.migrations import VERSION
from coachapp.storage.sheet_faults import NotEncrypted, NotProven, SamePassphrase

if TYPE_CHECKING:
    from coachapp.storage.opened import OpenedFile


_May = Callable[[Connection], bool]
_PATIENCE: Final = 20  # seconds that making a backup may take


class RekeyFailed(OSError):
    """SQLCipher tells no more than that it failed."""


def prove(file: "OpenedFile[Any]", text: str) -> None:
    """Raises NotProven unless this is the passphrase of an open file, or the words of its sheet."""
    key = _key(file)
    with suppress(CoachError):
        if keys.fits(key, text):
            return
    with suppress(CoachError):
        if hmac.compare_digest(recovery.secret(text), key.secret):
            return
    raise NotProven(name=file.path.name)


def change(file: "OpenedFile[Any]", passphrase: str) -> tuple[Path, ...]:
    """From now on only this passphrase opens the file. Gives the backups that still need the old one.

    Raises a CoachError, and then nothing was changed.
    """
    old = _key(file)
    new = keys.derive(passphrase, old.salt)
    if new == old:
        raise SamePassphrase
    backups.before(file, "rekey")
    file.change_key(new)
    places = backup_folder.folders(file.kept_as)
    is_sound = partial(schema.is_sound, opened=file.form.opened)
    return tuple(path for place in places for path in _that_stay(place, old, new, is_sound))


def rekey(database: Engine, key: Key, may: _May) -> bool:
    """Encrypt everything anew if it may be, seen from within the transaction; whether it was.

    After a failure the connection may write with one key and read with the other: throw it away.
    """
    with database.begin() as connection:
        if not may(connection):
            return False
        driver = _driver(connection.connection)  # its errors quote no statement, and ours has the key in it
        with suppress(*FAULTS):
            if driver.execute(f"PRAGMA rekey = \"x'{key.secret.hex()}'\"").fetchall() == [("ok",)]:
                return True
        # The pragma keeps the cause to itself; the next write meets it again, and tells.
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        raise RekeyFailed


def connected(place: Path, *possible: Key) -> tuple[Engine, Key, int] | None:
    """A new connection by the key that the file has now, and its `data_version`."""
    for key in possible:
        database = engine(place, key, read_only=False)
        with suppress(*FAULTS):
            # Not in a transaction, which would wait for whoever reads just now.
            driver = _driver(database.raw_connection())
            driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return database, key, driver.execute("PRAGMA data_version").fetchone()[0]
        database.dispose()
    return None


def _driver(connection: PoolProxiedConnection) -> Any:
    return connection.driver_connection


def _key(file: "OpenedFile[Any]") -> Key:
    if file.key is None:
        raise NotEncrypted(name=file.path.name)
    return file.key


def _that_stay(place: Path, old: Key, new: Key, is_sound: _May) -> list[Path]:
    """The backups in this folder that are not locked with the new key now."""
    every = [backup.path for backup in backup_folder.found(place)]
    if not every:
        return []
    try:
        with _alone_in(place):
            return [path for path in every if not _follows(path, old, new, is_sound)]
    except (OSError, CoachError):
        return every


@contextmanager
def _alone_in(place: Path) -> Iterator[None]:
    """Wait for a backup that is being made just now."""
    last = time.monotonic() + _PATIENCE
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(backup_folder.writing(place))
                break
            except InUse:
                if time.monotonic() > last:
                    raise
                time.sleep(0.1)
        yield


def _follows(backup: Path, old: Key, new: Key, is_sound: _May) -> bool:
    """Whether this backup, if it was locked with the old key, is now locked with the new one."""
    try:
        if header.read(backup)[: header.SALT_LENGTH] != old.salt:
            return False
        place = backup.resolve()
        with header.remembered(place), lock.held(place):
            database = engine(place, old, read_only=False)
            try:
                return rekey(database, new, is_sound)
            finally:
                database.dispose()
    except (*FAULTS, OSError, CoachError):
        return False
