"""A file that was damaged for real, from the message to a new portfolio with what could be read."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import file, keys
from tests import portfolios
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands, Key
from tests.journeys.keyboard import Keyboard
from tests.journeys.pointing import Clicks

PASSPHRASE = "vier losse woorden samen"
WHOLE = portfolios.many(60)
PAGE = 4096
OF_ACTIVITIES = 30  # a page in the middle of the 45 of this file
RESCUE = "Rescue what can be read"


@pytest.fixture(params=[Clicks, Keyboard], ids=["clicks", "keyboard"])
def person(request: pytest.FixtureRequest, qtbot: QtBot) -> Hands:
    return request.param(qtbot)


@pytest.fixture
def damaged(home: Path) -> Path:
    """A page in its middle was written over."""
    path = home / "S. de Vries.coach"
    file.create(path, WHOLE, PASSPHRASE).close()
    write_over(path)
    return path


def write_over(path: Path) -> None:
    with path.open("r+b") as opened:
        opened.seek((OF_ACTIVITIES - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)


def ask_for_rescue(person: Hands, path: Path) -> None:
    """Open it, read what is wrong, and take the offer."""
    person.see("See your work")
    person.press("Open…")
    person.answer(path)
    person.write_into("Passphrase", PASSPHRASE)
    person.see(
        "“S. de Vries.coach” is damaged. A part of it can't be read. Open a backup or another copy of it."
    )
    person.press(f"{RESCUE}…")
    person.see("What can still be read goes into a new file. The damaged one stays as it is.")
    assert not person.sees("Passphrase")  # it was typed already


def put_in(person: Hands, new: Path) -> None:
    person.press("Another place…")
    person.answer(new)
    person.see(new.name)


def content(path: Path) -> Portfolio:
    with closing(file.open_file(path, keys.unlock(path, PASSPHRASE), read_only=True)) as found:
        return found.portfolio


def test_a_damaged_portfolio_is_rescued_into_a_new_one_that_opens(
    person: Hands, start: Start, home: Path, damaged: Path
) -> None:
    before, new = damaged.read_bytes(), home / "Gered.coach"
    start()
    ask_for_rescue(person, damaged)
    put_in(person, new)
    person.press(RESCUE)
    person.see("Rescued as Gered.coach")
    person.see("What could not be read or kept")
    person.see("Damaged pages of the file: 1 of 46.")
    person.see("A part of the activities can't be read.")
    person.press("Copy the list")
    assert "A part of the activities can't be read." in QGuiApplication.clipboard().text()
    assert damaged.read_bytes() == before
    assert {*home.iterdir()} == {damaged, new}
    kept = content(new)
    assert 30 < len(kept.activities) < len(WHOLE.activities)
    assert set(kept.activities) < set(WHOLE.activities)
    person.press("Open the new portfolio")
    person.see("To place")
    person.see(f"{kept.activities[0].title}, ")
    person.close()
    person.see("See your work")
    person.see(f"Open {new.name}")
    assert damaged.read_bytes() == before


def test_the_backup_of_a_damaged_portfolio_is_brought_back_whole(
    person: Hands, start: Start, home: Path
) -> None:
    path, new = home / "S. de Vries.coach", home / "Terug.coach"
    file.create(path, WHOLE, PASSPHRASE).close()
    start()
    person.press("Open…")
    person.answer(path)
    person.write_into("Passphrase", PASSPHRASE)
    person.see("To place, ")
    person.enlarge()
    person.add_to_tray("Open dag")
    person.see("Open dag, To place")
    person.close()
    person.see("See your work")
    write_over(path)
    before = path.read_bytes()
    person.press(f"Open {path.name}")
    person.write_into("Passphrase", PASSPHRASE)
    person.see("is damaged. A part of it can't be read.")
    person.press(person.words_with("Open the backup of"))
    person.see("What was changed after that is not in it. The backup itself stays as it is.")
    put_in(person, new)
    person.press("Make the new file")
    person.see("Open dag, To place")
    assert len(content(new).activities) == len(WHOLE.activities) + 1
    assert path.read_bytes() == before


def test_who_wants_no_rescue_goes_back_and_nothing_was_made(
    person: Hands, start: Start, home: Path, damaged: Path
) -> None:
    before = damaged.read_bytes()
    start()
    ask_for_rescue(person, damaged)
    person.press("Back")
    person.see("See your work")
    ask_for_rescue(person, damaged)
    person.key(Key.Key_Escape)
    person.see("See your work")
    assert (damaged.read_bytes(), [*home.iterdir()]) == (before, [damaged])


def test_a_rescue_that_is_under_way_can_be_stopped(
    person: Hands, start: Start, home: Path, damaged: Path
) -> None:
    """The key alone takes longer than the two events do, so this fails when the window waits for the work."""
    start()
    ask_for_rescue(person, damaged)
    put_in(person, home / "Gered.coach")
    person.press(RESCUE)
    person.press("Cancel")
    person.see("Stopped. No new file was made.")
    assert [*home.iterdir()] == [damaged]
    person.press(RESCUE)
    person.key(Key.Key_Escape)
    person.see("Stopped. No new file was made.")
    assert [*home.iterdir()] == [damaged]


def test_a_rescue_never_writes_over_a_file_and_goes_on_in_another(
    person: Hands, start: Start, home: Path, damaged: Path
) -> None:
    before, other = damaged.read_bytes(), home / "Other.coach"
    other.write_bytes(b"mine")
    start()
    ask_for_rescue(person, damaged)
    for taken in (other, damaged):
        put_in(person, taken)
        person.press(RESCUE)
        person.see(
            f"There is a “{taken.name}” in this folder already. Choose another name, or open that one."
        )
    assert (other.read_bytes(), damaged.read_bytes()) == (b"mine", before)
    put_in(person, home / "Gered.coach")
    person.press(RESCUE)
    person.see("Rescued as Gered.coach")


def test_a_folder_that_goes_away_before_a_rescue_is_told(
    person: Hands, start: Start, home: Path, damaged: Path
) -> None:
    stick = home / "stick"
    stick.mkdir()
    start()
    ask_for_rescue(person, damaged)
    put_in(person, stick / "Gered.coach")
    stick.rmdir()
    person.press(RESCUE)
    person.see(
        "“Gered.coach” could not be made. The file or its folder is no longer there. Choose another folder."
    )
    put_in(person, home / "Gered.coach")
    person.press(RESCUE)
    person.see("Rescued as Gered.coach")
