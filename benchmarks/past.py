"""What 10,000 steps of history cost: room in the file, and time when it is opened."""

import gc
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import figure, median, milliseconds
from benchmarks.files import PASSPHRASE
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file, keys
from tests import portfolios

_MANY: Final = 5000
_STEPS: Final = 10_000
_AT_A_TIME: Final = 40  # steps to a save
_ROUNDS: Final = 31
_WHY: Final = "Omdat ik hier merk dat leerlingen verder komen, en collega's vragen hoe ik dat doe. "


def run() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        told, bare = Path(folder, "told.coach"), Path(folder, "bare.coach")
        _make(told, bare)
        with_history, without = _opened(told, bare)
        megabytes = (told.stat().st_size - bare.stat().st_size) / 1e6
    words = "open 5,000 activities with 10,000 steps of history / without"
    return [
        figure("room for 10,000 steps of history (MB)", megabytes, 5),
        figure(
            words,
            median(with_history) / median(without),
            1.2,
            ms=round(median(with_history), 1),
            without=round(median(without), 1),
        ),
    ]


def _make(told: Path, bare: Path) -> None:
    """The same work saved in two files, of which one is not told the steps."""
    first = portfolios.many(_MANY)
    stores = []
    for path in (told, bare):
        file.create(path, first, PASSPHRASE).close()
        stores.append(file.open_file(path, keys.unlock(path, PASSPHRASE)))
    document = Document(first)
    for number, (label, edit) in enumerate(_work(document), 1):
        document.apply(label, edit)
        if number % _AT_A_TIME == 0:
            saved, now = document.saved, document.portfolio
            stores[0].save(saved, now, document.unsaved())
            stores[1].save(saved, now)
            document.mark_saved(now)
    for store in stores:
        store.close()


def _opened(told: Path, bare: Path) -> tuple[list[float], list[float]]:
    """Milliseconds in turn, without the derivation of the key."""
    both = [_Opening(path) for path in (told, bare)]
    for number in range(_ROUNDS):
        for one in both if number % 2 else both[::-1]:
            one.measure()
    return both[0].times[1:], both[1].times[1:]


class _Opening:
    def __init__(self, path: Path) -> None:
        self._path, self._key = path, keys.unlock(path, PASSPHRASE)
        self._file: file.PortfolioFile | None = None
        self.times: list[float] = []

    def measure(self) -> None:
        gc.collect()  # what the other left
        self.times.append(milliseconds(self._open))
        assert self._file
        self._file.close()
        self._file = None

    def _open(self) -> None:
        self._file = file.open_file(self._path, self._key)


def _work(document: Document) -> Iterator[tuple[str, Edit]]:
    """What a teacher does over the years, in about these shares."""
    chance = random.Random(1)
    kinds = (_move, _mark, _why, _rename, _note, _add, _place, _remove)
    for kind in chance.choices(kinds, (28, 28, 14, 6, 8, 7, 6, 3), k=_STEPS):
        yield kind(document.portfolio, chance)


def _move(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    card = chance.choice(portfolio.placements)
    taken = {p.cell for p in portfolio.placements if p.activity_id == card.activity_id}
    free = [cell for cell in portfolio.framework.board if cell not in taken]
    return _named("Verplaats “{}”", portfolio, card.activity_id), edits.move([card.id], chance.choice(free))


def _mark(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    card = chance.choice(portfolio.placements)
    name = chance.choice(("energy", "status"))
    others = [word for word in portfolio.framework.choices(name) if word != getattr(card, name)]
    edit = edits.change(Placement, [card.id], **{name: chance.choice(others)})
    return _named("Wijzig “{}”", portfolio, card.activity_id), edit


def _why(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    card = chance.choice(portfolio.placements)
    why = _WHY * chance.randint(1, 4) + str(chance.random())
    edit = edits.change(Placement, [card.id], why=why)
    return _named("Waarom hier – “{}”", portfolio, card.activity_id), edit


def _rename(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    activity = chance.choice(portfolio.activities)
    edit = edits.change(Activity, [activity.id], title=f"{activity.title[:60]} {chance.randint(1, 10**9)}")
    return _named("Activiteit – “{}”", portfolio, activity.id), edit


def _note(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    activity = chance.choice(portfolio.activities)
    edit = edits.change(Activity, [activity.id], description=_WHY * 2 + str(chance.random()))
    return _named("Omschrijving – “{}”", portfolio, activity.id), edit


def _add(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    title = chance.choice(portfolio.activities).title[:80]
    return f"“{title}” toevoegen", edits.add(Activity(new_id(), title))


def _place(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    lying = {p.activity_id for p in portfolio.placements}
    activity = chance.choice([a for a in portfolio.activities if a.id not in lying])
    cell = chance.choice(portfolio.framework.board)
    edit = edits.place(Placement(new_id(), activity.id, cell, placed_on="2026-03-03"))
    return _named("“{}” neerleggen", portfolio, activity.id), edit


def _remove(portfolio: Portfolio, chance: random.Random) -> tuple[str, Edit]:
    activity = chance.choice(portfolio.activities)
    return _named("“{}” verwijderen", portfolio, activity.id), edits.remove(Activity, [activity.id])


def _named(words: str, portfolio: Portfolio, activity_id: str) -> str:
    return words.format(next(a.title for a in portfolio.activities if a.id == activity_id))
