"""What a window may ask about files that are copied in."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from coachapp.ui.open_file import OpenFile


class Taken(Protocol):
    """Bytes that were copied in: their SHA-256, hexadecimal, and how many they are."""

    @property
    def digest(self) -> str: ...

    @property
    def size(self) -> int: ...


class EvidenceWays(NamedTuple):
    """About files that are copied in. All but `tidy` raise a CoachError; all may take long.

    `take_in(file, path, told, may_go_on)` tells the bytes so far; `take_bytes(file, name, data)`;
    `read(file, digest, name)`; `save_as(file, digest, path)`; `tidy` removes what nothing refers to.
    `copy_out(file, digest, name)` makes a readable copy for another program; `forget_copies` removes all
    of those.
    """

    take_in: "Callable[[OpenFile, Path, Callable[[int], object], Callable[[], bool]], Taken]"
    take_bytes: Callable[[OpenFile, str, bytes], Taken]
    read: Callable[[OpenFile, str, str], bytes]
    save_as: Callable[[OpenFile, str, Path], None]
    tidy: Callable[[OpenFile], None]
    copy_out: Callable[[OpenFile, str, str], Path]
    forget_copies: Callable[[], None]
