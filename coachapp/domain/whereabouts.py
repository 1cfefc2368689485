"""Where a portfolio lies, and what was removed of it."""

import datetime as dt
import unicodedata
from pathlib import Path
from typing import NamedTuple


class Copy(NamedTuple):
    """`kind`: the "open" file, a "copy" or a "backup"; `reason` of a backup. A file may be gone."""

    kind: str
    path: Path
    changed: dt.datetime | None = None
    size: int = 0
    reason: str = ""


class Left(NamedTuple):
    """What could not be removed, and why, as a plain sentence."""

    path: Path
    why: str


class Erased(NamedTuple):
    """`statement`: when and what, for the owner to keep; nothing of the portfolio but the name.

    `along`: where she took it along, if she did.
    """

    gone: tuple[Path, ...]
    left: tuple[Left, ...]
    statement: str
    along: Path | None = None


def is_name(typed: str, owner: str) -> bool:
    """Whether somebody means this owner; capitals and spaces don't matter."""
    return _plain(typed) == _plain(owner)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
