"""Which backups stay: the newest of each of the last days, weeks and months, as far as there is room."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12
ALWAYS: Final = 2  # the newest stay, whatever their size
MOST_BYTES: Final = 1_000_000_000

# After a day's work, by the person's wish, and before what can change much at once.
REASONS: Final = ("day", "asked", "update", "merge", "rekey", "go-back")


class Backup(NamedTuple):
    """`made`: the minute whose state it holds, on the computer's clock; `reason`: one of REASONS.

    `turn` tells two of one minute apart.
    """

    made: dt.datetime
    size: int
    path: Path = Path()
    reason: str = "day"
    turn: int = 1


def _week(made: dt.datetime) -> tuple[int, int]:
    year, week, _day = made.isocalendar()
    return year, week


_RULES: Final[tuple[tuple[int, Callable[[dt.datetime], object]], ...]] = (
    (DAYS, dt.datetime.date),
    (WEEKS, _week),
    (MONTHS, lambda made: (made.year, made.month)),
)


def kept(backups: Iterable[Backup], most_bytes: int = MOST_BYTES) -> tuple[Backup, ...]:
    """Those that stay, the newest first."""
    newest_first = sorted(backups, key=lambda one: (one.made, one.turn, one.path), reverse=True)
    always = newest_first[:ALWAYS]
    chosen = {*always, *(one for rule in _RULES for one in _newest_of_each(newest_first, *rule))}
    return tuple(_that_fit([one for one in newest_first if one in chosen], most_bytes))


def _newest_of_each(
    newest_first: list[Backup], most: int, span: Callable[[dt.datetime], object]
) -> list[Backup]:
    """The newest of each day, week or month in which one was made; so many of these."""
    by_span: dict[object, Backup] = {}
    for one in newest_first:
        by_span.setdefault(span(one.made), one)
    return list(by_span.values())[:most]


def _that_fit(newest_first: list[Backup], most_bytes: int) -> list[Backup]:
    """The oldest go first."""
    room, stay = most_bytes, list[Backup]()
    for at, one in enumerate(newest_first):
        room -= one.size
        if room < 0 and at >= ALWAYS:
            break
        stay.append(one)
    return stay
