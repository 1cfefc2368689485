"""Opens the files whose names come in, looks at them thoroughly, and tells how that went."""

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coachapp import i18n
from coachapp.errors import CoachError
from coachapp.storage import check
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key

_MOST: Final = 3 << 30  # bytes: what keeps the machine alive is no part of what is tested


def main(secret: bytes) -> None:
    warnings.simplefilter("error")
    i18n.use("en")
    resource.setrlimit(resource.RLIMIT_AS, (_MOST, _MOST))
    for line in sys.stdin:
        begun = time.process_time()  # of its own work: what else goes on here is no fault
        answer = _opened(Path(line.rstrip("\n")), secret)
        answer["seconds"] = time.process_time() - begun
        answer["megabytes"] = _most_held()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _most_held() -> float:
    """Megabytes at most so far. Linux counts in `ru_maxrss` also what the starting program held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _opened(path: Path, secret: bytes) -> dict:
    key = Key(secret, path.read_bytes()[:16])
    try:
        outcome = _outcome(path, key)
        _outcome(path, key, check.problems)
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return {"outcome": f"{type(error).__name__}: {error}"[:300], "expected": False}
    return {"outcome": outcome, "expected": True}


def _outcome(path: Path, key: Key, work: Callable[[Path, Key], object] = open_file) -> str:
    try:
        found = work(path, key)
    except CoachError as error:
        if path.name not in error.text():
            raise ValueError(error) from None
        return type(error).__name__
    if isinstance(found, PortfolioFile):
        found.close()
    return "opens"


if __name__ == "__main__":
    main(bytes.fromhex(sys.argv[1]))
