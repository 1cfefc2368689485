"""Puts a finished file in its place, whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from coachapp.report.faults import DiskFull, NoFolder, NotWritable

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def save(content: bytes, path: Path) -> None:
    """Write beside `path`, then take its place; a failure leaves what was there, and nothing else."""
    if not path.parent.is_dir():
        raise NoFolder(folder=path.parent)
    try:
        _replace(content, path)
    except OSError as error:
        kind = DiskFull if error.errno in _FULL else NotWritable
        raise kind(name=path.name, folder=path.parent) from error


def _replace(content: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - a name, not a path
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise
