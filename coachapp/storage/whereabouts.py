"""Every copy and backup of a portfolio that is known on this computer."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from coachapp.domain.whereabouts import Copy
from coachapp.errors import CoachError
from coachapp.storage import backup_folder, file, header, index


def known(path: Path, portfolio_id: str, recent: Iterable[Path] = ()) -> tuple[Copy, ...]:
    """The file itself, copies opened here before, readable recent ones, and the backups by folder."""
    copies = [Copy("open", path, *_seen(path))]
    copies += [Copy("copy", one, *_seen(one)) for one in _copies(path, portfolio_id, recent)]
    for folder in backup_folders(portfolio_id):
        copies += [Copy("backup", b.path, b.made, b.size, b.reason) for b in backup_folder.found(folder)]
    return tuple(copies)


def backup_folders(portfolio_id: str) -> tuple[Path, ...]:
    """Those of now and of before, as far as they are known."""
    noted = (path for path in index.of(portfolio_id) if _is(Path.is_dir, path))
    return tuple(dict.fromkeys((*backup_folder.folders(portfolio_id), *noted)))


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    """Not either where nobody may look."""
    with suppress(OSError):
        return kind(path)
    return False


def _copies(path: Path, portfolio_id: str, recent: Iterable[Path]) -> Iterator[Path]:
    """Each once, by whatever name it is called."""
    met = {_identity(path)}
    noted = [one for one in index.of(portfolio_id) if _is(Path.is_file, one)]
    for one in (*noted, *(one for one in recent if _is_of(one, portfolio_id))):
        if (identity := _identity(one)) and identity not in met:
            met.add(identity)
            yield one


def _is_of(path: Path, portfolio_id: str) -> bool:
    """Whether a file that has no passphrase is of this portfolio; an encrypted one doesn't tell."""
    try:
        if header.sniff(path):
            return False
        with closing(file.open_file(path, None, read_only=True)) as opened:
            return opened.portfolio.id == portfolio_id
    except CoachError:
        return False


def _identity(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        return header.identity(path)
    return None


def _seen(path: Path) -> tuple[dt.datetime | None, int]:
    """When it was last written, and its size; a file that is gone has neither."""
    with suppress(OSError):
        status = path.stat()
        return dt.datetime.fromtimestamp(status.st_mtime), status.st_size  # noqa: DTZ006
    return None, 0
