"""The folder with the backups of one portfolio, such as `2026-11-26T1405 day.coach`."""

import datetime as dt
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from coachapp import paths
from coachapp.domain.retention import MOST_BYTES, Backup, kept
from coachapp.storage import lock

_ID: Final = re.compile(r"[0-9a-f]{32}")
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d{4}) ([a-z-]{1,20})(?: (\d{1,4}))?\.coach(?:book)?", re.ASCII)
_FORM: Final = "%Y-%m-%dT%H%M"
_DRAFT: Final = re.compile(r"\..*\.coach(book)?\.[0-9a-f]{8}\.part(-journal)?")


class Place(NamedTuple):
    """`chosen`: the folder that the person or the institute wants; none is the data folder."""

    chosen: Path | None = None
    most_bytes: int = MOST_BYTES


_place = Place()


def use(place: Place) -> None:
    """From now on backups go here."""
    global _place  # noqa: PLW0603 - one place for the whole program
    _place = place


def most_bytes() -> int:
    return _place.most_bytes


def folder(portfolio_id: str) -> Path:
    """Where a new backup of this portfolio goes."""
    return (_place.chosen or _usual()) / _safe(portfolio_id)


def folders(portfolio_id: str) -> tuple[Path, ...]:
    """Where backups may lie: also from before another folder was chosen."""
    return tuple(dict.fromkeys((folder(portfolio_id), _usual() / _safe(portfolio_id))))


def found(place: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first; a folder that isn't there or can't be read has none."""
    backups = list[Backup]()
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            with suppress(OSError):
                if (one := read_name(entry.name)) and entry.is_file(follow_symlinks=False):
                    backups.append(one._replace(path=place / entry.name, size=entry.stat().st_size))
    return tuple(sorted(backups, key=lambda one: (one.made, one.turn, one.path), reverse=True))


def read_name(name: str) -> Backup | None:
    """What a file's name tells; None when it is no backup's."""
    if not (told := _NAME.fullmatch(name)):
        return None
    with suppress(ValueError):
        made = dt.datetime.strptime(told[1], _FORM)  # noqa: DTZ007 - by the computer's own clock
        return Backup(made, 0, Path(name), told[2], int(told[3] or 1))
    return None


def free_name(place: Path, made: dt.datetime, reason: str, ending: str = ".coach") -> str:
    """A name that no file has yet."""
    turns = (f"{made:{_FORM}} {reason}{f' {turn}' if turn > 1 else ''}{ending}" for turn in range(1, 10_000))
    return next(name for name in turns if not os.path.lexists(place / name))


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Be the one who writes in the folder, which is made; what an earlier one left half goes.

    Raises InUse or OSError.
    """
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):  # a parent or the folder may be older, or of a disk without rights
        place.chmod(0o700)
    with lock.held(place / "backups"):
        for left in drafts(place):
            left.unlink()
        yield


def clear(place: Path) -> list[Path]:
    """Remove every backup and what is left of one; what can't be removed is returned."""
    left = list[Path]()
    for path in (*(one.path for one in found(place)), *drafts(place)):
        try:
            path.unlink()
        except OSError:
            left.append(path)
    return left


def drafts(place: Path) -> list[Path]:
    """What a killed program left half."""
    with suppress(OSError):
        return [one for one in place.iterdir() if _DRAFT.fullmatch(one.name)]
    return []


def draft(place: Path, name: str) -> Path:
    return place / f".{name}.{secrets.token_hex(4)}.part"


def tidy(place: Path, needed: set[Path | None]) -> None:
    """Remove what has had its time and isn't needed; what can't be removed is tried again the next time."""
    backups = found(place)
    stay = {one.path for one in kept(backups, _place.most_bytes)} | needed
    for one in backups:
        if one.path not in stay:
            with suppress(OSError):
                one.path.unlink()


def _usual() -> Path:
    return paths.data_dir() / "backups"


def _safe(portfolio_id: str) -> str:
    """An id comes from a file, which anyone may have made: it must not lead to another folder."""
    if _ID.fullmatch(portfolio_id):
        return portfolio_id
    return hashlib.sha256(portfolio_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
