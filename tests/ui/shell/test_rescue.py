"""A damaged portfolio: what the offer to rescue asks, and every way in which it can end."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import file, keys, recovery
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.rescue import RescuePage
from coachapp.ui.start.rescued import RescuedPage
from coachapp.ui.start.window import StartWindow
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import W, button, drop, file_mime, shown, words

PAGE = 4096
RESCUE = "Rescue what can be read"
NEW = "S. de Vries (rescued).coach"


def destroy(path: Path, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE : number * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def begun(program: Program, path: Path) -> StartWindow:
    program.begin(path)
    assert program.start
    program.start.activateWindow()
    return program.start


def page(kind: type[W], start: QWidget, qtbot: QtBot) -> W:
    qtbot.waitUntil(lambda: any(p.isVisible() for p in start.findChildren(kind)))
    return shown(kind)


def click(name: str, on: QWidget) -> None:
    QTest.mouseClick(button(name, on), Qt.MouseButton.LeftButton)


def enter(text: str, on: OpeningPage | RescuePage) -> None:
    edit = on.asked.field.edit
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def told(program: Program, path: Path, qtbot: QtBot) -> OpeningPage:
    """What is wrong is on the screen."""
    opening = page(OpeningPage, begun(program, path), qtbot)
    qtbot.waitUntil(lambda: opening.notice.isVisible() or opening.field.isVisible())
    if opening.field.isVisible():
        enter(PASSPHRASE, opening)
        qtbot.waitUntil(opening.notice.isVisible)
    return opening


def offered(program: Program, path: Path, qtbot: QtBot) -> RescuePage:
    """The offer was taken."""
    opening = told(program, path, qtbot)
    start = opening.window()
    click(f"{RESCUE}…", opening)
    found = page(RescuePage, start, qtbot)
    qtbot.waitUntil(lambda: found.go.isEnabled() or found.notice.isVisible())
    return found


def rescued(start: QWidget, qtbot: QtBot) -> RescuedPage:
    return page(RescuedPage, start, qtbot)


def test_what_came_over_and_what_is_lost_is_told_and_the_new_file_opens(
    program: Program, qtbot: QtBot, locked: Path, portfolio: Portfolio, documents: Path
) -> None:
    destroy(locked, 7)
    asked = offered(program, locked, qtbot)
    assert not asked.asked.isVisible()
    start = asked.window()
    click(RESCUE, asked)
    result = rescued(start, qtbot)
    said = words(result)
    assert f"Rescued as {NEW}" in said
    assert "The activities: 12" in said
    assert "A part of the places on the board can't be read." in said
    click("Open the new portfolio", result)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    assert program.window.autosave.file
    assert program.window.autosave.file.path == documents / NEW
    assert program.window.editor.portfolio.owner == portfolio.owner


def test_the_passphrase_of_a_cut_off_portfolio_is_asked_first(
    program: Program, qtbot: QtBot, locked: Path, documents: Path
) -> None:
    cut_off(locked)
    asked = offered(program, locked, qtbot)
    start = asked.window()
    assert asked.asked.isVisible()
    click(RESCUE, asked)
    assert "Type the passphrase" in asked.notice.words
    enter("another one", asked)
    qtbot.waitUntil(lambda: "The passphrase doesn't open" in asked.notice.words)
    assert asked.asked.field.edit.selectedText()
    enter(PASSPHRASE, asked)
    rescued(start, qtbot)
    new = documents / NEW
    with closing(file.open_file(new, keys.unlock(new, PASSPHRASE))) as opened:
        assert opened.portfolio.activities


def test_who_lost_the_passphrase_rescues_with_the_sheet_and_is_offered_another_one(
    program: Program, qtbot: QtBot, locked: Path
) -> None:
    sheet = " ".join(recovery.words(keys.unlock(locked, PASSPHRASE)))
    wrong = " ".join(recovery.words(keys.unlock(locked, "another one")))
    cut_off(locked)
    asked = offered(program, locked, qtbot)
    start = asked.window()
    click("I lost the passphrase", asked)
    click(RESCUE, asked)
    assert "Type the words of the sheet." in asked.notice.words
    asked.asked.words.edit.setPlainText(wrong)
    click(RESCUE, asked)
    qtbot.waitUntil(lambda: "This sheet doesn't open" in asked.notice.words)
    asked.asked.words.edit.setPlainText(sheet)
    click(RESCUE, asked)
    click("Open the new portfolio", rescued(start, qtbot))
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    frame = program.window.frame
    assert frame
    qtbot.waitUntil(lambda: "passphrase" in frame.news.words)


def test_of_a_portfolio_of_which_nothing_is_left_that_is_said(
    program: Program, qtbot: QtBot, plain: Path, documents: Path
) -> None:
    content = plain.read_bytes()
    plain.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    asked = offered(program, plain, qtbot)
    click(RESCUE, asked)
    qtbot.waitUntil(asked.notice.isVisible)
    assert "Nothing in “Plain.coach” can be read any more" in asked.notice.words
    assert [*documents.iterdir()] == [plain]


@pytest.mark.parametrize("length", [200, 4000])
def test_of_less_than_a_page_nothing_is_promised_and_nothing_asked(
    program: Program, qtbot: QtBot, locked: Path, length: int
) -> None:
    locked.write_bytes(locked.read_bytes()[:length])
    asked = offered(program, locked, qtbot)
    assert "Nothing in “S. de Vries.coach” can be read any more" in asked.notice.words
    assert not asked.asked.isVisible()


def test_a_sound_portfolio_that_another_has_open_offers_no_rescue(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    with closing(file.open_file(plain, None)):
        opening = told(program, plain, qtbot)
        with pytest.raises(StopIteration):
            button(f"{RESCUE}…", opening)


@pytest.mark.parametrize("leaves", ["back", "drop", "close"])
def test_who_leaves_stops_the_rescue_and_nothing_of_it_stays(
    program: Program, qtbot: QtBot, locked: Path, plain: Path, leaves: str
) -> None:
    documents = locked.parent
    destroy(locked, 7)
    asked = offered(program, locked, qtbot)
    start = asked.window()
    click(RESCUE, asked)
    if leaves == "back":
        click("Back", asked)
    elif leaves == "drop":
        assert drop(file_mime(plain), start)
    else:
        start.close()
    assert QThreadPool.globalInstance().waitForDone(5000)
    qtbot.waitUntil(lambda: {path.suffix for path in documents.iterdir()} <= {".coach", ".lock"})
    assert not (documents / NEW).exists()
    if leaves == "drop":
        qtbot.waitUntil(lambda: program.window is not None)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own."""
    place = tmp_path / "stick"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "coachapp", place], check=False).returncode:
        pytest.skip("only root may mount a disk here")
    yield place
    subprocess.run(["umount", "-l", place], check=True, capture_output=True)


def test_a_full_disk_is_told_and_another_place_will_do(
    program: Program, qtbot: QtBot, locked: Path, stick: Path, documents: Path
) -> None:
    destroy(locked, 7)
    asked = offered(program, locked, qtbot)
    start = asked.window()
    for free in (0, 40_000, 200_000):  # for nothing, for a part of the copy, for the copy alone
        (stick / "film").write_bytes(bytes(os.statvfs(stick).f_bavail * os.statvfs(stick).f_frsize - free))
        asked.place.choose(stick / "New.coach")
        click(RESCUE, asked)
        qtbot.waitUntil(asked.go.isEnabled)
        assert asked.notice.words == "“New.coach” could not be made. The disk is full. Choose another folder."
        assert [*stick.iterdir()] == [stick / "film"]
        (stick / "film").unlink()
    asked.place.choose(documents / "New.coach")
    click(RESCUE, asked)
    rescued(start, qtbot)
