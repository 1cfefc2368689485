"""One page of a PDF as a picture, drawn by a program of its own: whatever is in it stops nothing here."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QImage

import coachapp

SIDE: Final = 1600  # dots of the longer side
SECONDS: Final = 10
_LONGEST: Final = 3 * SIDE * SIDE + 100
_MOST_PAGES: Final = 1_000_000


class Page(NamedTuple):
    image: QImage
    pages: int


def draw(data: bytes, page: int, side: int = SIDE) -> Page | None:
    """Takes long, at most SECONDS; nothing when it can't be drawn within bounds."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [*_program(), "pdf-page", str(page), str(side)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=Path(coachapp.__file__).parents[1],
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return _page(done.stdout)


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "coachapp"]


def _page(said: bytes) -> Page | None:
    """A PDF may have taken that program over: what it says is not believed either."""
    head, _line, dots = said[:_LONGEST].partition(b"\n")
    with suppress(ValueError):
        pages, width, height = map(int, head.split())
        if min(pages, width, height) > 0 and len(dots) == 3 * width * height:
            image = QImage(dots, width, height, 3 * width, QImage.Format.Format_RGB888)
            return Page(image.copy(), min(pages, _MOST_PAGES))
    return None
