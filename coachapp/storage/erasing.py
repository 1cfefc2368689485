"""Removing a portfolio with its backups and traces.

Nothing is overwritten first: on an SSD, a stick or a file system with snapshots that doesn't reach the
old bytes. What keeps others from reading them is that they are encrypted.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from coachapp.domain.partial import kept_as
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.whereabouts import Copy, Erased, Left
from coachapp.storage import backup_folder, index, statement, whereabouts
from coachapp.storage.creation import sync_folder
from coachapp.storage.reasons import reason


def erase(
    path: Path,
    portfolio: Portfolio,
    copies: Iterable[Copy],
    *,
    encrypted: bool,
    along: Path | None = None,
) -> Erased:
    """The file must be closed. Goes on after what can't be removed; never raises for that.

    `along`: where its owner takes it along, which stays; it may be the file itself.
    """
    known_as = kept_as(portfolio)
    folders = whereabouts.backup_folders(known_as)
    stays = along is not None and along.resolve() == path.resolve()
    going = [*_in_folders(folders), *(() if stays else _beside(path))]
    gone, left = list[Path](), list[Left]()
    for one in going:
        if trouble := _remove(one):
            left.append(Left(one, trouble))
        else:
            gone.append(one)
    for folder in folders:
        with suppress(OSError):  # it isn't there, or somebody put something else in it
            folder.rmdir()
    index.forget(known_as)
    others = [one.path for one in copies if one.kind == "copy" and one.path != along]
    told = statement.text(portfolio.owner, gone, left, others, encrypted=encrypted)
    told = f"{statement.taken(along)}\n\n{told}" if along else told
    return Erased(tuple(gone), tuple(left), told, along)


def _in_folders(folders: Iterable[Path]) -> list[Path]:
    for folder in folders:
        with suppress(OSError):
            folder.chmod(0o700)  # ours; somebody may have made it read-only
    return [
        one
        for folder in folders
        for one in (*(b.path for b in backup_folder.found(folder)), *backup_folder.drafts(folder))
    ]


def _beside(path: Path) -> list[Path]:
    """The file, and what saving and locking may have left; a link goes as well as what it leads to."""
    place = path.resolve()
    beside = [place.with_name(f"{place.name}{ending}") for ending in ("-journal", ".lock")]
    link = [path] if path.is_symlink() else []
    return [one for one in (*beside, place, *link) if os.path.lexists(one)]


def _remove(path: Path) -> str:
    """Nothing, or why it is still there."""
    try:
        if not path.is_symlink():
            path.chmod(0o600)  # Windows removes no read-only file
        path.unlink()
        with suppress(OSError):
            sync_folder(path.parent)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return reason(error)
    return ""
