"""Placing one activity and saving that, in a large portfolio and in a small one."""

import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import figure, median, milliseconds
from benchmarks.files import PASSPHRASE, made
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file, keys

_MANY: Final = 5000
_FEW: Final = 50
_ROUNDS: Final = 120


class Kept:
    """A document in its file; `times` in milliseconds."""

    def __init__(self, folder: Path, activities: int) -> None:
        path = made(folder, activities)
        self.file = file.open_file(path, keys.unlock(path, PASSPHRASE))
        self.times: list[float] = []
        self._document = Document(self.file.portfolio)

    def place(self, number: int) -> None:
        """Lay an activity in a cell where it doesn't lie yet, save, and take note of the time."""
        placement = _placement(self._document.portfolio, number)
        self.times.append(milliseconds(lambda: self._place(placement)))

    def _place(self, placement: Placement) -> None:
        self._document.apply("Place", edits.place(placement))
        self.file.save(self._document.saved, self._document.portfolio)
        self._document.mark_saved(self._document.portfolio)


def run() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        few, many = Kept(Path(folder), _FEW), Kept(Path(folder), _MANY)
        for number in range(_ROUNDS):
            few.place(number)
            many.place(number)
        few.file.close()
        many.file.close()
    floor, ours = median(few.times[10:]), median(many.times[10:])
    words = "apply and save one placement, 5,000 activities / 50"
    return [figure(words, ours / floor, 2, ms=round(ours, 2), of_50=round(floor, 2))]


def _placement(portfolio: Portfolio, number: int) -> Placement:
    movable = [activity for activity in portfolio.activities if not activity.aside]
    activity = movable[number % len(movable)]
    taken = _cells(portfolio, activity)
    cell = next(cell for cell in portfolio.framework.board if cell not in taken)
    return Placement(new_id(), activity.id, cell)


def _cells(portfolio: Portfolio, activity: Activity) -> set[object]:
    return {placement.cell for placement in portfolio.placements if placement.activity_id == activity.id}
