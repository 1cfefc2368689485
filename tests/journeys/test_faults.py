"""What goes wrong with the file while somebody works: she reads what it is, and loses nothing."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachapp import formats
from coachapp.ui import autosave
from tests.journeys import faults
from tests.journeys.conftest import Start
from tests.journeys.faults import Fault
from tests.journeys.hands import Hands
from tests.journeys.own_file import PASSPHRASE, copy_it, elsewhere, open_it, put, titles
from tests.journeys.pointing import Clicks
from tests.storage.writer import NEW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody touch an open file")


@pytest.fixture
def person(qtbot: QtBot) -> Clicks:
    return Clicks(qtbot)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried again as often as nobody can wait in a test."""
    monkeypatch.setattr(autosave, "RETRIES", (300,))


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    with faults.small_disk(tmp_path / "stick") as place:
        school = place / "school"
        school.mkdir()
        yield school


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "school"
    made.mkdir()
    return made


BEING_MENDED = [
    (
        faults.folder_gone,
        "Its folder is no longer there. Look whether the stick or network drive is connected.",
    ),
    (faults.made_read_only, "The file has been made read-only."),
    (faults.permission_lost, "You may no longer write in its folder."),
]


@pytest.mark.parametrize(("fault", "told"), BEING_MENDED)
def test_what_keeps_her_work_from_the_file_is_told_and_goes_by_itself(
    person: Hands, start: Start, folder: Path, fault: Fault, told: str
) -> None:
    path = put(folder)
    start()
    open_it(person, path)
    mend = fault(path)
    person.add_to_tray("Debate club")
    see_trouble(person, told)
    person.add_to_tray("Chess club")
    mend()
    person.see("Saved")
    person.wait(lambda: not person.sees("it is tried again"), lambda: "the banner stays")
    assert {"Debate club", "Chess club"} <= set(titles(path))
    person.close()


def see_trouble(person: Hands, told: str) -> None:
    person.see(f"The last changes are not in “S. de Vries.coach” yet. {told} Since ")
    person.see("it is tried again.")
    person.see("Not saved since")
    for way in ("Save a copy somewhere else…", "Try now"):
        person.see(way)


def test_a_full_disk_is_told_and_her_work_is_saved_when_there_is_room(
    person: Hands, start: Start, stick: Path
) -> None:
    path = put(stick)
    start()
    open_it(person, path)
    mend = faults.full_disk(path)
    for number in range(1, 30):
        person.add_to_tray(f"Club {number} {'with a long name ' * 11}")
    see_trouble(person, "The disk is full.")
    mend()
    person.press("Try now")
    person.see("Saved")
    assert len([title for title in titles(path) if title.startswith("Club")]) == 29
    person.close()


def test_a_stick_that_is_pulled_out_is_told_and_her_work_goes_to_another_place(
    person: Hands, start: Start, stick: Path, home: Path
) -> None:
    path = put(stick)
    start()
    open_it(person, path)
    faults.pulled_out(path)
    person.add_to_tray("Debate club")
    see_trouble(
        person, "Its folder is no longer there. Look whether the stick or network drive is connected."
    )
    person.press("Save a copy somewhere else…")
    copy_it(person, home / "Copy.coach")
    person.see("Saved")
    person.add_to_tray("Chess club")
    person.see("Saved")
    person.close()
    assert {"Debate club", "Chess club"} <= set(titles(home / "Copy.coach"))


def test_who_closes_in_that_state_is_offered_a_copy(
    person: Hands, start: Start, folder: Path, home: Path
) -> None:
    path = put(folder)
    start()
    open_it(person, path)
    mend = faults.made_read_only(path)
    person.add_to_tray("Debate club")
    see_trouble(person, "The file has been made read-only.")
    person.close()
    person.see("The last changes are not in “S. de Vries.coach” yet. The file has been made read-only.")
    for way in ("Save a copy somewhere else…", "Close without the last changes", "Go on working"):
        person.see(way)
    person.press("Save a copy somewhere else…")
    copy_it(person, home / "Copy.coach")
    person.see("See your work")
    mend()
    assert "Debate club" in titles(home / "Copy.coach")
    assert "Debate club" not in titles(path)


def test_after_a_kill_the_next_start_says_what_was_kept(person: Hands, start: Start, folder: Path) -> None:
    path = put(folder)
    with elsewhere(path) as other:
        other.kill()
    start()
    open_it(person, path)
    person.see("CoachApp was stopped in the middle of its work on ")
    person.see("Everything saved up to then is here.")
    person.press("Close this message")
    assert not person.sees("CoachApp was stopped")
    person.close()


def test_a_clock_that_was_set_back_tells_of_no_time_to_come(
    person: Hands, start: Start, folder: Path
) -> None:
    path = put(folder)
    with elsewhere(path) as other:
        other.kill()
    later = dt.datetime.now().astimezone() + dt.timedelta(days=40)
    os.utime(path, (later.timestamp(), later.timestamp()))  # it was that late when it was saved
    start()
    open_it(person, path)
    person.see("CoachApp was stopped in the middle of its work on ")
    assert not person.sees(formats.long_date(later.date()))
    person.add_to_tray("Debate club")
    person.see("Saved")
    person.close()
    person.see("See your work")
    assert "Debate club" in titles(path)


def test_after_a_kill_in_a_change_of_passphrase_the_backups_that_need_the_old_one_are_told(
    person: Clicks, start: Start, folder: Path
) -> None:
    path = put(folder)
    with elsewhere(path, "rekey_and_hold") as other:
        other.kill()
    start(backup_folder=str(folder / "backups"))
    open_it(person, path, NEW)
    person.see("1 backup of this portfolio still needs an older passphrase.")
    person.press("Where is all this?")
    person.see("before the passphrase was changed")
    person.see("needs another passphrase")
    person.press("Close")
    person.see("CoachApp was stopped in the middle of its work on ")
    person.choose_in_menu("File", "Go back to…")
    person.see("needs another passphrase")
    person.write_into("Passphrase of that time", PASSPHRASE)
    person.see("Nothing has changed since")
    person.press("Cancel")
    person.see("Saved")
    person.close()
