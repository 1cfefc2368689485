"""A file that can't be opened any more: its backup, which the program knows of, goes in a new file."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.storage import backups, file, keys, safekeeping
from coachapp.ui.program import Program
from coachapp.ui.start.backup import BackupPage
from coachapp.ui.start.opening import OpeningPage
from tests import portfolios
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

NEW = "S. de Vries (backup).coach"


@pytest.fixture
def kept(locked: Path) -> Path:
    """The file was opened here, and a backup was made; gives that backup."""
    with closing(file.open_file(locked, keys.unlock(locked, PASSPHRASE))) as opened:
        safekeeping.note(opened)
        return backups.make(opened, "day").path


def told(program: Program, path: Path, qtbot: QtBot) -> OpeningPage:
    program.begin(path)
    page = shown(OpeningPage)
    qtbot.waitUntil(lambda: page.notice.isVisible() or page.field.isVisible())
    if page.field.isVisible():
        QTest.keyClicks(page.field.edit, PASSPHRASE)
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(page.notice.isVisible)
    return page


def offer(page: OpeningPage) -> str:
    """The first way on."""
    ways = page.notice.findChildren(type(page.enter))
    return next(way.text() for way in ways if way.isVisible())


def asked(program: Program, path: Path, qtbot: QtBot) -> BackupPage:
    page = told(program, path, qtbot)
    assert offer(page).startswith("Open the backup of ")
    QTest.mouseClick(button(offer(page), page), Qt.MouseButton.LeftButton)
    return shown(BackupPage)


def destroy(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[6 * 4096 : 7 * 4096] = bytes(4096)
    path.write_bytes(content)


FAULTS = {
    "gone": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1000]),
    "zeros": lambda path: path.write_bytes(bytes(40960)),
    "damaged": destroy,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_backup_of_a_file_that_can_not_be_opened_is_brought_back_and_opens(
    fault: str, program: Program, qtbot: QtBot, locked: Path, kept: Path
) -> None:
    FAULTS[fault](locked)
    before, as_kept = {path: path.read_bytes() for path in locked.parent.iterdir()}, kept.read_bytes()
    page = asked(program, locked, qtbot)
    assert "The portfolio of " in words(page)
    assert "What was changed after that is not in it." in words(page)
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window is not None or _waits_for_passphrase())
    if program.window is None:
        opening = shown(OpeningPage)
        QTest.keyClicks(opening.field.edit, PASSPHRASE)
        QTest.keyClick(opening.field.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    assert program.window.editor.portfolio == portfolios.many(12)
    assert program.window.autosave.file
    assert program.window.autosave.file.path == locked.with_name(NEW)
    assert kept.read_bytes() == as_kept
    assert all(path.read_bytes() == content for path, content in before.items())


def _waits_for_passphrase() -> bool:
    try:
        return shown(OpeningPage).field.isVisible()
    except StopIteration:
        return False


def test_a_backup_never_takes_the_place_of_a_file(
    program: Program, qtbot: QtBot, locked: Path, kept: Path
) -> None:
    destroy(locked)
    page = asked(program, locked, qtbot)
    for place, said in (
        (locked, "There is a “S. de Vries.coach” in this folder already."),
        (locked.parent / "nowhere" / "x.coach", "The file or its folder is no longer there."),
    ):
        page.place.choose(place)
        QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.go.isEnabled)
        assert said in page.notice.words
    assert {*locked.parent.iterdir()} == {locked}


def test_no_backup_is_offered_where_it_does_not_help_or_none_is_known(
    program: Program, qtbot: QtBot, plain: Path, locked: Path, kept: Path
) -> None:
    destroy(plain)
    page = told(program, plain, qtbot)
    assert "is damaged" in page.notice.words
    assert offer(page) == "Rescue what can be read…"


def test_a_wrong_passphrase_brings_no_backup_up(
    program: Program, qtbot: QtBot, locked: Path, kept: Path
) -> None:
    program.begin(locked)
    page = shown(OpeningPage)
    qtbot.waitUntil(page.field.isVisible)
    QTest.keyClicks(page.field.edit, "something else")
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)
    assert "doesn't open" in page.notice.words
    assert "backup of" not in words(page)
    with pytest.raises(StopIteration):
        offer(page)
