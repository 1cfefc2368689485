"""Time from the first kept day to today on a strip, from where reading begins."""

from collections.abc import Iterator
from typing import NamedTuple

from coachapp.domain.years import ordinal

_YEAR = 372  # in `ordinal`
_STEPS = (1, 2, 5, 10, 20, 50)


class Axis(NamedTuple):
    """`start` and `end` are `ordinal`s; `left` and `right` where they stand, in pixels."""

    start: int
    end: int
    left: float
    right: float
    mirrored: bool = False

    @classmethod
    def over(cls, first: str, last: str, *, width: float, margin: float, mirrored: bool = False) -> "Axis":
        """A year at least, so that the first weeks don't fill it."""
        end = ordinal(last)
        start = min(ordinal(first) if first else end, end - _YEAR)
        return cls(start, end, margin, max(width - margin, margin + 1), mirrored)

    def x(self, at: int) -> float:
        part = (min(max(at, self.start), self.end) - self.start) / (self.end - self.start)
        part = 1 - part if self.mirrored else part
        return self.left + part * (self.right - self.left)

    def years(self, apart: float) -> Iterator[tuple[int, float]]:
        """First days of years to write down, at least so many pixels apart."""
        pixels = (self.right - self.left) * _YEAR / (self.end - self.start)
        step = next((step for step in _STEPS if step * pixels >= apart), 100)
        first = -(-self.start // _YEAR)
        for year in range(first, self.end // _YEAR + 1):
            if year % step == 0:
                at = ordinal(str(year).zfill(4))
                if self.start <= at <= self.end:
                    yield year, self.x(at)
