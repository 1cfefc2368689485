"""What a file is, by its first bytes and its length; opens no database.

A file that is open in this process is never opened here: closing any descriptor of it would drop
SQLite's locks (POSIX). Its first bytes are remembered instead.
"""

import math
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from coachapp.storage import faults
from coachapp.storage.migrations import APPLICATION_ID, COACH_BOOK_ID, VERSION

SALT_LENGTH: Final = 16
_PAGE: Final = 4096
_SQLITE_HEADER: Final = 100
_SQLITE: Final = b"SQLite format 3\0"
_KINDS: Final = (
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)

_TEXTS: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")

# What no text has, in any encoding of one byte or in UTF-8.
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1a\x1b")

# A list, as one file can be open twice: for writing and for reading.
_open: list[tuple[tuple[int, int], bytes]] = []


@contextmanager
def remembered(path: Path) -> Iterator[None]:
    """While the file is open in this process, its first bytes come from memory."""
    entry = (identity(path), read(path))
    _open.append(entry)
    try:
        yield
    finally:
        _open.remove(entry)


def mark(path: Path) -> tuple[int, int, int]:
    """Differs as soon as somebody has written in the file or put another in its place."""
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def mark_if_there(path: Path) -> tuple[int, int, int] | None:
    with suppress(OSError):
        return mark(path)
    return None


def identity(path: Path) -> tuple[int, int]:
    """Device and inode."""
    status = path.stat()
    return status.st_dev, status.st_ino


def sniff(path: Path) -> bool:
    """Whether the portfolio needs a passphrase; raises a CoachError for what is no portfolio."""
    first = read(path)
    if not first:
        raise faults.EmptyFile(name=path.name)
    if first.startswith(_SQLITE):
        _check_plain(path, first)
        return False
    for magic, kind in _KINDS:
        if first.startswith(magic):
            raise faults.AnotherKind(name=path.name, kind=kind)
    _check_random(path, first)
    return True


def is_of_another_kind(beginning: bytes) -> bool:
    """Whether other files begin like this: chance must not give one of ours such a salt."""
    return beginning.startswith((_SQLITE, *_TEXTS, *(magic for magic, _kind in _KINDS)))


def is_plain(path: Path) -> bool:
    """Whether it begins as an unencrypted database."""
    return read(path).startswith(_SQLITE)


def read(path: Path) -> bytes:
    """The first page of a file, or less if it is shorter."""
    try:
        status = path.stat()
        _check_file(path, status.st_mode)
        here = (status.st_dev, status.st_ino)
        return next((first for place, first in _open if place == here), None) or _first_page(path)
    except (FileNotFoundError, NotADirectoryError):
        raise faults.NoSuchFile(name=path.name) from None
    except (OSError, ValueError):  # ValueError: a name no file can have
        raise faults.NotReadable(name=path.name) from None


def _first_page(path: Path) -> bytes:
    # Not blocking: it may have become a FIFO since we looked.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        _check_file(path, os.fstat(file.fileno()).st_mode)
        return file.read(_PAGE)


def _check_file(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise faults.AFolder(name=path.name)
    if not stat.S_ISREG(mode):
        raise faults.NotAFile(name=path.name)


def _check_plain(path: Path, first: bytes) -> None:
    """Offsets: the SQLite database header, sqlite.org/fileformat2.html."""
    page, pages = int.from_bytes(first[16:18]), int.from_bytes(first[28:32])
    if len(first) < _SQLITE_HEADER or (not was_interrupted(path) and path.stat().st_size < page * pages):
        raise faults.CutOff(name=path.name)
    mark = int.from_bytes(first[68:72])
    if mark not in (APPLICATION_ID, COACH_BOOK_ID):
        raise faults.ForeignDatabase(name=path.name)
    if mark == APPLICATION_ID:
        check_version(path, int.from_bytes(first[60:64]))
    if first[18:20] != b"\1\1":
        raise faults.ForeignDatabase(name=path.name)


def check_version(path: Path, version: int, known: int = VERSION) -> None:
    if version > known:
        raise faults.TooNew(name=path.name, version=version, known=known)


def _check_random(path: Path, first: bytes) -> None:
    """An encrypted file is noise, in whole pages."""
    if _reads_as_text(first):
        raise faults.TextFile(name=path.name)
    if len(set(first)) < 0.8 * 256 * (1 - math.exp(-len(first) / 256)):  # so many would be by chance
        raise faults.NoPortfolio(name=path.name)
    if len(first) < _PAGE or (path.stat().st_size % _PAGE and not was_interrupted(path)):
        raise faults.CutOff(name=path.name)


def _reads_as_text(first: bytes) -> bool:
    if first.startswith(_TEXTS):
        return True
    return not _CONTROLS & set(first)


def was_interrupted(path: Path) -> bool:
    """Whether a save of the file was broken off; SQLite takes it back when it opens the file."""
    journal = path.resolve().with_name(path.resolve().name + "-journal")
    return journal.exists()
