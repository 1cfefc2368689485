"""Nothing of a portfolio is written readably but where its owner asks for it, and nobody is called."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.journeys import test_main_job, test_private_file
from tests.journeys.traced import Trace, traced

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed")

SECRETS = (
    test_main_job.PASSPHRASE,
    *test_main_job.PLACED,
    *test_main_job.GOALS,
    *test_main_job.ACTIONS,
    "Natuurclub na schooltijd",
    "Lesideeen delen",
    test_main_job.SAMPLE,
)
KEPT = (
    test_private_file.NEWER,
    test_private_file.TITLE,
    test_private_file.WHY,
    test_private_file.KEPT,
    test_main_job.PASSPHRASE,
)
ORGANISING = "organiseren/meso"
ASKED_FOR = (".part", "leerlingen.txt")  # the plan as it is being written, and what she had before
ON_THIS_COMPUTER = (
    "/nscd/socket",
    "/bus",
    "/dbus/system_bus_socket",
    "/.X11-unix/",
)  # names of users, the buses, the display


def session(tmp_path: Path, test: str) -> Trace:
    """This journey, in a program of its own."""
    pytest_ = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")
    home = f"--basetemp={tmp_path / 'session'}"
    done, trace = traced((*pytest_, home, f"tests/journeys/{test}"), tmp_path / "log")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert any(path.endswith(".coach") for path, _content in trace.written)
    return trace


@pytest.mark.parametrize(
    ("test", "secrets"),
    [
        (f"{Path(test_main_job.__file__).name}::test_a_teacher_goes_from_her_list_to_a_plan[mouse]", SECRETS),
        (Path(test_private_file.__file__).name, KEPT),
    ],
    ids=["main-job", "private-file"],
)
def test_a_session_writes_nothing_readable_and_calls_nobody(
    tmp_path: Path, test: str, secrets: tuple[str, ...]
) -> None:
    trace = session(tmp_path, test)
    assert not trace.telling(secrets, but=ASKED_FOR)
    calls_nobody(trace)


def calls_nobody(trace: Trace) -> None:
    assert set(trace.sockets) <= {"AF_UNIX"}
    assert not [at for at in trace.called if not any(known in at for known in ON_THIS_COMPUTER)]


def coachapp(log: Path, *args: object) -> Trace:
    done, trace = traced((sys.executable, "-m", "coachapp", *map(str, args)), log)
    assert done.returncode == 0, done.stderr
    return trace


def test_the_command_line_writes_nothing_readable(tmp_path: Path) -> None:
    file, phrase, log = tmp_path / "a.coach", tmp_path / "phrase", tmp_path / "log"
    phrase.write_text(test_main_job.PASSPHRASE)
    locked = ("--passphrase-file", phrase)
    traces = [
        coachapp(log, "new", file, "--owner", "T. Est", *locked),
        coachapp(log, "import", file, test_main_job.LIST, *locked),
        coachapp(log, "place", file, "MR-lid", ORGANISING, *locked),
        coachapp(log, "show", file, *locked),
        coachapp(log, "history", file, *locked),
        coachapp(log, "backup", file, *locked),
        coachapp(log, "plan", file, "-o", tmp_path / "plan.pdf", *locked),
        coachapp(log, "check", file, *locked),
    ]
    for trace in traces:
        assert not trace.telling((test_main_job.PASSPHRASE, *test_main_job.PLACED))
        calls_nobody(trace)


def test_what_is_not_locked_would_be_seen(tmp_path: Path) -> None:
    """The measure itself: an open portfolio does hold its words readably."""
    file, log = tmp_path / "a.coach", tmp_path / "log"
    coachapp(log, "new", file, "--owner", "T. Est", "--no-passphrase")
    trace = coachapp(log, "import", file, test_main_job.LIST)
    assert any(told.startswith("MR-lid in ") for told in trace.telling(("MR-lid",)))
