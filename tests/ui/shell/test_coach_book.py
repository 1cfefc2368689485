"""The coach book from the start page, and from a portfolio on the only screen there is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.storage import coach_book
from coachapp.ui.choices import Choices
from coachapp.ui.coachbook.making import NewBookPage
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.start.opening import OpeningPage
from tests import coach_books
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words


@pytest.fixture
def book(documents: Path) -> Path:
    path = documents / "Mijn coachees.coachbook"
    coach_book.create(path, coach_books.small(), PASSPHRASE).close()
    return path


def _enter(qtbot: QtBot, passphrase: str = PASSPHRASE) -> OpeningPage:
    qtbot.waitUntil(lambda: shown(OpeningPage).field.isVisible())  # noqa: PLW0108 - another page, maybe
    page = shown(OpeningPage)
    page.field.edit.setText(passphrase)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    return page


def _close(program: Program) -> None:
    assert program.desk.window
    program.desk.window.leave("")


def test_a_coach_book_is_made_from_the_start_page_and_found_again_the_next_time(
    qtbot: QtBot, program: Program, documents: Path
) -> None:
    program.begin()
    assert program.start
    button("My coachees", program.start).click()
    button("New coach book", program.start).click()
    page = shown(NewBookPage)
    assert not page.lock.without.isVisible()
    page.lock.first.edit.setText(PASSPHRASE)
    page.lock.second.edit.setText(PASSPHRASE)
    button("Make the coach book", program.start).click()
    qtbot.waitUntil(lambda: program.desk.window is not None)
    assert program.start is None
    assert (documents / "My coachees.coachbook").exists()
    assert program.desk.window
    program.desk.window.leave("start")
    qtbot.waitUntil(lambda: program.start is not None)
    assert program.start
    button("My coachees", program.start).click()
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.desk.window is not None)
    _close(program)


def test_a_coach_book_that_is_dropped_on_the_start_page_opens_as_one(
    qtbot: QtBot, program: Program, book: Path
) -> None:
    program.begin(book)
    page = _enter(qtbot, "another")
    qtbot.waitUntil(lambda: "doesn't open" in page.notice.words)
    assert program.start
    assert not page.asked.lost.isVisible()  # a coach book has no recovery sheet
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.desk.window is not None)
    assert program.desk.window
    assert program.desk.window.editor.book == coach_books.small()
    _close(program)


@pytest.mark.parametrize("change", [{"remember_recent": False}, {"recent": ()}])
def test_who_wants_no_list_kept_wants_no_coach_book_in_it(
    qtbot: QtBot, program: Program, book: Path, choices: Choices, change: dict[str, object]
) -> None:
    choices.change(recent=("a.coach",))
    program.begin(book)
    _enter(qtbot)
    qtbot.waitUntil(lambda: choices.settings.coach_book == str(book))
    choices.change(**change)
    assert choices.settings.coach_book == ""
    _close(program)


def test_a_coach_book_by_another_name_says_what_it_is(qtbot: QtBot, program: Program, book: Path) -> None:
    program.begin(book.rename(book.with_name("a.coach")))
    page = _enter(qtbot)
    qtbot.waitUntil(lambda: "is a coach book, not a portfolio" in page.notice.words)


def test_a_portfolio_by_the_name_of_a_coach_book_says_what_it_is(
    qtbot: QtBot, program: Program, locked: Path
) -> None:
    program.begin(locked.rename(locked.with_suffix(".coachbook")))
    page = _enter(qtbot)
    qtbot.waitUntil(lambda: "is a portfolio, not a coach book" in page.notice.words)


def test_with_one_screen_the_portfolio_makes_room_first(
    qtbot: QtBot, program: Program, locked: Path, book: Path
) -> None:
    program.begin(locked)
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    program.window.book_requested.emit()
    dialog = shown(QuestionDialog)
    assert "can't be opened on a screen that shows this portfolio" in words(dialog)
    assert program.desk.window is None
    button("Close the portfolio and open my coach book", dialog).click()
    qtbot.waitUntil(lambda: program.start is not None and program.window is None)
    assert program.start
    assert button("New coach book", program.start)


def test_a_locked_coach_book_asks_its_passphrase_where_it_was(
    qtbot: QtBot, program: Program, book: Path
) -> None:
    program.begin(book)
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.desk.window is not None)
    assert program.desk.window
    program.desk.window.lock.start()
    qtbot.waitUntil(lambda: program.start is not None)
    assert program.start
    assert "Roos" not in words(program.start)
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.desk.window is not None)
    _close(program)


def test_a_portfolio_that_is_opened_on_the_screen_of_the_book_hides_the_book(
    qtbot: QtBot, program: Program, locked: Path, book: Path
) -> None:
    program.begin(book)
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.desk.window is not None)
    window = program.desk.window
    assert window
    program.begin(locked)
    _enter(qtbot)
    qtbot.waitUntil(lambda: program.window is not None)
    qtbot.waitUntil(lambda: window.is_locked)
    assert "Roos" not in words(window)
    assert "Hidden, as this screen is shared" in words(window)
    assert program.window
    program.window.leave("start")
    qtbot.waitUntil(lambda: not window.is_locked)
    window.leave("")
