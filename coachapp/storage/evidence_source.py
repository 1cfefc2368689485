"""A file on a disk that is to be copied in: looked at before anything else, and read piece by piece."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from coachapp.storage.evidence_faults import ChangedMeanwhile, Stopped, TooLarge
from coachapp.storage.faults import AFolder, NoSuchFile, NotAFile, NotReadable

MOST: Final = 50_000_000  # bytes
PIECE: Final = 256 * 1024


@contextmanager
def opened(path: Path) -> Iterator[tuple[Any, int]]:
    """A regular file that is not too large, and its size."""
    # Not blocking: it may be a FIFO.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_dir():
            raise AFolder(name=path.name)
        source = os.fdopen(os.open(path, flags), "rb", buffering=0)
    except FileNotFoundError:
        raise NoSuchFile(name=path.name) from None
    except (OSError, ValueError):
        raise NotReadable(name=path.name) from None
    with source:
        status = os.fstat(source.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(name=path.name)
        if status.st_size > MOST:
            raise TooLarge(name=path.name, most=MOST // 1_000_000)
        yield source, status.st_size


def read(source: Any, name: str, size: int, may_go_on: Callable[[], bool]) -> Iterator[bytes]:
    left = size
    while True:
        if not may_go_on():
            raise Stopped
        try:
            piece = source.read(PIECE)
        except OSError:
            raise NotReadable(name=name) from None
        left -= len(piece)
        if left < 0 or (not piece and left):
            raise ChangedMeanwhile(name=name)
        if not piece:
            return
        yield piece
