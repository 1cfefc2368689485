"""Plans of random portfolios, judged by veraPDF: `python -m tests.ordeal.papers [COUNT]`."""

import sys
import tempfile
import time
from pathlib import Path

from tests.report import chance
from tests.report.validator import faults

_AT_A_TIME = 20


def run(count: int) -> int:
    """How many comply; it fails at the first ones that don't."""
    for start in range(0, count, _AT_A_TIME):
        with tempfile.TemporaryDirectory() as folder:
            numbers = range(start, min(start + _AT_A_TIME, count))
            found = faults([chance.plan(number, Path(folder)) for number in numbers])
            assert not found, f"{numbers}: {found}"
    return count


if __name__ == "__main__":
    began, asked = time.monotonic(), int(sys.argv[1]) if len(sys.argv) > 1 else 200
    comply = run(asked)
    took = time.monotonic() - began
    sys.stdout.write(f"PDF/UA-1 and PDF/A-2a: {comply} of {asked} plans comply, {took:.0f} s\n")
