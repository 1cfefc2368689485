"""A backup in the place of a file that is damaged or gone: copied to a new file, as backups stay."""

import os
import shutil
from pathlib import Path

from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.storage import backup_folder, creation, faults, index, whereabouts

_HELPS = (faults.NoSuchFile, faults.EmptyFile, faults.NoPortfolio, faults.CutOff, faults.DamagedFile)


def newest(path: Path, error: CoachError) -> Backup | None:
    """The last one of what was in this file when it was opened here, if that helps after this error."""
    if not isinstance(error, _HELPS) or not (portfolio_id := index.at(path)):
        return None
    folders = whereabouts.backup_folders(portfolio_id)
    every = (one for folder in folders for one in backup_folder.found(folder))
    return max(every, key=lambda one: (one.made, one.turn), default=None)


def put_back(backup: Path, new: Path) -> None:
    """Raises AlreadyThere or NotCreated, and then makes nothing."""
    with creation.drafted(new) as draft:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as copy, backup.open("rb") as source:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
