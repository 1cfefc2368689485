"""Reading the portfolio in a backup or another copy, beside the one that is open."""

import shutil
from contextlib import closing, suppress
from pathlib import Path

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import backup_folder, evidence, header, keys, reading
from coachapp.storage.connection import engine
from coachapp.storage.faults import InUse, NotReadable, TooOldToRead
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from coachapp.storage.portfolio_form import PORTFOLIO


def portfolio(path: Path, open_now: PortfolioFile | None, passphrase: str | None = None) -> Portfolio:
    """With the key of the open file, or else a passphrase, which may be an older one.

    Raises PassphraseNeeded or WrongPassphrase when that doesn't open it, and other CoachErrors.
    """
    key = keys.unlock(path, passphrase) if passphrase is not None else open_now and open_now.key
    key = keys.fitting(path, key)
    try:
        with closing(open_file(path, key, read_only=True)) as opened:
            return opened.portfolio
    except TooOldToRead:
        return _brought_up_to_date(path, key)


def bring_evidence(path: Path, into: PortfolioFile, passphrase: str | None = None) -> None:
    """Copy in what the backup has of files that the open one lost since; raises a CoachError."""
    key = keys.unlock(path, passphrase) if passphrase is not None else into.key
    with closing(open_file(path, key, read_only=True)) as source:
        evidence.bring(source, into)


def _brought_up_to_date(path: Path, key: Key | None) -> Portfolio:
    """An older file is never changed here: a copy of it is, as encrypted as it was, which goes again."""
    beside = backup_folder.draft(path.parent, path.name)
    try:
        with backup_folder.writing(path.parent):
            beside.touch(mode=0o600, exist_ok=False)
            with path.open("rb") as old, beside.open("wb") as new:
                shutil.copyfileobj(old, new)
            return _newer(beside, key)
    except (InUse, OSError):
        raise NotReadable(name=path.name) from None
    finally:
        for left in (beside, beside.with_name(beside.name + "-journal")):
            with suppress(OSError):
                left.unlink()


def _newer(path: Path, key: Key | None) -> Portfolio:
    place = path.resolve()
    with header.remembered(place):
        database = engine(place, key, read_only=False)
        try:
            return reading.read(database, path, PORTFOLIO, encrypted=key is not None, read_only=False).value
        finally:
            database.dispose()
