"""A copy of a damaged file to work on, as the file itself must stay as it is."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from coachapp.storage.connection import FAULTS
from coachapp.storage.keys import Key
from coachapp.storage.pages import SIZE
from coachapp.storage.rescue_source import Source

_JOURNAL: Final = "-journal"


@contextmanager
def of(path: Path, key: Key | None, folder: Path, step: Callable[[], object]) -> Iterator[Path]:
    """In a folder of its own that only we may enter; an interrupted save is taken back in it.

    `step` is called at each page.
    """
    with tempfile.TemporaryDirectory(prefix=".rescue-", dir=folder, ignore_cleanup_errors=True) as private:
        copy = Path(private, "copy")
        _copy(path, copy, step)
        os.truncate(copy, -(-copy.stat().st_size // SIZE) * SIZE)
        journal = path.resolve()
        with suppress(FileNotFoundError):
            _copy(journal.with_name(journal.name + _JOURNAL), copy.with_name(copy.name + _JOURNAL), step)
        with suppress(*FAULTS):
            list(Source(copy, key).ask("SELECT count(*) FROM sqlite_schema"))
        yield copy


def _copy(source: Path, target: Path, step: Callable[[], object]) -> None:
    """Page by page, with zeros for what the disk can't read."""
    with source.open("rb", buffering=0) as file, target.open("xb") as copy:
        length = os.fstat(file.fileno()).st_size
        for offset in range(0, length, SIZE):
            step()
            copy.write(_page(file, offset) or bytes(SIZE))


def _page(file: BinaryIO, offset: int) -> bytes:
    try:
        file.seek(offset)
        return file.read(SIZE)
    except OSError:
        return b""
