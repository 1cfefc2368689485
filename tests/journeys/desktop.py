"""A whole desktop of its own: screen, window manager, message bus and accessibility bus."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "dbus-daemon")
SYSTEM_PYTHON = "/usr/bin/python3"


def reason_to_skip() -> str:
    """What this machine lacks for a real window with a screen reader, or nothing."""
    lacking = [name for name in NEEDED if not shutil.which(name)]
    if (
        not lacking
        and subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
        ).returncode
    ):
        lacking = ["python3-pyatspi"]
    return f"needs {', '.join(lacking)} (dev.py test installs it on Debian as root)" if lacking else ""


@contextmanager
def desktop(folder: Path, size: str = "1440x900") -> Iterator[dict[str, str]]:
    """Yields the environment for programs on this desktop; everything ends with it."""
    with ExitStack() as stack:
        read, write = os.pipe()
        screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
        _start(stack, screen, dict(os.environ), pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        env = _environment(folder, f":{number}")
        bus = ["dbus-daemon", "--session", "--print-address", "--nofork"]
        daemon = _start(stack, bus, env, stdout=subprocess.PIPE)
        assert daemon.stdout
        stack.enter_context(daemon.stdout)
        env["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()
        _start(stack, ["openbox"], env)
        yield env


def _environment(folder: Path, display: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "XDG_", "WAYLAND", "DBUS"))}
    places = {
        name: str(folder / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    return (
        kept
        | places
        | {
            "HOME": str(folder),
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "COACHAPP_PYTHON": sys.executable,
        }
    )


def _start(stack: ExitStack, command: list[str], env: dict[str, str], **options: object) -> subprocess.Popen:
    options.setdefault("stdout", subprocess.DEVNULL)
    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process
