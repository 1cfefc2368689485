"""What a window may ask about a copy on the owner's stick."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachapp.ui.open_file import OpenFile

if TYPE_CHECKING:
    from coachapp.domain.portfolio import Portfolio


class TakingAlong(NamedTuple):
    """A copy on the owner's stick, before what is here is erased. All may take long and raise a CoachError.

    `disk(folder)` tells a stick from others; `here(path)`: whether it lies on this computer.
    `write(file, saved, path, disk)` copies a file that holds `saved`, and reads all of it back; `look_again`
    is the same question just before the erasing.
    """

    disk: Callable[[Path], int]
    here: Callable[[Path], bool]
    write: "Callable[[OpenFile, Portfolio, Path, int], None]"
    look_again: "Callable[[OpenFile, Portfolio, Path, int], None]"
