"""Whatever somebody opens from the start page: in the window stands what it is and what to do next."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Final, NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from coachapp.storage import creation, keys
from coachapp.storage.keys import Key
from tests import portfolios
from tests.journeys import screen
from tests.journeys.conftest import Start
from tests.journeys.pointing import Mouse
from tests.storage import bad_files
from tests.storage.bad_files import ANY, ENCRYPTED, Make, changed

PASSPHRASE: Final = "vier losse woorden samen"
PORTFOLIO: Final = portfolios.many(60)
FILES: Final = Path(__file__).parents[1] / "data" / "files"
PAGE: Final = 4096
OTHER, AGAIN, RESCUE = "Choose another file…", "Try again", "Rescue what can be read…"
NO_COPY: Final = "Open a backup or another copy of it."


class Case(NamedTuple):
    """What happens to a sound file, and what is then said and offered.

    `is_locked`: by a passphrase; `to_read`: it lies where nobody may write.
    """

    make: Make
    said: str
    is_locked: bool = False
    ways: tuple[str, ...] = (OTHER, AGAIN)
    to_read: bool = False


def written_over(page: int) -> Make:
    return changed((page - 1) * PAGE, b"\xa5" * PAGE)


def older(path: Path, _key: Key | None) -> None:
    """Made by the first version."""
    copyfile(FILES / "v1-plain.coach", path)


CASES: Final[dict[str, Case]] = {
    "missing": Case(
        ANY["missing"][0],
        "“My.coach” is not there. It may have been moved or renamed: look for it and open it again.",
    ),
    "empty": Case(ANY["empty"][0], "“My.coach” is empty. Open a backup or another copy of the portfolio."),
    "folder": Case(
        ANY["a folder"][0],
        "“My.coach” is a folder. Choose a portfolio file in it; its name ends in .coach.",
    ),
    "device": Case(
        ANY["a FIFO"][0],
        "“My.coach” is a device, not a file. Choose a portfolio file; its name ends in .coach.",
    ),
    "not readable": Case(
        ANY["a link to itself"][0],
        "“My.coach” can't be read. Ask its owner for permission, or copy it to a folder of your own.",
    ),
    "ZIP": Case(
        ANY["a ZIP"][0],
        "“My.coach” is a ZIP file, not a portfolio. Choose a file whose name ends in .coach.",
    ),
    "Word": Case(
        ANY["a Word file of long ago"][0],
        "“My.coach” is a Microsoft Office file, not a portfolio. Choose a file whose name ends in .coach.",
    ),
    "text": Case(
        ANY["a list"][0],
        "“My.coach” is a text file, not a portfolio. If it is a list of activities, "
        "open a portfolio and import the list there.",
    ),
    "zeros": Case(
        ANY["zeros"][0],
        "“My.coach” is not a portfolio, or its beginning is damaged. "
        "Choose a backup or another file; its name ends in .coach.",
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "foreign": Case(
        ANY["another database"][0],
        "“My.coach” is a database of another program. Choose a portfolio made with CoachApp.",
    ),
    "hostile": Case(
        ANY["a trigger"][0],
        "“My.coach” is a database of another program. Choose a portfolio made with CoachApp.",
    ),
    "hostile and locked": Case(
        ANY["a column that computes"][0],
        "“My.coach” is a database of another program. Choose a portfolio made with CoachApp.",
        is_locked=True,
    ),
    "newer": Case(
        ANY["a newer version"][0],
        "“My.coach” was made by a newer CoachApp. Install the newest version to open it.",
    ),
    "newer and locked": Case(
        ANY["a newer version"][0],
        "“My.coach” was made by a newer CoachApp. Install the newest version to open it.",
        is_locked=True,
    ),
    "older, to read only": Case(
        older,
        "“My.coach” was made by an older CoachApp and must be brought up to date, but it is read-only. "
        "Copy it to a folder of your own and open the copy.",
        to_read=True,
    ),
    "interrupted, to read only": Case(
        bad_files.interrupted,
        "The last change to “My.coach” was interrupted and has to be taken back, but the file is "
        "read-only. Copy it, together with “My.coach-journal”, to a folder of your own and open the copy.",
        to_read=True,
    ),
    "cut off": Case(
        bad_files.cut(-1000),
        "“My.coach” is not whole: a part of it was cut off, for instance while copying. "
        "Copy it again from where it came from, or open a backup.",
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "giant": Case(
        ANY["a text of twenty million letters"][0],
        f"“My.coach” is damaged. It has values that CoachApp never writes. {NO_COPY}",
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "recursive": Case(
        ANY["a framework in lists without end"][0],
        f"“My.coach” is damaged. It has values that CoachApp never writes. {NO_COPY}",
        is_locked=True,
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "a page written over": Case(
        written_over(30),
        f"“My.coach” is damaged. A part of it can't be read. {NO_COPY}",
        is_locked=True,
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "a page of the board written over": Case(
        written_over(36),
        f"“My.coach” is damaged. Its parts don't fit together. {NO_COPY}",
        is_locked=True,
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "its beginning is noise": Case(
        ENCRYPTED["a first page of noise"][0],
        f"“My.coach” is damaged. Its beginning can't be read. {NO_COPY}",
        is_locked=True,
        ways=(RESCUE, OTHER, AGAIN),
    ),
    "only noise": Case(
        ENCRYPTED["only noise"][0],
        "The passphrase doesn't open “My.coach”. Type it again; look at capitals. If you are sure of it, "
        "the beginning of the file is damaged: open a backup or another copy.",
        is_locked=True,
        ways=(),
    ),
}


@pytest.fixture
def person(qtbot: QtBot) -> Mouse:
    return Mouse(qtbot)


@pytest.fixture
def protect(home: Path) -> Iterator[Callable[[], None]]:
    """Lets nobody write at home: root, who may do all, not either, as the disk is mounted so."""

    def mount(*options: str) -> None:
        if subprocess.run(["mount", *options, home], check=False, capture_output=True).returncode:
            pytest.skip("root may not mount a disk here")

    def protected() -> None:
        for path in home.iterdir():
            path.chmod(0o400)
        if os.geteuid() == 0:
            mount("--bind", str(home))
            mount("-o", "remount,bind,ro")

    yield protected
    subprocess.run(["umount", "-l", home], check=False, capture_output=True)


@pytest.mark.parametrize("name", CASES)
def test_what_is_no_sound_portfolio_is_told_in_the_window_with_a_way_on(
    name: str, person: Mouse, start: Start, home: Path, protect: Callable[[], None]
) -> None:
    case, path = CASES[name], home / "My.coach"
    make(case, path)
    if case.to_read:
        protect()
    before = state(home)
    program = start()
    assert program.start
    person.drop(path, program.start)
    if case.is_locked:
        person.write_into("Passphrase", PASSPHRASE)
    person.see(case.said)
    assert offered() == case.ways
    assert state(home) == before
    person.press("Back")
    person.see("See your work")


def make(case: Case, path: Path) -> None:
    key = keys.fresh(PASSPHRASE) if case.is_locked else None
    creation.make(path, PORTFOLIO, key)
    case.make(path, key)


def state(home: Path) -> dict[str, bytes]:
    """Every name there, with what is in the files."""
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in home.iterdir()}


def offered() -> tuple[str, ...]:
    """The ways on that stand below the message."""
    ways = (OTHER, AGAIN, RESCUE)
    said = [words for widget in screen.widgets() for words in screen.words_of(widget)]
    return tuple(words for words in said if words in ways)
