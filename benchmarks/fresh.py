"""Programs started anew, one at a time, all in the same surroundings."""

import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parent.parent
_PROGRAMS: Final = _ROOT / "benchmarks" / "programs"
_HOMES: Final = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


class Surroundings:
    """An empty home, and a screen: the one there is, one of our own by Xvfb, or else none."""

    def __init__(self, home: str, screen: dict[str, str]) -> None:
        self._environment = os.environ | dict.fromkeys(_HOMES, home) | screen | {"PYTHONPATH": str(_ROOT)}
        self.screen = screen["QT_QPA_PLATFORM"]

    def run(self, program: str, *args: str) -> dict[str, float]:
        """What a program of benchmarks/programs tells; `SPAWNED` says to it when it was started."""
        command = [sys.executable, str(_PROGRAMS / f"{program}.py"), *args]
        environment = self._environment | {"SPAWNED": str(time.monotonic())}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=60)
        return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def surroundings() -> Iterator[Surroundings]:
    """Everything is compiled beforehand, as it is where CoachApp has been installed."""
    compileall.compile_dir(_ROOT / "coachapp", quiet=2)
    with tempfile.TemporaryDirectory() as home, _screen() as screen:
        yield Surroundings(home, screen)


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    if not sys.platform.startswith("linux"):
        yield {"QT_QPA_PLATFORM": "windows" if os.name == "nt" else "cocoa"}
    elif "DISPLAY" in os.environ:
        yield {"QT_QPA_PLATFORM": "xcb"}
    elif shutil.which("Xvfb"):
        with _xvfb() as number:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    else:
        yield {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def _xvfb() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()
