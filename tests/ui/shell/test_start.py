"""The start page: every way in, and what this computer remembers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coachapp.packs import policy
from coachapp.ui.choices import Choices
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.page import StartPage
from coachapp.ui.start.window import StartWindow
from tests.ui.shell.finding import button, drop, file_mime, shown, words


def begun(program: Program, qtbot: QtBot) -> StartWindow:
    with qtbot.waitSignal(program.ready):
        program.begin()
    assert program.start
    return program.start


def test_the_first_page_has_every_way_in_and_the_cursor_on_the_first(program: Program, qtbot: QtBot) -> None:
    start = begun(program, qtbot)
    for way in ("New portfolio", "Open…", "Try a sample", "Look at the board", "Work as a guest"):
        assert button(way, start).isEnabled()
    assert start.page.first.hasFocus()


def test_enter_and_space_press_the_button_in_focus(program: Program, qtbot: QtBot) -> None:
    start = begun(program, qtbot)
    QTest.keyClick(start.page.first, Qt.Key.Key_Return)
    QTest.keyClick(button("Back", start), Qt.Key.Key_Space)
    assert start.page.first.hasFocus()


def test_only_one_button_is_the_primary_one(program: Program, qtbot: QtBot) -> None:
    start = begun(program, qtbot)
    every = start.findChildren(type(start.page.first))
    assert [b.text() for b in every if b.property("primary")] == ["New portfolio"]


def test_a_sample_opens_with_all_pages_and_is_in_no_file(
    program: Program, qtbot: QtBot, data_dir: Path
) -> None:
    QTest.mouseClick(button("Try a sample", begun(program, qtbot)), Qt.MouseButton.LeftButton)
    assert program.window
    assert program.window.frame
    names = [page.name for page in program.window.pages]
    assert names[:4] == ["board", "activities", "conversations", "journal"]
    assert names[4:] == ["goals", "plan", "years", "shared"]
    assert program.window.editor.portfolio.activities
    assert "nothing stays behind" in words(program.window)
    assert not program.start


def test_looking_at_the_board_shows_the_board_only_and_changes_nothing(
    program: Program, qtbot: QtBot
) -> None:
    QTest.mouseClick(button("Look at the board", begun(program, qtbot)), Qt.MouseButton.LeftButton)
    assert program.window
    assert [page.name for page in program.window.pages] == ["board"]
    assert program.window.editor.read_only
    program.window.close()


def test_a_guest_leaves_nothing_behind_on_this_computer(
    program: Program, qtbot: QtBot, choices: Choices, data_dir: Path, documents: Path
) -> None:
    QTest.mouseClick(button("Work as a guest", begun(program, qtbot)), Qt.MouseButton.LeftButton)
    choices.change(theme="dark")
    assert program.window
    program.window.close()
    assert not data_dir.exists()
    assert list(documents.iterdir()) == []


def test_the_language_changes_at_once_and_the_choice_keeps_the_cursor(
    program: Program, qtbot: QtBot, choices: Choices
) -> None:
    start = begun(program, qtbot)
    start.activateWindow()
    start.page.languages.setFocus()
    QTest.keyClick(start.page.languages, Qt.Key.Key_Up)
    assert choices.settings.language == "nl"
    assert start.page.languages.currentText() == "Nederlands"
    assert start.focusWidget() is start.page.languages
    assert Choices().settings.language == "nl"


def test_recent_portfolios_show_their_file_and_folder_and_the_day(
    program: Program, qtbot: QtBot, choices: Choices, plain: Path
) -> None:
    choices.change(recent=(str(plain),))
    start = begun(program, qtbot)
    qtbot.waitUntil(lambda: "20" in words(start.page.recent))
    assert button("Plain.coach", start).isVisible()
    assert str(plain.parent) in words(start.page.recent)
    assert "T. Est" not in words(start)


def test_a_recent_portfolio_opens_with_one_click(
    program: Program, qtbot: QtBot, choices: Choices, plain: Path
) -> None:
    choices.change(recent=(str(plain),))
    QTest.mouseClick(button("Plain.coach", begun(program, qtbot)), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window is not None)


def test_a_recent_portfolio_that_is_gone_can_be_forgotten(
    program: Program, qtbot: QtBot, choices: Choices, documents: Path
) -> None:
    choices.change(recent=(str(documents / "Gone.coach"),))
    start = begun(program, qtbot)
    qtbot.waitUntil(lambda: "Gone.coach is not in" in words(start))
    QTest.mouseClick(button("Forget it", start), Qt.MouseButton.LeftButton)
    assert choices.settings.recent == ()
    assert "Gone.coach" not in words(start)


def test_a_recent_portfolio_that_moved_can_be_found(
    program: Program, qtbot: QtBot, choices: Choices, plain: Path, choose_file: Callable[[Path], None]
) -> None:
    choices.change(recent=(str(plain.with_name("Gone.coach")),))
    start = begun(program, qtbot)
    qtbot.waitUntil(lambda: "Gone.coach is not in" in words(start))
    QTest.mouseClick(button("Find it", start), Qt.MouseButton.LeftButton)
    choose_file(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    assert choices.settings.recent == (str(plain),)


def test_the_list_can_be_cleared(program: Program, qtbot: QtBot, choices: Choices, plain: Path) -> None:
    choices.change(recent=(str(plain),))
    start = begun(program, qtbot)
    QTest.mouseClick(button("Clear list", start), Qt.MouseButton.LeftButton)
    assert Choices().settings.recent == ()
    assert "will be listed here" in words(start)


def test_who_wants_no_list_gets_none(program: Program, qtbot: QtBot, choices: Choices, plain: Path) -> None:
    choices.change(remember_recent=False)
    start = begun(program, qtbot)
    assert "Recent" not in words(start)
    start.open(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    assert choices.settings.recent == ()


def test_a_file_dropped_on_the_page_opens(program: Program, qtbot: QtBot, locked: Path) -> None:
    start = begun(program, qtbot)
    assert drop(file_mime(locked), start)
    page = shown(OpeningPage)
    qtbot.waitUntil(page.field.isVisible)


def test_large_text_in_a_small_window_puts_the_panels_below_each_other(
    program: Program, qtbot: QtBot, choices: Choices
) -> None:
    choices.change(text_percent=200)
    start = begun(program, qtbot)
    start.resize(700, 900)
    page = shown(StartPage)
    qtbot.waitUntil(lambda: top("Look at the board", page) > top("Open…", page))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_button_is_cut_off_in_large_text(
    language: str, program: Program, qtbot: QtBot, choices: Choices
) -> None:
    choices.change(text_percent=200, language=language)
    start = begun(program, qtbot)
    start.resize(800, 608)
    start.page.ensurePolished()
    for one in start.page.findChildren(QPushButton):
        qtbot.waitUntil(lambda one=one: one.width() >= one.sizeHint().width())


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, Qt.Key.Key_W])
def test_the_keys_that_close_a_portfolio_close_the_first_page(
    key: Qt.Key, program: Program, qtbot: QtBot
) -> None:
    start = begun(program, qtbot)
    QTest.keyClick(start.page.first, key, Qt.KeyboardModifier.ControlModifier)
    assert not start.isVisible()


def top(words: str, page: StartPage) -> int:
    return button(words, page).mapTo(page, QPoint()).y()


def test_rules_that_cannot_be_read_are_told_on_the_first_page(
    program: Program, qtbot: QtBot, rules: Callable[[str], Path]
) -> None:
    rules("idle_lock_minutes = 'never'")
    problems = tuple(problem.text() for problem in policy.read().problems)
    program.begin()
    program.warn(problems)
    assert program.start
    assert "idle_lock_minutes: A whole number from 0 to 1440" in words(program.start)
