"""The next start after a program was stopped in the middle of its work tells what was kept."""

import datetime as dt
import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachapp import formats
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands
from tests.journeys.own_file import PASSPHRASE, elsewhere, open_it, put, titles
from tests.journeys.pointing import Clicks
from tests.storage.writer import NEW

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")


@pytest.fixture
def person(qtbot: QtBot) -> Clicks:
    return Clicks(qtbot)


def test_after_a_kill_the_next_start_says_what_was_kept(person: Hands, start: Start, home: Path) -> None:
    path = put(home)
    with elsewhere(path) as other:
        other.kill()
    start()
    open_it(person, path)
    person.see("CoachApp was stopped in the middle of its work on ")
    person.see("Everything saved up to then is here.")
    person.press("Close this message")
    assert not person.sees("CoachApp was stopped")
    person.close()


def test_a_clock_that_was_set_back_tells_of_no_time_to_come(person: Hands, start: Start, home: Path) -> None:
    path = put(home)
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
    person: Clicks, start: Start, home: Path
) -> None:
    path = put(home)
    with elsewhere(path, "rekey_and_hold") as other:
        other.kill()
    start(backup_folder=str(home / "backups"))
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
