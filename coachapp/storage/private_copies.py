"""Readable copies of evidence, for other programs to show: only for this user, only while it is needed.

Each session has a folder of its own, which it locks, so that the next start knows what a killed one left.
"""

import os
import secrets
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from coachapp import paths
from coachapp.domain.file_names import safe_name
from coachapp.errors import CoachError
from coachapp.storage import evidence, lock
from coachapp.storage.faults import NotCreated
from coachapp.storage.file import PortfolioFile
from coachapp.storage.reasons import reason

_ONLY_MINE: Final = 0o700
_TO_LOOK: Final = 0o400  # what another program changes in it would be lost


class _Session:
    """The folder with the copies of this program, made when the first one is."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._folder: Path | None = None

    def new_folder(self) -> Path:
        if self._folder is None:
            folder = _base() / secrets.token_hex(4)
            _base().mkdir(mode=_ONLY_MINE, parents=True, exist_ok=True)
            self._held.enter_context(lock.held(folder))
            folder.mkdir(mode=_ONLY_MINE)
            self._folder = folder
        inside = self._folder / secrets.token_hex(4)
        inside.mkdir(mode=_ONLY_MINE)
        return inside

    def end(self) -> None:
        if self._folder:
            _remove(self._folder)
        self._held.close()
        self._folder = None


_session: Final = _Session()


def make(file: PortfolioFile, digest: str, name: str) -> Path:
    """A copy to read, under a harmless name. Raises Lost or NotCreated."""
    safe = safe_name(name)
    try:
        path = _session.new_folder() / safe
        evidence.save_as(file, digest, path)
        path.chmod(_TO_LOOK)
    except OSError as error:
        raise NotCreated(name=safe, reason=reason(error)) from None
    return path


def remove() -> None:
    """All that this program made; what another program holds on to goes at the next start."""
    _session.end()


def remove_left() -> None:
    """What a program that was killed, or couldn't remove it, left behind."""
    with suppress(OSError):
        for folder in {path.with_suffix("") for path in _base().iterdir()}:  # or only the lock on one
            with suppress(OSError, CoachError), lock.held(folder):
                _remove(folder)


def _base() -> Path:
    return paths.data_dir() / "open"


def _remove(folder: Path) -> None:
    """Another program may have put its own files beside the copy."""
    for parent, folders, names in os.walk(folder, topdown=False):
        for name in names:
            with suppress(OSError):
                _unlink(Path(parent, name))
        for name in folders:
            with suppress(OSError):
                Path(parent, name).rmdir()
    with suppress(OSError):
        folder.rmdir()


def _unlink(path: Path) -> None:
    if os.name == "nt" and not path.is_symlink():
        path.chmod(0o600)  # it removes no protected file
    path.unlink()
