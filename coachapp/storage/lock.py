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
from typing import Final, NamedTuple

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
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Holder(NamedTuple):
    """Who has a file open for writing, or had; a local time. Nothing is known of who wrote no such thing."""

    user: str = ""
    machine: str = ""
    since: datetime | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is or was this computer."""
        return self.machine == platform.node()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Be the one writer of this file; raises InUse, or OSError when no lock can be made here."""
    place = _place(path)
    descriptor = _locked(path)
    try:
        with suppress(OSError):  # a full disk is no reason not to open
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)  # Windows
            os.write(descriptor, _about_me())
        yield
    finally:
        _let_go(descriptor, place)


def holder(path: Path) -> Holder | None:
    """Who has the file open for writing just now; makes nothing."""
    return _look(path)[0]


def left(path: Path) -> Holder | None:
    """Who had the file open for writing and came to an end without closing it."""
    return _look(path)[1]


def _look(path: Path) -> tuple[Holder | None, Holder | None]:
    """Who holds the lock, and who left a file that nobody locks. What can't be looked at may be held."""
    try:
        descriptor = _opened(path, os.O_RDWR)
    except FileNotFoundError:
        return None, None
    except OSError:
        return Holder(), None
    try:
        _try_lock(descriptor)
    except OSError:
        return _about(descriptor) or Holder(), None
    else:
        return None, _about(descriptor)
    finally:
        os.close(descriptor)  # which drops the lock


def _place(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _opened(path: Path, flags: int) -> int:
    """The lock file, which may be read by who may read the portfolio; of another's only to read."""
    place = _place(path)
    try:
        return os.open(place, flags, 0o600 | _readers(path))
    except PermissionError:
        return os.open(place, os.O_RDONLY)


def _readers(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o044
    return 0


def _locked(path: Path) -> int:
    while True:
        descriptor = _opened(path, os.O_RDWR | os.O_CREAT)
        try:
            _try_lock(descriptor)
            if _is_at(descriptor, _place(path)):
                return descriptor
        except (BlockingIOError, PermissionError):
            by = _about(descriptor)
            os.close(descriptor)
            raise InUse(name=path.name, **(by._asdict() if by else {})) from None
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


def _about(descriptor: int) -> Holder | None:
    """What the other wrote about itself; anyone may have written there, so trust nothing."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        about = json.loads(os.read(descriptor, _MOST))
        user, machine = (values.line(about[key]) or "?" for key in ("user", "machine"))
        return Holder(user, machine, datetime.fromisoformat(about["since"]).astimezone())
    except (
        OSError,
        ValueError,
        OverflowError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        CoachError,
    ):
        return None
