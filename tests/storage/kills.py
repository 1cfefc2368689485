"""Runs the writer, alone or under strace, and tells what it reported until it ended."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from coachapp.domain.portfolio import Portfolio
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key

ROOT = Path(__file__).parents[2]
CALLS = "pwrite64,write,fsync,fdatasync,unlink,unlinkat,ftruncate,rename,link"

Call = tuple[str, int]  # a name, and which one of that name


@dataclass(frozen=True)
class Target:
    """A portfolio file to be killed over and over."""

    path: Path
    key: Key | None
    before: Portfolio
    whole: bytes

    def restore(self) -> None:
        """As it was before. The folders beside it stay, but for that of the backups."""
        for left in self.path.parent.iterdir():
            if not left.is_dir():
                left.unlink()
        shutil.rmtree(self.backups, ignore_errors=True)
        self.path.write_bytes(self.whole)

    @property
    def backups(self) -> Path:
        return self.path.parent / "backups"

    def read(self, key: Key | None = None) -> Portfolio:
        """What opening finds. SQLite leaves a journal that was not begun to the next save."""
        opened = open_file(self.path, key or self.key)
        opened.close()
        names = {self.path.name, f"{self.path.name}-journal"}
        assert {path.name for path in self.path.parent.iterdir() if not path.is_dir()} <= names
        return opened.portfolio


class Writer:
    """The warm program; each run gives all that the job said, and `ended`, its exit code."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log
        self.hear()

    def start(self, job: str, target: Target, settings: tuple[str, ...] = ()) -> int:
        """Fork, and wait; gives the process id."""
        key = target.key or Key(b"", b"")
        told = {"job": job, "path": str(target.path), "settings": settings}
        self.say(json.dumps({**told, "secret": key.secret.hex(), "salt": key.salt.hex()}))
        return self.hear()["pid"]

    def say(self, line: str = "go") -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())

    def hear_all(self) -> dict[str, Any]:
        heard: dict[str, Any] = {}
        while "ended" not in heard:
            heard |= self.hear()
        return heard

    def run(self, target: Target, job: str) -> dict[str, Any]:
        """One job that nothing happens to."""
        self.start(job, target)
        self.say()
        return self.hear_all()

    def traced(
        self, target: Target, *inject: str, settings: tuple[str, ...] = (), job: str = "save_once"
    ) -> dict[str, Any]:
        """One job with strace on it, which does to it what `inject` says."""
        pid = self.start(job, target, settings)
        trace = ["strace", "-f", "-o", str(self._log), "-p", str(pid), "-e", f"trace={CALLS}"]
        injected = [part for one in inject for part in ("-e", f"inject={one}")]
        with subprocess.Popen([*trace, *injected], stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr
            attached = strace.stderr.readline()
            self.say()
            heard = self.hear_all()
        if "attached" not in attached:
            pytest.skip(f"strace may not look on here: {attached.strip()}")
        return heard

    def calls(self) -> list[Call]:
        """Each call of the last traced run, in their order."""
        names = re.findall(r"^\d+ +(\w+)\(", self._log.read_text(errors="replace"), re.MULTILINE)
        return [(name, names[: at + 1].count(name)) for at, name in enumerate(names)]


@contextmanager
def writer() -> Iterator[Writer]:
    """The warm program, until no more is asked of it."""
    command = [sys.executable, "-m", "tests.storage.writer"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with TemporaryDirectory() as folder, process:
        yield Writer(process, Path(folder, "log"))
        assert process.stdin
        process.stdin.close()
