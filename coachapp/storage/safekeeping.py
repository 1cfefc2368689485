"""What the window asks of backups and copies; each of these may take long."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.storage import (
    backup_folder,
    backup_keys,
    backups,
    erasing,
    index,
    looking_back,
    putting_back,
    statement,
    whereabouts,
)
from coachapp.storage.file import PortfolioFile
from coachapp.storage.opened import OpenedFile

known = whereabouts.known
honest = statement.honest
forget_all = index.forget_all
erase = erasing.erase
instead = putting_back.newest
put_back = putting_back.put_back


def use(folder: str, most_bytes: int) -> None:
    """From now on backups go here; "" is the user's own data folder."""
    chosen = Path(folder).expanduser() if folder else None
    backup_folder.use(backup_folder.Place(chosen, most_bytes))


def note(file: OpenedFile[Any]) -> None:
    """Remember where this portfolio lies, and its backups."""
    index.note(file.path, file.kept_as)
    index.note(backup_folder.folder(file.kept_as), file.kept_as)


def make(file: OpenedFile[Any], why: str) -> Backup:
    """Raises NotBackedUp."""
    return backups.make(file, why)


def catch_up(file: OpenedFile[Any]) -> None:
    """Before today's work: if the last work of an earlier day is in no backup yet, make one of it."""
    now = dt.datetime.now()  # noqa: DTZ005
    if not file.path.exists():
        return
    written = min(now, dt.datetime.fromtimestamp(file.path.stat().st_mtime))  # noqa: DTZ006
    last = backups.newest(file.kept_as)
    if written.date() < now.date() and (last is None or last.made < written.replace(second=0, microsecond=0)):
        backups.make(file, "day", of=written)


def after_work(file: OpenedFile[Any]) -> None:
    """One a day; the rest of the day's work goes along before the next."""
    last = backups.newest(file.kept_as, "day")
    if last is None or last.made.date() < dt.date.today():  # noqa: DTZ011
        backups.make(file, "day")


def listed(portfolio_id: str) -> tuple[Backup, ...]:
    """All that are known, the newest first."""
    folders = whereabouts.backup_folders(portfolio_id)
    every = (one for folder in folders for one in backup_folder.found(folder))
    return tuple(sorted(every, key=lambda one: (one.made, one.turn), reverse=True))


def with_another_key(paths: Iterable[Path], file: OpenedFile[Any]) -> frozenset[Path]:
    """Those that the file's own passphrase doesn't open, as far as they can be looked at."""
    return frozenset(path for path in paths if backup_keys.needs_another(path, file.key))


def with_older_key(file: OpenedFile[Any]) -> frozenset[Path]:
    """Backups of this very file that a change of its passphrase left behind."""
    every = (one.path for one in listed(file.kept_as))
    return frozenset(path for path in every if backup_keys.needs_an_older(path, file.key))


def read(path: Path, file: PortfolioFile, passphrase: str | None) -> Portfolio:
    """What is in a backup; raises a CoachError."""
    return looking_back.portfolio(path, file, passphrase)


def prepare_return(
    path: Path, then: Portfolio, file: PortfolioFile, passphrase: str | None
) -> CoachError | None:
    """Back the present state up, and bring the files that the backup has. Raises a CoachError.

    What it gives may be told: there is no backup of the present state.
    """
    failed = backups.before(file, "go-back", sparing=path)
    if then.evidence:
        looking_back.bring_evidence(path, file, passphrase)
    return failed
