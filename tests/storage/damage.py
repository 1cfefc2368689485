"""Makes damaged and hostile files, opens each in another process, and sees that nothing bad comes of it.

`python -m tests.storage.damage 10000` prints the figures. A number makes the same file each time:
`python -m tests.storage.damage --keep 1234` leaves the file of that number in this folder.
"""

import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coachapp.storage.migrations import VERSION
from tests.storage.damage_kinds import KEY, KINDS, Sound

_SECONDS: Final = 5
_MEGABYTES: Final = 500
_FAIRLY_SURE: Final = 60  # seconds after which a process that says nothing is given up


@dataclass
class Figures:
    """`faults`: each a sentence; `found`: how often which outcome came."""

    times: int = 0
    faults: list[str] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    megabytes: float = 0.0

    def text(self) -> str:
        kinds = ", ".join(f"{count} {name}" for name, count in self.found.most_common())
        return (
            f"{self.times} damaged and hostile files, {len(self.faults)} faults, "
            f"slowest {self.slowest:.2f} s, at most {self.megabytes:.0f} MB\n{kinds}"
        )


def run(count: int, first: int = 0) -> Figures:
    """The files of `count` numbers, from the first one on."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        sound = Sound.make(Path(name))
        folder = Path(name, "opened")
        folder.mkdir()
        worker = _Worker(Path(name, "home"))
        for number in range(first, first + count):
            path = folder / f"{number}.coach"
            _look(figures, worker, number, path, make(sound, path, number))
            for left in folder.iterdir():
                left.unlink()
        worker.stop()
    return figures


def make(sound: Sound, path: Path, number: int) -> str:
    """Make the file of this number; returns what was done to it."""
    chance = random.Random(number)
    name = chance.choice(list(KINDS))
    KINDS[name](sound, path, chance)
    return name


def _look(figures: Figures, worker: "_Worker", number: int, path: Path, kind: str) -> None:
    before = path.read_bytes()
    begun = time.monotonic()
    answer = worker.open(path)
    seconds = time.monotonic() - begun
    figures.times += 1
    figures.slowest = max(figures.slowest, answer.get("seconds", seconds))
    figures.megabytes = max(figures.megabytes, answer["megabytes"])
    figures.found[answer["outcome"]] += 1
    problems = [answer["outcome"]] if not answer["expected"] else []
    if answer.get("seconds", seconds) > _SECONDS:
        problems.append(f"took {seconds:.1f} s")
    if answer["megabytes"] > _MEGABYTES:
        problems.append(f"{answer['megabytes']:.0f} MB")
        worker.stop()
    if path.read_bytes() != before and not (_is_older(before) and answer["outcome"] == "opens"):
        problems.append("was written in")
    if left := {p.name for p in path.parent.iterdir()} - {path.name, path.name + "-journal"}:
        problems.append(f"left {left}")
    figures.faults += [f"number {number} ({kind}): {problem}" for problem in problems]


def _is_older(content: bytes) -> bool:
    """A plain file that is brought up to date when it opens."""
    return content.startswith(b"SQLite") and 0 < int.from_bytes(content[60:64]) < VERSION


class _Worker:
    """A process that opens one file after another; a new one when it died or was too slow."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._process: subprocess.Popen[str] | None = None

    def open(self, path: Path) -> dict:
        process = self._process = self._process or _started(self._home)
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], _FAIRLY_SURE)[0]:
            self.stop()
            return {"outcome": "a hang", "expected": False, "megabytes": 0}
        if line := process.stdout.readline():
            return json.loads(line)
        self._process = None
        return {"outcome": f"a crash ({process.wait()})", "expected": False, "megabytes": 0}

    def stop(self) -> None:
        if self._process:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGKILL)
            self._process.communicate()
            self._process = None


def _started(home: Path) -> subprocess.Popen[str]:
    """What it remembers on this computer, such as backups, goes to this home."""
    command = [sys.executable, "-m", "tests.storage.damage_worker", KEY.secret.hex()]
    homes = dict.fromkeys(("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA"), str(home))
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | homes
    )


def _keep(number: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        sys.stdout.write(make(Sound.make(Path(name)), Path(f"{number}.coach"), number) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--keep"]:
        _keep(int(sys.argv[2]))
        sys.exit()
    figures = run(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 0
    )
    sys.stdout.write("\n".join([figures.text(), *figures.faults[:40], ""]))
    sys.exit(bool(figures.faults))
