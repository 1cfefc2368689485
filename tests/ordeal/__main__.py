"""The long proofs that nothing is lost: `python -m tests.ordeal [NAME[=COUNT] ...]`; see CONTRIBUTING.md."""

import os
import subprocess
import sys
import time
from typing import Final, NamedTuple

_STORAGE: Final = "tests/storage"
_EVERY: Final = 1_000_000  # calls; more than there are


class Ordeal(NamedTuple):
    """A command with its usual count; `variable` hands the count to tests, else it is an argument."""

    command: tuple[str, ...]
    times: int
    variables: tuple[str, ...] = ()


def _tests(*names: str) -> tuple[str, ...]:
    return ("pytest", "-q", "-p", "no:randomly", "--timeout", "0", *names)


ORDEALS: Final = {
    "kills": Ordeal(_tests(f"{_STORAGE}/test_kills.py", "-k", "any_moment"), 2000, ("COACHAPP_KILLS",)),
    "calls": Ordeal(
        _tests(f"{_STORAGE}/test_calls.py", f"{_STORAGE}/test_taking_along.py"), _EVERY, ("COACHAPP_CALLS",)
    ),
    "merges": Ordeal(_tests("tests/document/test_merging.py", "-k", "any_order"), 5000, ("COACHAPP_MERGES",)),
    "damage": Ordeal(("tests.storage.damage",), 10_000),
    "rescues": Ordeal(("tests.storage.rescues",), 200),
    "exports": Ordeal(("tests.ordeal.exports",), 1000),
    "papers": Ordeal(("tests.ordeal.papers",), 200),
}


def main(args: list[str]) -> int:
    asked = {arg.partition("=")[0]: arg.partition("=")[2] for arg in args} or dict.fromkeys(ORDEALS, "")
    if unknown := set(asked) - set(ORDEALS):
        sys.stderr.write(f"Not known: {', '.join(sorted(unknown))}. There are: {', '.join(ORDEALS)}.\n")
        return 2
    failed = [name for name, count in asked.items() if not _stood(name, int(count or ORDEALS[name].times))]
    sys.stdout.write(f"Failed: {', '.join(failed)}\n" if failed else "Nothing was lost.\n")
    return 1 if failed else 0


def _stood(name: str, count: int) -> bool:
    ordeal = ORDEALS[name]
    sys.stdout.write(f"== {name}: {'every one' if count == _EVERY else count}\n")
    sys.stdout.flush()
    begun = time.monotonic()
    given = dict.fromkeys(ordeal.variables, str(count))
    more = () if given else (str(count),)
    command = [sys.executable, "-m", *ordeal.command, *more]
    code = subprocess.run(command, env={**os.environ, **given}, check=False).returncode
    sys.stdout.write(f"== {name}: {'stood' if code == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s\n")
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
