"""Sticks and other drives that are connected."""

import sys
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QStorageInfo

_PLUGGED_IN: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


class Stick(NamedTuple):
    """`free`: bytes."""

    name: str
    folder: Path
    free: int


def connected() -> tuple[Stick, ...]:
    """Those that can be written on, by name; not the disk that the system runs from."""
    system = QStorageInfo.root().rootPath()
    found = [
        Stick(volume.displayName() or volume.rootPath(), Path(volume.rootPath()), volume.bytesAvailable())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and is_plugged_in(volume.rootPath(), system)
    ]
    return tuple(sorted(found, key=lambda stick: stick.name.casefold()))


def is_plugged_in(root: str, system: str) -> bool:
    """On Windows each drive but the system's; elsewhere what is mounted where sticks are."""
    if sys.platform == "win32":
        return root != system
    return root.startswith(_PLUGGED_IN)


def free_name(folder: Path, name: str, day: str) -> Path:
    """A name that nothing there has: nothing on the stick is written over."""
    path, number = folder / name, 1
    while path.exists() or path.is_symlink():
        more = f" {number}" if number > 1 else ""
        path = folder / f"{Path(name).stem} {day}{more}{Path(name).suffix}"
        number += 1
    return path
