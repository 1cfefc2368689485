"""Destroys one page after another of a real file, rescues what is left and holds that against the whole.

`python -m tests.storage.rescues 200` prints the figures.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.packs import default_framework
from coachapp.storage import check, creation, rescue
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from tests import portfolios

PAGE: Final = 4096
BEGINNING: Final = (PAGE - 12) * 32 // 255 - 23  # of a long row, what SQLite keeps at least beside the others
_KEY: Final = Key(bytes(range(32)), bytes(range(100, 116)))


class Figures(NamedTuple):
    """`faults`: each a sentence; `lost`: rows that did not return, all times together."""

    times: int
    faults: list[str]
    lost: int
    slowest: float

    def text(self) -> str:
        return (
            f"{self.times} rescues, {len(self.faults)} faults; {self.lost} rows lay on the destroyed pages; "
            f"slowest {self.slowest:.1f} s"
        )


def crowded(activities: int) -> Portfolio:
    """Something of every kind, most of it short enough for one page."""
    many, worst = portfolios.many(activities), portfolios.worst()
    ids = [activity.id for activity in many.activities]
    return replace(
        many,
        question="Waar wil ik heen?",
        teams=tuple(replace(team, context_id=many.contexts[0].id) for team in worst.teams),
        ambitions=tuple(replace(a, activity_id=ids[n]) for n, a in enumerate(worst.ambitions)),
        conversations=worst.conversations,
        goals=worst.goals,
        actions=worst.actions,
        agreements=worst.agreements,
        reflections=tuple(replace(r, activity_id=ids[n]) for n, r in enumerate(worst.reflections)),
    )


def run(count: int, activities: int = 500, seed: int = 0) -> Figures:
    """Half of the files are encrypted; in each, one random page but the first is destroyed."""
    chance = random.Random(seed)
    whole = crowded(activities)
    faults: list[str] = []
    slowest = 0.0
    lost_with = defaultdict[tuple[Any, bool], set[int]](set)
    with tempfile.TemporaryDirectory() as name:
        sound = {key: _made(Path(name, "sound"), whole, key) for key in (None, _KEY)}
        for n in range(count):
            key = _KEY if n % 2 else None
            page = chance.randrange(1, len(sound[key]) // PAGE)
            begun = time.monotonic()
            kept, problems = _rescued(Path(name), _destroyed(sound[key], page, chance), key)
            slowest = max(slowest, time.monotonic() - begun)
            gone = _missing(whole, kept)
            for item in gone.values():
                lost_with[item, key is None].add(page)
            problems += _too_much(gone, b"" if key else sound[key][page * PAGE : (page + 1) * PAGE])
            faults += [
                f"page {page + 1}, {'encrypted' if key else 'plain'}: {problem}" for problem in problems
            ]
    faults += [
        f"{item.id} is lost with each of the pages {pages}"
        for (item, _plain), pages in lost_with.items()
        if len(pages) > 1 and _is_short(item)
    ]
    return Figures(count, faults, sum(map(len, lost_with.values())), slowest)


def _made(path: Path, portfolio: Portfolio, key: Key | None) -> bytes:
    creation.make(path, portfolio, key)
    content = path.read_bytes()
    path.unlink()
    return content


def _destroyed(sound: bytes, page: int, chance: random.Random) -> bytes:
    with_what = chance.choice((bytes(PAGE), chance.randbytes(PAGE), b"\xff" * PAGE))
    return sound[: page * PAGE] + with_what + sound[(page + 1) * PAGE :]


def _rescued(folder: Path, damaged: bytes, key: Key | None) -> tuple[Portfolio, list[str]]:
    """What came out, and what is wrong with how."""
    path, new = folder / "damaged.coach", folder / "new.coach"
    path.write_bytes(damaged)
    new.unlink(missing_ok=True)
    beside = {*folder.iterdir()} | {new}
    rescued = rescue.rescue(path, key, new, default_framework())
    with closing(open_file(new, key)) as opened:
        portfolio = opened.portfolio
    problems = list(check.problems(new, key))
    if path.read_bytes() != damaged or {*folder.iterdir()} != beside:
        problems.append("something was written")
    if rescued.portfolio != portfolio:
        problems.append("another portfolio was told than written")
    if not rescued.lost:
        problems.append("nothing is said to be lost")
    return portfolio, problems


def _missing(whole: Portfolio, kept: Portfolio) -> dict[tuple[str, str], Any]:
    """What did not return as it was; of what only refers to something lost, the rest must be the same."""
    there = {kind: {item.id: item for item in getattr(kept, kind)} for kind in KINDS}
    gone = {}
    for kind in KINDS:
        for item in getattr(whole, kind):
            found = there[kind].get(item.id)
            if found != item and not (found and _lost_only_references(item, found, gone)):
                if kind == "placements" and ("activities", item.activity_id) in gone:
                    continue  # reachable only through it
                gone[kind, item.id] = item
    return gone


def _lost_only_references(item: Any, found: Any, gone: dict[tuple[str, str], Any]) -> bool:
    lost_ids = {item_id for _kind, item_id in gone}
    names = [
        n for n in ("context_id", "team_id", "activity_id", "ambition_id", "goal_id") if hasattr(item, n)
    ]
    back = {n: getattr(item, n) for n in names if getattr(item, n) in lost_ids and not getattr(found, n)}
    return bool(back) and replace(found, **back) == item


def _too_much(gone: dict[tuple[str, str], Any], page: bytes) -> list[str]:
    """What lay on one page fits in one page, but for the last one, of which a part lay there."""
    elsewhere = [i.id for i in gone.values() if page and _is_short(i) and i.id.encode() not in page]
    problems = [f"{elsewhere} lay on other pages"] if elsewhere else []
    if sum(sorted(min(_size(item), BEGINNING) for item in gone.values())[:-1]) > PAGE:
        problems.append(f"more is lost than fits in a page: {len(gone)} rows")
    return problems


def _size(item: Any) -> int:
    """Less than its row takes in the file."""
    return sum(len(str(part).encode()) for part in astuple(item) if isinstance(part, str))


def _is_short(item: Any) -> bool:
    """Whether its row lies on one page for certain, so that only that page can take it along."""
    return _size(item) < PAGE // 8


if __name__ == "__main__":
    figures = run(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    sys.stdout.write("\n".join([figures.text(), *figures.faults[:20], ""]))
    sys.exit(bool(figures.faults))
