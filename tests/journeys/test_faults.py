"""What goes wrong with the file while somebody works: she reads what it is, and loses nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachapp.ui import autosave
from tests.journeys import faults
from tests.journeys.conftest import Start
from tests.journeys.faults import Fault
from tests.journeys.hands import Hands
from tests.journeys.own_file import copy_it, open_it, put, titles
from tests.journeys.pointing import Clicks

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
