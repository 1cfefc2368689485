"""Who writes in a portfolio: an operating-system lock on `NAME.coach.lock`.

The kernel drops the lock when its holder dies, so a file that stays behind means nothing. The file
is removed while the lock is held, and whoever got a lock looks whether the name still leads to the
file that was locked: so two can never hold a lock on two files of one name.
"""

import getpass
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from coachapp.domain import values
from coachapp.errors import CoachError
from coachapp.storage.faults import InUse

_MOST: Final = 4096

if os.name == "nt":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        # Windows keeps others from reading locked bytes: lock one far behind the text.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Be the one writer of this file; raises InUse, or OSError when no lock can be made here."""
    place = path.with_name(path.name + ".lock")
    descriptor = _locked(place, path.name)
    try:
        with suppress(OSError):  # a full disk is no reason not to open
            os.ftruncate(descriptor, 0)
            os.write(descriptor, _about_me())
        yield
    finally:
        _let_go(descriptor, place)


def _locked(place: Path, name: str) -> int:
    while True:
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(descriptor)
            if _is_at(descriptor, place):
                return descriptor
        except (BlockingIOError, PermissionError):
            raise _in_use(descriptor, name) from None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_at(descriptor: int, place: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), place.stat())
    return False


def _let_go(descriptor: int, place: Path) -> None:
    if os.name != "nt":
        with suppress(OSError):
            place.unlink()
    os.close(descriptor)
    if os.name == "nt":  # Windows removes no open file, so nobody else's either
        with suppress(OSError):
            place.unlink()


def _about_me() -> bytes:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    about = {
        "user": user,
        "machine": platform.node(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(about).encode()


def _in_use(descriptor: int, name: str) -> InUse:
    """Reads what the other wrote about itself; anyone may have written there, so trust nothing."""
    with os.fdopen(descriptor, "rb") as file:
        text = file.read(_MOST)
    try:
        about = json.loads(text)
        user, machine = (values.line(about[key]) or "?" for key in ("user", "machine"))
        since = datetime.fromisoformat(about["since"]).astimezone()
        return InUse(name=name, user=user, machine=machine, since=since)
    except (ValueError, OverflowError, KeyError, TypeError, AttributeError, RecursionError, CoachError):
        return InUse(name=name)
