"""A backup in the place of a file that is damaged or gone: copied to a new file, as backups stay."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.storage import backup_folder, creation, faults, index, whereabouts

_PIECE: Final = 1 << 20  # bytes
_HELPS: Final = (faults.NoSuchFile, faults.EmptyFile, faults.NoPortfolio, faults.CutOff, faults.DamagedFile)


def newest(path: Path, error: CoachError) -> Backup | None:
    """The last one of what was in this file when it was opened here, if that helps after this error."""
    if not isinstance(error, _HELPS) or not (portfolio_id := index.at(path)):
        return None
    folders = whereabouts.backup_folders(portfolio_id)
    every = (one for folder in folders for one in backup_folder.found(folder))
    return max(every, key=lambda one: (one.made, one.turn), default=None)


def put_back(backup: Path, new: Path, step: Callable[[], object]) -> None:
    """Raises AlreadyThere or NotCreated, and then makes nothing; `step` is taken often and may raise."""
    with creation.drafted(new) as draft:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as copy, backup.open("rb") as source:
            while piece := source.read(_PIECE):
                step()
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
