"""Writing the sample's development plan as a PDF."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import figure, median, milliseconds
from coachapp.packs import sample
from coachapp.report import plan

_ROUNDS: Final = 9
_LIMIT: Final = 15  # milliseconds for a page


def run() -> list[dict[str, Any]]:
    """The first time, in which the library is imported and the fonts are read, does not count."""
    portfolio, pages = sample.portfolio("nl"), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.pdf")

        def write() -> None:
            nonlocal pages
            pages = plan.write(portfolio, path, language="nl", date=dt.date(2026, 1, 1)).pages

        times = [milliseconds(write) for _round in range(_ROUNDS + 1)]
    ours = median(times[1:])
    words = "sample plan to PDF, per page (ms)"
    return [figure(words, ours / pages, _LIMIT, pages=pages, ms=round(ours, 1), first=round(times[0], 1))]
