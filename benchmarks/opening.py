"""Opening a file of 5,000 activities in the whole program, and what memory that takes."""

import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import figure, median
from benchmarks.files import made
from benchmarks.fresh import Surroundings, surroundings

_MANY: Final = 5000
_ROUNDS: Final = 7


def run() -> list[dict[str, Any]]:
    with surroundings() as around, tempfile.TemporaryDirectory() as folder:
        files = [str(made(Path(folder), activities)) for activities in (_MANY, 0)]
        rounds = [_round(around, *files) for _ in range(_ROUNDS + 1)][1:]
    floors, opened, megabytes = zip(*rounds, strict=True)
    floor, ours = median(floors), median(opened)
    words = "open 5,000 activities to painted board, without the key / a bare window's start"
    return [
        figure(words, ours / floor, 2, ms=round(ours), bare_window=round(floor), screen=around.screen),
        figure("memory with 5,000 activities over an empty portfolio (MB)", median(megabytes), 40),
    ]


def _round(around: Surroundings, many: str, none: str) -> tuple[float, float, float]:
    """A bare window's start and the opening in milliseconds, and the megabytes that many take over none."""
    bare, full, empty = (
        around.run("bare_window"),
        around.run("portfolio", many),
        around.run("portfolio", none),
    )
    return bare["painted"], full["painted"], full["megabytes"] - empty["megabytes"]
