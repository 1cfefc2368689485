"""Where the parts of an export lie: in a zip file, or in the folder that it was unpacked in.

Nothing is ever unpacked to a disk: a part is only looked up, by just the name it must have.
"""

import io
import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Final, Protocol

from coachapp.exchange.archive import DOCUMENT, FOLDER
from coachapp.exchange.export_faults import DamagedExport, NoExport, NotAnExport
from coachapp.exchange.workbook import BROKEN
from coachapp.i18n import gettext as _

_MOST_AT_ONCE: Final = 16_000_000  # of the list of parts
_QUICK: Final = 1_000_000  # the same, when it is only looked at
_ALWAYS_FITS: Final = 200_000_000  # of all parts together, unpacked
_TIMES: Final = 20  # as large as the zip file may they be, if that is more
_LITTER: Final = (".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX")  # left by who unpacks and zips again


class Parts(Protocol):
    """`sizes`: of each part by its name, such as portfolio.json; `open` one of them.

    `all_told`: what portfolio.json doesn't tell of has no business there.
    """

    all_told: bool

    @property
    def sizes(self) -> Mapping[str, int]: ...

    def open(self, name: str) -> IO[bytes]: ...


@contextmanager
def opened(path: Path, *, quick: bool = False) -> Iterator[Parts]:
    """Raises a CoachError; `quick`: sooner, for a list of parts that takes long to read."""
    found = _found(path)
    if isinstance(found, _Folder):
        yield found
        return
    with found:
        found.most = _QUICK if quick else _MOST_AT_ONCE
        try:
            package = zipfile.ZipFile(found)
        except BROKEN:
            raise NotAnExport(name=path.name) from None
        with package:
            yield _Package(package, path.name, os.fstat(found.fileno()).st_size)


def _found(path: Path) -> "_Folder | _Careful":
    """The folder, or the file that should be a zip file."""
    try:
        if path.is_dir():
            return _Folder(path, DOCUMENT)
        file = _regular(path)
        if path.suffix.lower() != ".json":
            return file
        file.close()
        return _Folder(path.parent, path.name)
    except (OSError, ValueError):
        raise NoExport(name=path.name) from None


class _Package:
    all_told = True

    def __init__(self, package: zipfile.ZipFile, name: str, size: int) -> None:
        parts = [one for one in package.infolist() if not _is_litter(one.filename)]
        if not all(map(_is_ordinary, parts)) or len({one.filename for one in parts}) != len(parts):
            raise DamagedExport(name=name, fault=_("Its parts are not as CoachApp writes them."))
        if sum(one.file_size for one in parts) > max(_ALWAYS_FITS, _TIMES * size):
            raise DamagedExport(name=name, fault=_("It is far larger inside than it seems."))
        within = _folder_within(parts)
        self._package = package
        self._parts = {one.filename.removeprefix(within): one for one in parts if not one.is_dir()}
        self.sizes = {name: one.file_size for name, one in self._parts.items()}

    def open(self, name: str) -> IO[bytes]:
        return self._package.open(self._parts[name])


class _Folder:
    """The person's own: what else lies there is of no matter, and no link is followed."""

    all_told = False

    def __init__(self, folder: Path, document: str) -> None:
        self._places = {DOCUMENT: folder / document}
        beside = folder / FOLDER
        if beside.is_dir() and not (folder / FOLDER.rstrip("/")).is_symlink():
            self._places |= {f"{FOLDER}{path.name}": path for path in beside.iterdir()}
        found = {name: path.lstat() for name, path in self._places.items() if os.path.lexists(path)}
        self.sizes = {name: seen.st_size for name, seen in found.items() if stat.S_ISREG(seen.st_mode)}

    def open(self, name: str) -> IO[bytes]:
        return _regular(self._places[name], follow=False)


class _Careful(io.FileIO):
    """A list of parts that would fill the memory is not read."""

    most = _MOST_AT_ONCE

    def read(self, size: int | None = -1, /) -> bytes:
        left = os.fstat(self.fileno()).st_size - self.tell()
        if min(left, left if size is None or size < 0 else size) > self.most:
            raise ValueError(size)
        return super().read(size) or b""


def _regular(path: Path, *, follow: bool = True) -> _Careful:
    """Raises OSError for a device or a pipe, which would keep us waiting."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = _Careful(os.open(path, flags | (0 if follow else getattr(os, "O_NOFOLLOW", 0))))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(path.name)
    return file


def _is_ordinary(part: zipfile.ZipInfo) -> bool:
    """A file or folder, packed in a way that is unpacked piece by piece."""
    kind = stat.S_IFMT(part.external_attr >> 16)
    packed = part.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return packed and kind in (0, stat.S_IFREG, stat.S_IFDIR)


def _is_litter(name: str) -> bool:
    return not set(PurePosixPath(name).parts).isdisjoint(_LITTER)


def _folder_within(parts: list[zipfile.ZipInfo]) -> str:
    """Who zips the unpacked folder itself has all parts in that folder."""
    first = next((one.filename for one in parts), "").partition("/")[0] + "/"
    names = {one.filename for one in parts}
    return first if f"{first}{DOCUMENT}" in names and all(n.startswith(first) for n in names) else ""
