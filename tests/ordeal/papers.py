"""Plans of the worst and of random portfolios: `python -m tests.ordeal.papers [COUNT]`.

veraPDF judges them, and poppler reads what was chosen in them, in order, and nothing else.
"""

import sys
import tempfile
import time
from pathlib import Path

from coachapp.domain.for_reader import Choice
from coachapp.report import plan
from coachapp.report.paper import LETTER
from tests import portfolios
from tests.report import chance, picked
from tests.report.reading import DATE
from tests.report.validator import faults

_AT_A_TIME = 20
_MANY = 5000


def run(count: int) -> int:
    """How many comply; it fails at the first ones that don't."""
    for start in range(0, count, _AT_A_TIME):
        with tempfile.TemporaryDirectory() as folder:
            numbers = range(start, min(start + _AT_A_TIME, count))
            found = faults([chance.plan(number, Path(folder)) for number in numbers])
            assert not found, f"{numbers}: {found}"
    return count


def judge_the_worst() -> None:
    """Nothing, the longest and strangest texts in all scripts, and as many activities as anybody has."""
    owner = "&<b>Ελένη</b> مريم"
    cases = (portfolios.empty(owner), portfolios.with_files(portfolios.worst()), portfolios.many(_MANY))
    with tempfile.TemporaryDirectory() as folder:
        for number, portfolio in enumerate(cases):
            path, began = Path(folder) / f"{number}.pdf", time.monotonic()
            written = plan.write(
                portfolio, path, language="nl", date=DATE, choice=Choice(hours=True, energy=True), size=LETTER
            )
            took, size = time.monotonic() - began, path.stat().st_size / 1e6
            sys.stdout.write(f"{written.pages} pages, {size:.1f} MB in {took:.1f} s\n")
            found = faults([path])
            assert not found, f"{number}: {found}"


def read(count: int) -> int:
    portfolio = picked.marked()
    with tempfile.TemporaryDirectory() as folder:
        whole = picked.told(portfolio, frozenset(), Path(folder))
        for number in range(count):
            found = picked.faults(portfolio, whole, number, Path(folder))
            assert not found, f"{number}: {found}"
    return count


if __name__ == "__main__":
    began, asked = time.monotonic(), int(sys.argv[1]) if len(sys.argv) > 1 else 200
    judge_the_worst()
    in_order, comply = read(asked), run(asked)
    took = time.monotonic() - began
    sys.stdout.write(f"PDF/UA-1 and PDF/A-2a: {comply} of {asked} plans comply, {took:.0f} s\n")
    sys.stdout.write(f"Read by poppler: {in_order} plans tell what was chosen, in order, and nothing else\n")
