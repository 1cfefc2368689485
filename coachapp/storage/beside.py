"""Copies that a sync program left beside a file, known by their names; none of them is opened."""

import os
import platform
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

_MOST: Final = 20

# What follows the name of the first: Dropbox, Nextcloud, ownCloud, Syncthing, Seafile and Synology say
# "conflict" somewhere, Google Drive counts, OneDrive adds the name of a computer.
_CONFLICT: Final = re.compile(r"(\s?[(\[]|[._-])[^()\[\]]*conflict.*", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\s?\((\d{1,2}|(copy|kopie)\b[^()]*)\)", re.IGNORECASE)
_COMPUTER: Final = re.compile(r"-(DESKTOP|LAPTOP|PC|WIN|SURFACE|MACBOOK)[A-Z0-9]*(-[A-Z0-9]+)*(-\d+)?")


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Those in the folder of this file; of a copy also the first."""
    with suppress(OSError), os.scandir(path.parent) as entries:
        names = among(path.name, (entry.name for entry in entries))
        return tuple(path.with_name(name) for name in names)
    return ()


def among(name: str, names: Iterable[str]) -> list[str]:
    """The names that are of copies of this one, or of which it is a copy."""
    return sorted(other for other in names if _is_copy(other, name) or _is_copy(name, other))[:_MOST]


def _is_copy(name: str, of: str) -> bool:
    stem, _, ending = of.rpartition(".")
    if not stem or not name.startswith(stem) or not name.lower().endswith(f".{ending}".lower()):
        return False
    added = name[len(stem) : -len(ending) - 1]
    return any(form.fullmatch(added) for form in (_CONFLICT, _COUNTED, _COMPUTER, _this_computer()))


def _this_computer() -> re.Pattern[str]:
    return re.compile(rf"-{re.escape(platform.node() or '?')}(-\d+)?", re.IGNORECASE)
