"""What a window may ask about a file that doesn't open as it is: one that is damaged, or an export."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coachapp.errors import CoachError
from coachapp.ui.open_file import OpenFile


class Secret(NamedTuple):
    """What was typed to open a file: its passphrase or the words of its sheet; None: nothing was asked."""

    text: str | None = None
    by_sheet: bool = False


class Rescued(NamedTuple):
    """`kept`: how much of what; `lost`: sentences."""

    kept: tuple[tuple[int, str], ...]
    lost: tuple[str, ...]


class Rescue(NamedTuple):
    """What can be read of a damaged file, into a new one. The last two take long and raise a CoachError.

    `helps`: after this error; `make(path, secret, new, step)` calls `step` often; what that raises ends it.
    """

    helps: Callable[[CoachError], bool]
    needs_passphrase: Callable[[Path], bool]
    make: Callable[[Path, Secret, Path, Callable[[], object]], Rescued]


class Restore(NamedTuple):
    """An export as a portfolio again; `helps` after this error. Both take long.

    `make(path, new, passphrase, step)` raises a CoachError; it calls `step` often; what that raises ends it.
    """

    helps: Callable[[Path, CoachError], bool]
    make: Callable[[Path, Path, str | None, Callable[[], object]], OpenFile]
