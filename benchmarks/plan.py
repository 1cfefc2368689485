"""Writing development plans as PDF: the sample's, and those of large portfolios with a board of before."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from benchmarks.figures import figure, median, milliseconds
from coachapp.domain.board_then import snapshot_of
from coachapp.domain.for_reader import seen, starting_point
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.report import plan
from coachapp.report.plan import Made
from tests.portfolios import many

_ROUNDS: Final = 9
_LIMIT: Final = 15  # milliseconds for a page
_SIZE: Final = 250  # kB
_LARGE: Final = (500, 5000)
_SECONDS: Final = 8
_GROWTH: Final = 11  # ten times as much, and a little
_DATE: Final = dt.date(2026, 11, 26)


def run() -> list[dict[str, Any]]:
    """The first time, in which the library is imported and the fonts are read, does not count."""
    portfolio = sample.portfolio("nl")
    first = milliseconds(lambda: _made(portfolio))
    ours, made = _median(portfolio, _ROUNDS)
    small, large = (_median(_grown(count), 3) for count in _LARGE)
    pages = {"pages": made.pages, "ms": round(ours, 1), "first": round(first, 1)}
    return [
        figure("sample plan to PDF, per page (ms)", ours / made.pages, _LIMIT, **pages),
        figure("sample plan, size (kB)", len(made.content) / 1000, _SIZE),
        figure("5,000 activities, whole plan (s)", large[0] / 1000, _SECONDS, pages=large[1].pages),
        figure("whole plan, growth from 500 to 5,000 activities", large[0] / small[0], _GROWTH),
    ]


def _made(portfolio: Portfolio) -> Made:
    """All of it, as for oneself."""
    choice = starting_point("myself")
    return plan.made(seen(portfolio, choice, _DATE.isoformat()), language="nl", date=_DATE, choice=choice)


def _median(portfolio: Portfolio, rounds: int) -> tuple[float, Made]:
    made: list[Made] = []
    times = [milliseconds(lambda: made.append(_made(portfolio))) for _round in range(rounds)]
    return median(times), made[-1]


def _grown(activities: int) -> Portfolio:
    """A year ago one card in twenty lay elsewhere."""
    portfolio = many(activities)
    cells = portfolio.framework.board
    before = tuple(
        replace(one, cell=cells[at // 20 % len(cells)]) if at % 20 == 0 else one
        for at, one in enumerate(portfolio.placements)
    )
    snapshot = snapshot_of(replace(portfolio, placements=before), "2025-11-20")
    return replace(portfolio, snapshots=(snapshot,))
