"""Somebody else, or a sync program, has the same portfolio: who works reads that, and nothing is lost."""

import json
import sys
from pathlib import Path
from shutil import copyfile

import pytest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.ui import autosave, watch
from tests.journeys.conftest import Start
from tests.journeys.own_file import ask_for_it, change, elsewhere, open_it, put, titles
from tests.journeys.pointing import Clicks

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")

THERE = edits.add(Activity(new_id(), "Open day"))


@pytest.fixture
def person(qtbot: QtBot) -> Clicks:
    return Clicks(qtbot)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "RETRIES", (300,))
    monkeypatch.setattr(watch, "OFTEN", 300)


def test_who_comes_second_sees_who_has_it_looks_and_goes_on_when_it_is_free(
    person: Clicks, start: Start, home: Path
) -> None:
    path = put(home)
    with elsewhere(path) as first:
        start()
        ask_for_it(person, path)
        person.see("“S. de Vries.coach” is open already: ")
        person.see("Close it there first, or open it here for reading only.")
        person.press("Open it to look only")
        person.see("Open to look only: ")
        person.see(" has it open on ")
        first.kill()
        person.see("Nobody else has this portfolio open any more.")
        person.press("Go on here")
        person.wait(lambda: not person.sees("Open to look only"), lambda: "it stays read-only")
        person.enlarge()
        person.add_to_tray("Debate club")
        person.see("Saved")
    person.close()
    assert "Debate club" in titles(path)


def test_who_may_have_it_open_on_another_computer_is_told(person: Clicks, start: Start, home: Path) -> None:
    """A sync program brought the lock that was left there."""
    path = put(home)
    about = {"user": "jan", "machine": "LAPTOP-7", "since": "2026-03-03T14:05:00+00:00"}
    path.with_name(f"{path.name}.lock").write_text(json.dumps(about))
    start()
    open_it(person, path)
    person.see("LAPTOP-7")
    person.close()


def test_a_file_that_a_sync_program_replaced_is_joined_with_what_was_done_since(
    person: Clicks, start: Start, home: Path
) -> None:
    path = put(home)
    synced = Path(copyfile(path, home / "arrives"))
    change(synced, THERE)
    start()
    open_it(person, path)
    synced.replace(path)
    person.add_to_tray("Debate club")
    person.see("Another program, such as a sync program, has replaced “S. de Vries.coach”.")
    person.see("Join both, or save a copy under another name. Since ")
    person.press("Join both…")
    person.see("Both are joined")
    person.see("“Open day” was added")
    person.press("Close")
    person.see("Saved")
    person.close()
    assert {"Debate club", "Open day"} <= set(titles(path))


def test_who_closes_a_replaced_file_may_join_first(person: Clicks, start: Start, home: Path) -> None:
    path = put(home)
    synced = Path(copyfile(path, home / "arrives"))
    change(synced, THERE)
    start()
    open_it(person, path)
    synced.replace(path)
    person.add_to_tray("Debate club")
    person.see("has replaced “S. de Vries.coach”")
    person.close()
    person.see("Close without the last changes")
    person.press("Join both…")
    person.see("Both are joined")
    person.press("Close")
    person.see("Saved")
    person.close()
    person.see("See your work")
    assert {"Debate club", "Open day"} <= set(titles(path))


@pytest.mark.parametrize("ending", [" (Jan's conflicted copy 2026-03-03)", "-DESKTOP-1234"])
def test_a_copy_that_a_sync_program_left_beside_it_is_offered_and_joined(
    person: Clicks, start: Start, home: Path, ending: str
) -> None:
    path = put(home)
    copy = Path(copyfile(path, home / f"S. de Vries{ending}.coach"))
    change(copy, THERE)
    start()
    open_it(person, path)
    person.see("Beside this portfolio lies a copy, perhaps left by a sync program: “S. de Vries")
    person.press("Join…")
    person.see("“Open day” was added")
    person.press("Remove the copy: all of it is here now")
    person.press("Close")
    person.wait(lambda: not copy.exists(), lambda: "the copy stays")
    person.see("Saved")
    person.close()
    assert "Open day" in titles(path)
