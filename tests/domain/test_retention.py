"""Which backups stay."""
# ruff: noqa: DTZ001 - by the computer's own clock

import datetime as dt
import random
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import given

from coachapp.domain.retention import ALWAYS, DAYS, MONTHS, WEEKS, Backup, kept

MOMENTS = st.datetimes(dt.datetime(2019, 12, 1), dt.datetime(2026, 11, 26))
BACKUPS = st.lists(
    st.builds(Backup, MOMENTS, st.integers(0, 500), st.just(Path("x")), turn=st.integers(1, 9999)),
    max_size=60,
    unique_by=lambda one: (one.made, one.turn),
)
ROOM = 10**9


def newest_first(backups: list[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda one: (one.made, one.turn), reverse=True)


def daily(count: int, *, size: int = 1) -> list[Backup]:
    last = dt.datetime(2026, 11, 26, 17, 5)
    return [Backup(last - dt.timedelta(days=n), size) for n in range(count)]


def test_after_a_year_of_daily_work_the_last_week_four_weeks_and_twelve_months_stay() -> None:
    days = [one.made.date() for one in kept(daily(400))]
    assert days[:7] == [dt.date(2026, 11, 26) - dt.timedelta(days=n) for n in range(7)]
    assert days[7:9] == [dt.date(2026, 11, 15), dt.date(2026, 11, 8)]  # Sundays end a week
    assert days[9:] == [
        *(dt.date(2026, month + 1, 1) - dt.timedelta(days=1) for month in range(10, 0, -1)),
        dt.date(2025, 12, 31),
    ]


@given(BACKUPS, st.integers(0, 3000))
def test_the_two_newest_stay_whatever_their_size(backups: list[Backup], room: int) -> None:
    assert list(kept(backups, room))[:ALWAYS] == newest_first(backups)[:ALWAYS]


@given(BACKUPS, st.integers(0, 3000))
def test_the_limit_wins_over_all_others(backups: list[Backup], room: int) -> None:
    stay = kept(backups, room)
    assert sum(one.size for one in stay) <= room or len(stay) <= ALWAYS


@given(BACKUPS, st.integers(0, 3000))
def test_the_limit_takes_the_oldest_first(backups: list[Backup], room: int) -> None:
    stay = kept(backups, room)
    assert stay == kept(backups, ROOM)[: len(stay)]


@given(BACKUPS)
def test_each_of_the_last_days_weeks_and_months_with_backups_keeps_its_newest(backups: list[Backup]) -> None:
    stay = set(kept(backups, ROOM))
    for most, span in ((DAYS, "%Y%m%d"), (WEEKS, "%G%V"), (MONTHS, "%Y%m")):
        spans: dict[str, Backup] = {}
        for one in newest_first(backups):
            spans.setdefault(one.made.strftime(span), one)
        assert stay.issuperset(list(spans.values())[:most])


@given(BACKUPS)
def test_no_more_than_that_stays(backups: list[Backup]) -> None:
    assert len(kept(backups, ROOM)) <= DAYS + WEEKS + MONTHS + ALWAYS


@given(BACKUPS, st.integers(0, 3000), st.randoms())
def test_tidying_twice_or_in_another_order_changes_nothing(
    backups: list[Backup], room: int, chance: random.Random
) -> None:
    stay = kept(backups, room)
    shuffled = list(backups)
    chance.shuffle(shuffled)
    assert kept(shuffled, room) == stay
    assert kept(stay, room) == stay
