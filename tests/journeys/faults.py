"""What happens to the file of somebody at work, for real; each gives what puts an end to it."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

Mend = Callable[[], object]
Fault = Callable[[Path], Mend]


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of 2 MB that can be pulled out."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2000k", "coachapp", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk here")
    try:
        yield place
    finally:
        with suppress(subprocess.CalledProcessError):
            _pull_out(place)


def full_disk(file: Path) -> Mend:
    film, left = file.with_name("film"), os.statvfs(file.parent)
    film.write_bytes(bytes(left.f_bavail * left.f_frsize))
    return film.unlink


def pulled_out(file: Path) -> Mend:
    """For good; the file lies in a folder of the disk."""
    _pull_out(file.parent.parent)
    return lambda: None


def folder_gone(file: Path) -> Mend:
    moved = file.parent.rename(file.parent.with_name("elsewhere"))
    return lambda: moved.rename(file.parent)


def made_read_only(file: Path) -> Mend:
    file.chmod(0o400)
    return lambda: file.chmod(0o600)


def permission_lost(file: Path) -> Mend:
    file.parent.chmod(0o500)
    return lambda: file.parent.chmod(0o700)


def _pull_out(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)
