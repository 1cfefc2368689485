"""An evening with a private portfolio: evidence, lock, history, backup, new passphrase, and back again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands, Key
from tests.journeys.pointing import Clicks
from tests.journeys.test_main_job import GROUP, PASSPHRASE, make_a_portfolio

NEWER = "nog vier andere woorden"
TITLE, WHY, KEPT = "Koor na schooltijd", "Omdat zingen verbindt", "Wat leerlingen over het koor schreven"


def test_a_portfolio_stays_between_its_owner_and_her_file(qtbot: QtBot, start: Start, home: Path) -> None:
    person, file = Clicks(qtbot), home / "S. de Vries.coach"
    start()
    make_a_portfolio(person, file)
    place_with_evidence(person, home / "leerlingen.txt")
    lock_and_unlock(person)
    look_back(person)
    back_up(person)
    change_the_passphrase(person)
    person.close()
    come_back(person, file)


def place_with_evidence(person: Clicks, evidence: Path) -> None:
    evidence.write_text(KEPT)
    person.add_in(GROUP, TITLE)
    person.look_at(f"{TITLE}, {GROUP}")
    person.fill("Why here", WHY)
    person.press("Evidence")
    person.press("Add a file…")
    person.answer(evidence)
    person.see(evidence.name)
    person.see("Saved")


def lock_and_unlock(person: Hands) -> None:
    person.key(Key.Key_L, CTRL)
    person.see("Type the passphrase to go on")
    assert not person.sees(TITLE)
    person.write_into("Passphrase", "geraden")
    person.see("Type it again")
    person.write_into("Passphrase", PASSPHRASE)
    person.see(f"{TITLE}, {GROUP}")


def look_back(person: Clicks) -> None:
    person.key(Key.Key_H, CTRL)
    person.see(f"Add “{TITLE}”")
    person.press("Close")
    person.see(f"{TITLE}, {GROUP}")


def back_up(person: Clicks) -> None:
    person.choose_in_menu("File", "Where is all this?")
    person.press("Make a backup now")
    person.see("backup")


def change_the_passphrase(person: Clicks) -> None:
    person.choose_in_menu("File", "Change the passphrase…")
    person.fill("The passphrase of now, or the words of the recovery sheet", PASSPHRASE)
    person.fill("The new passphrase", NEWER)
    person.fill("The same passphrase again", NEWER)
    person.press("Change the passphrase")
    person.see("The passphrase has been changed")


def come_back(person: Clicks, file: Path) -> None:
    person.see("See your work")
    person.press(f"Open {file.name}")
    person.write_into("Passphrase", NEWER)
    person.see(f"{TITLE}, {GROUP}")
    person.close()
