"""Opening a coach book of 200 coachees and 2,000 notes in the whole program."""

import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks import files
from benchmarks.figures import figure, median
from benchmarks.fresh import surroundings

_ROUNDS: Final = 7


def run() -> list[dict[str, Any]]:
    with surroundings() as around, tempfile.TemporaryDirectory() as folder:
        book = str(files.coach_book(Path(folder)))
        opened = [around.run("portfolio", book)["painted"] for _ in range(_ROUNDS + 1)][1:]
    words = "coach book, 200 coachees, 2,000 notes: open to painted list (ms)"
    return [figure(words, median(opened), 300, screen=around.screen)]
