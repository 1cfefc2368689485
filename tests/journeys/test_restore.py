"""Everything out of a portfolio in one window, and from the start page into a new one."""

import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from coachapp import paths
from coachapp.domain.copies import Copy
from coachapp.packs import sample
from coachapp.storage import file, joining, keys
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands
from tests.journeys.keyboard import Keyboard
from tests.journeys.pointing import Clicks

PASSPHRASE, NEWER = "vier losse woorden samen", "nog vier andere woorden"
OFFER, MAKE = "Make a portfolio of this export…", "Make the portfolio"
PLAIN = "“all.zip” is a ZIP file, not a portfolio. Choose a file whose name ends in .coach."


@pytest.fixture(params=[Clicks, Keyboard], ids=["clicks", "keyboard"])
def person(request: pytest.FixtureRequest, qtbot: QtBot) -> Hands:
    return request.param(qtbot)


def held(path: Path, passphrase: str | None) -> Copy:
    key = None if passphrase is None else keys.unlock(path, passphrase)
    with closing(file.open_file(path, key, read_only=True)) as found:
        return joining.copy_of(found, found.portfolio)


def exported(qtbot: QtBot, home: Path) -> Path:
    """By the window, after something was added and taken back: a portfolio with history and evidence."""
    person, mine, report = Clicks(qtbot), home / "S. de Vries.coach", home / "verslag.pdf"
    file.create(mine, sample.portfolio("en"), PASSPHRASE).close()
    report.write_bytes(b"%PDF " * 10_000)
    person.press("Open…")
    person.answer(mine)
    person.write_into("Passphrase", PASSPHRASE)
    person.see("To place")
    person.enlarge()
    person.add_to_tray("Open dag")
    person.see("Open dag, To place")
    person.look_at("Open dag, To place")
    person.press("Evidence")
    person.press("Add a file…")
    person.answer(report)
    person.see(report.name)
    person.see("Saved")
    person.choose_in_menu("File", "Export everything…")
    person.press("Export…")
    person.answer(home / "all.zip")
    person.see("Made “all.zip”")
    person.press("Close")
    person.see("Open dag, To place")
    person.close()
    person.see("See your work")
    return home / "all.zip"


def made_here(home: Path) -> Path:
    """The same without a window."""
    from coachapp import cli  # noqa: PLC0415 - only here

    path = home / "mine.coach"
    file.create(path, sample.portfolio("en"), None).close()
    assert cli.main(["export", str(path), "-o", str(home / "all.zip")]) == 0
    path.unlink()
    return home / "all.zip"


def meet(person: Hands, path: Path) -> None:
    person.press("Open…")
    person.answer(path)


def ask(person: Hands, path: Path, new: Path) -> None:
    """Take the offer and say where to."""
    meet(person, path)
    person.see(f"“{path.name}” is an export of a portfolio, not the portfolio itself.")
    person.press(OFFER)
    person.see("All that is in the export goes into a new portfolio. The export stays as it is.")
    put_in(person, new)


def put_in(person: Hands, new: Path) -> None:
    person.press("Another place…")
    person.answer(new)
    person.see(new.name)


def lock(person: Hands, passphrase: str = NEWER) -> None:
    person.fill("Passphrase", passphrase)
    person.fill("The same passphrase again", passphrase)


def test_what_was_exported_in_a_window_opens_as_an_equal_portfolio(
    person: Hands, qtbot: QtBot, start: Start, home: Path
) -> None:
    start()
    export, new = exported(qtbot, home), home / "Terug.coach"
    before = export.read_bytes()
    ask(person, export, new)
    lock(person)
    person.press(MAKE)
    person.see("Open dag, To place")
    person.close()
    person.see("See your work")
    QThreadPool.globalInstance().waitForDone()
    mine, theirs = held(home / "S. de Vries.coach", PASSPHRASE), held(new, NEWER)
    assert theirs.portfolio.activities == mine.portfolio.activities
    assert theirs.portfolio.placements == mine.portfolio.placements
    *before_it, listed = mine.changes  # that it left is known after it was written
    assert theirs.changes == tuple(before_it)
    assert "all.zip" in listed.label
    assert any("Open dag" in change.label for change in theirs.changes)
    assert [one.name for one in theirs.portfolio.evidence] == ["verslag.pdf"]
    assert export.read_bytes() == before


def test_a_zip_of_something_else_is_told_to_be_no_portfolio(person: Hands, start: Start, home: Path) -> None:
    start()
    for name, text in (("holiday.txt", "sun"), ("portfolio.json", '{"shares": []}')):
        with zipfile.ZipFile(home / "all.zip", "w") as package:
            package.writestr(name, text)
        meet(person, home / "all.zip")
        person.see(PLAIN)
        assert not person.sees(OFFER)
        person.press("Back")
        person.see("See your work")


def test_a_damaged_export_is_explained_and_nothing_is_made(person: Hands, start: Start, home: Path) -> None:
    export = made_here(home)
    with zipfile.ZipFile(export) as package:
        entry = package.getinfo("portfolio.json")
    with export.open("r+b") as raw:
        raw.seek(entry.header_offset + entry.compress_size // 2)
        raw.write(b"\xa5" * 64)
    start()
    ask(person, export, home / "Terug.coach")
    lock(person)
    person.press(MAKE)
    person.see("“all.zip” can't be made a portfolio. What portfolio.json says is not as CoachApp writes it.")
    assert [*home.iterdir()] == [export]


def test_no_file_is_written_over_and_another_place_is_taken(person: Hands, start: Start, home: Path) -> None:
    export, other = made_here(home), home / "Other.coach"
    other.write_bytes(b"mine")
    start()
    ask(person, export, other)
    lock(person)
    person.press(MAKE)
    person.see("There is a “Other.coach” in this folder already. Choose another name, or open that one.")
    assert other.read_bytes() == b"mine"
    put_in(person, home / "Terug.coach")
    person.press(MAKE)
    person.see("To place")


def test_an_institute_that_wants_a_strong_passphrase_gets_one(
    person: Hands, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rules = tmp_path / "policy.toml"
    rules.write_text("encryption_required = true\nminimum_strength = 3\n")
    monkeypatch.setattr(paths, "system_policy", lambda: rules)
    export = made_here(home)
    start()
    ask(person, export, home / "Terug.coach")
    assert not person.sees("Without a passphrase")
    lock(person, "welkom")
    person.press(MAKE)
    person.see("This passphrase is too easy to guess; at least “strong” is asked here.")
    assert [*home.iterdir()] == [export]


def test_making_one_can_be_stopped(person: Hands, start: Start, home: Path) -> None:
    """The key alone takes longer than the events do, so this fails when the window waits for the work."""
    export = made_here(home)
    start()
    ask(person, export, home / "Terug.coach")
    lock(person)
    person.press(MAKE)
    person.press("Cancel")
    person.see("Stopped. No new file was made.")
    assert [*home.iterdir()] == [export]
