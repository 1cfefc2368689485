"""A good file name for a portfolio."""

import re
from itertools import count
from pathlib import Path
from typing import Final

from coachapp.ui import endings
from coachapp.ui.asking import documents

_UNFIT: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # what one of the three systems forbids
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST: Final = 60


def suggested(owner: str, held: Path | None = None, ending: str = endings.PORTFOLIO) -> Path:
    """A file in the person's documents that isn't there yet, nor is held open here though it is gone."""
    folder = documents()
    folder = folder if folder.is_dir() else Path.home()
    name = stem(owner)
    numbered = (f"{name} {n}" if n > 1 else name for n in count(1))
    paths = (folder / f"{each}{ending}" for each in numbered)
    return next(path for path in paths if not path.exists() and not is_same(path, held))


def is_same(path: Path, held: Path | None) -> bool:
    """Whether both are one place, whatever there is."""
    return held is not None and path.resolve() == held.resolve()


def stem(owner: str) -> str:
    """The owner's name as far as every system can keep it."""
    clean = " ".join(_UNFIT.sub(" ", owner).split())[:_LONGEST].strip(" .")
    return "portfolio" if not clean or _RESERVED.fullmatch(clean) else clean
