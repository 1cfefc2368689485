"""Opening a file: its passphrase, and a plain message with a next step for whatever is wrong with it."""

import os
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import faults, file, keys
from coachapp.ui.notice import Notice
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, drop, file_mime, given, shown, words


@pytest.fixture
def opening(qtbot: QtBot) -> Callable[[Path], OpeningPage]:
    """The page on the screen, done with its first look at the file."""

    def open_page(path: Path) -> OpeningPage:
        page = OpeningPage(app.files(), path)
        qtbot.addWidget(page, before_close_func=lambda page: page.cancel())
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.begin()
        return page

    return open_page


def asked(page: OpeningPage, qtbot: QtBot) -> OpeningPage:
    qtbot.waitUntil(page.field.isVisible)
    return page


def test_the_right_passphrase_opens_the_portfolio(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path, portfolio: Portfolio
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.keyClicks(page.field.edit, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
        assert page.enter.text() == "Opening…"
    with closing(given(opened)) as found:
        assert found.portfolio == portfolio


def test_a_wrong_passphrase_says_so_and_the_field_is_ready_to_type_over(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.keyClicks(page.field.edit, "something else")
    QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    assert "The passphrase doesn't open" in page.notice.words
    assert "beginning of the file is damaged" in page.notice.words
    assert page.field.edit.hasFocus()
    assert page.field.edit.selectedText()
    QTest.keyClicks(page.field.edit, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    given(opened).close()


@pytest.mark.parametrize("by_sheet", [False, True])
def test_tab_goes_to_the_buttons_as_they_stand(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path, by_sheet: bool
) -> None:
    page = asked(opening(locked), qtbot)
    if by_sheet:
        QTest.mouseClick(page.asked.lost, Qt.MouseButton.LeftButton)
    (page.words.edit if by_sheet else button("Show the passphrase", page)).setFocus()
    for reached in (page.enter, page.asked.lost):
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert reached.hasFocus()


def test_a_file_without_a_passphrase_just_opens(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, plain: Path
) -> None:
    page = opening(plain)
    with qtbot.waitSignal(page.opened) as opened:
        pass
    assert not page.field.isVisible()
    given(opened).close()


def test_a_message_that_begins_with_an_arabic_name_stands_where_others_do(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.resize(900, 60)
    notice.show()
    ends = []
    for name in ("Noura", "نورة"):
        notice.say(f"“{name}.coach” is not there.")
        label = next(one for one in notice.findChildren(QLabel) if "not there" in one.text())
        picture = label.grab().toImage()
        ink = [
            x
            for x in range(picture.width())
            if len({picture.pixel(x, y) for y in range(picture.height())}) > 1
        ]
        ends.append(max(ink))
    assert max(ends) < 450


def empty(path: Path) -> None:
    path.touch()


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("portfolio", "words")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _path: None, "is not there"),
        (empty, "is empty"),
        (Path.mkdir, "is a folder"),
        (zipped, "is a ZIP file"),
        (lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(4000)), "is a PDF file"),
        (lambda path: path.write_text("Taak;Uren\nLesgeven;850\n" * 200), "is a text file"),
    ],
)
def test_each_bad_file_gives_its_own_message_and_a_next_step(
    opening: Callable[[Path], OpeningPage],
    qtbot: QtBot,
    documents: Path,
    made: Callable[[Path], object],
    said: str,
) -> None:
    path = documents / "Bad.coach"
    made(path)
    page = opening(path)
    qtbot.waitUntil(page.notice.isVisible)
    assert said in page.notice.words
    with qtbot.waitSignal(page.other_requested):
        QTest.mouseClick(button("Choose another file…", page), Qt.MouseButton.LeftButton)


def test_a_file_that_is_open_elsewhere_can_be_looked_at(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, plain: Path
) -> None:
    with closing(file.open_file(plain, None)):
        page = opening(plain)
        qtbot.waitUntil(page.notice.isVisible)
        assert "is open already" in page.notice.words
        with qtbot.waitSignal(page.opened) as opened:
            QTest.mouseClick(button("Open it to look only", page), Qt.MouseButton.LeftButton)
        with closing(given(opened)) as found:
            assert found.read_only


def test_escape_cancels_while_the_key_is_made_and_the_file_stays_free(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.keyClicks(page.field.edit, PASSPHRASE)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.opened, wait=700):
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert page.enter.isEnabled()
    qtbot.waitUntil(lambda: is_free(locked))


def test_a_file_that_is_dropped_while_another_is_opened_takes_its_place(
    program: Program, qtbot: QtBot, locked: Path, plain: Path
) -> None:
    program.begin(locked)
    page = asked(shown(OpeningPage), qtbot)
    QTest.keyClicks(page.field.edit, PASSPHRASE)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    assert page.enter.text() == "Opening…"
    assert program.start
    assert drop(file_mime(plain), program.start)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    assert program.window.autosave.file
    assert program.window.autosave.file.path == plain
    qtbot.waitUntil(lambda: is_free(locked))


def is_free(path: Path) -> bool:
    try:
        file.open_file(path, keys.unlock(path, PASSPHRASE)).close()
    except faults.InUse:
        return False
    return True


def test_escape_goes_back_when_nothing_is_under_way(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_only_what_was_locked_says_so(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    assert "Locked" not in words(page)


def test_an_empty_passphrase_is_asked_for_again(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    assert "Type the passphrase" in page.notice.words


def test_who_lost_the_passphrase_hears_that_nobody_can_open_it(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.mouseClick(button("I lost the passphrase", page), Qt.MouseButton.LeftButton)
    assert "nobody can open this portfolio" in words(page)


def test_the_passphrase_can_be_shown_and_hidden(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path
) -> None:
    page = asked(opening(locked), qtbot)
    QTest.mouseClick(button("Show the passphrase", page), Qt.MouseButton.LeftButton)
    assert page.field.edit.echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(button("Hide the passphrase", page), Qt.MouseButton.LeftButton)
    assert page.field.edit.echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed(opening: Callable[[Path], OpeningPage], qtbot: QtBot, locked: Path) -> None:
    page = asked(opening(locked), qtbot)
    no_shift = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page.field.edit, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_V, no_shift, "V"))
    assert page.field.hint.isVisible()
    QTest.keyClicks(page.field.edit, "v")
    assert not page.field.hint.isVisible()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs file permissions")
def test_a_portfolio_that_is_read_only_opens_to_look_at(
    opening: Callable[[Path], OpeningPage], qtbot: QtBot, plain: Path
) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    plain.chmod(0o400)
    page = opening(plain)
    with qtbot.waitSignal(page.opened) as opened:
        pass
    with closing(given(opened)) as found:
        assert found.read_only
