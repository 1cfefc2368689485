"""Which day stands where on the axis, and what is written along it. Days are numbers, as `date.toordinal`."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from coachapp import formats

_STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000)  # months
_ROOM: Final = 30.0  # that the name of a month or a year wants
EDGE: Final = 5.0  # on both sides, so that a sign at the end is whole
_LEAST: Final = 3  # months
_YEAR: Final = 12


class Days(NamedTuple):
    """From the first day up to and including the last."""

    first: int
    last: int

    @property
    def is_one(self) -> bool:
        return self.first == self.last


class Tick(NamedTuple):
    """A line on the axis; `year` is written above the first of each."""

    x: float
    month: str
    year: str


def days_of(date: str) -> Days:
    """Of a year, a month or a day."""
    year, month, day = (int(part) for part in f"{date}-0-0".split("-")[:3])
    if day:
        return Days(*[dt.date(year, month, day).toordinal()] * 2)
    last = calendar.monthrange(year, month or 12)[1]
    return Days(dt.date(year, month or 1, 1).toordinal(), dt.date(year, month or 12, last).toordinal())


class Scale:
    """Whole months, of which the first and the last have a day in them; months count from year 0."""

    def __init__(self, every: Iterable[Days], width: float) -> None:
        spans = list(every)
        self.width = width
        self._month = _month_of(min(days.first for days in spans))
        self._end = max(_month_of(max(days.last for days in spans)) + 1, self._month + _LEAST)
        self._first, self._last = _first_day(self._month), _first_day(self._end)

    def x(self, day: float) -> float:
        """Where a day begins."""
        return EDGE + (day - self._first) / (self._last - self._first) * (self.width - 2 * EDGE)

    def ticks(self) -> Iterator[Tick]:
        """As many as there is room for."""
        count = self._end - self._month
        step = next(each for each in _STEPS if count / each * _ROOM <= self.width or each == _STEPS[-1])
        start = -(-self._month // step) * step
        told = -1
        for month in range(start, self._end, step):
            year = month // _YEAR
            if year:
                date = dt.date(year, month % 12 + 1, 1)
                name = formats.short_month(date) if step < _YEAR else ""
                yield Tick(self.x(date.toordinal()), name, str(year) if year != told else "")
            told = year


def _month_of(day: int) -> int:
    date = dt.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def _first_day(month: int) -> int:
    """Also of the months after the last one that a date can be in."""
    beyond = max(month - dt.MAXYEAR * 12 - 11, 0)
    year, of_year = divmod(month - beyond, 12)
    return dt.date(year, of_year + 1, 1).toordinal() + 31 * beyond
