"""Passphrase and recovery sheet in the window: making, using and changing them."""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coachapp import app
from coachapp.domain import edits
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import file, header, keys, recovery
from coachapp.storage.faults import WrongPassphrase
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.keys.open_sign import OpenSign
from coachapp.ui.keys.sheet import SheetWriter
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.tasks import Task
from coachapp.ui.window import PortfolioWindow
from tests.report.reading import in_one_line, pages
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

NEW = "een heel andere zin"
Open = Callable[[Path], PortfolioWindow]
Choose = Callable[[Path], None]


@pytest.fixture
def sheet(locked: Path) -> tuple[str, ...]:
    """The words of the sheet of the locked portfolio."""
    with closing(file.open_file(locked, keys.unlock(locked, PASSPHRASE))) as opened:
        return recovery.words_of(opened)


@pytest.fixture
def opened(open_window: Callable[..., PortfolioWindow]) -> Open:
    def show(path: Path) -> PortfolioWindow:
        store = file.open_file(path, keys.unlock(path, PASSPHRASE) if header.sniff(path) else None)
        return open_window(store.portfolio, store)

    return show


def begun(program: Program, path: Path, qtbot: QtBot) -> OpeningPage:
    program.begin(path)
    page = shown(OpeningPage)
    qtbot.waitUntil(page.field.isVisible)
    return page


def click(words: str, within: QWidget) -> None:
    QTest.mouseClick(button(words, within), Qt.MouseButton.LeftButton)


def menu(window: PortfolioWindow) -> list[str]:
    files = window.menuBar().actions()[0].menu()
    return [action.text() for action in files.actions()]  # type: ignore[attr-defined]


def choose(window: PortfolioWindow, words: str) -> None:
    files = window.menuBar().actions()[0].menu()
    next(action for action in files.actions() if action.text() == words).trigger()  # type: ignore[attr-defined]


def change(dialog: ChangeDialog, proof: str, new: str = NEW) -> None:
    if proof:
        QTest.keyClicks(dialog.proof.edit, proof)
    for field in (dialog.lock.first, dialog.lock.second):
        QTest.keyClicks(field.edit, new)
    QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)


def opens(path: Path, passphrase: str) -> bool:
    try:
        file.open_file(path, keys.unlock(path, passphrase)).close()
    except WrongPassphrase:
        return False
    return True


def said(window: PortfolioWindow) -> str:
    assert window.frame
    return window.frame.news.words


def test_who_lost_the_passphrase_opens_with_the_sheet_and_gets_a_new_one(
    program: Program, qtbot: QtBot, locked: Path, sheet: tuple[str, ...]
) -> None:
    page = begun(program, locked, qtbot)
    click("I lost the passphrase", page)
    assert page.words.edit.hasFocus()
    page.words.edit.setPlainText("\n".join(f"{n}. {word[:4].upper()}" for n, word in enumerate(sheet, 1)))
    QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window is not None)
    window = program.window
    assert window
    assert "Choose a new passphrase now" in said(window)
    click("New passphrase…", window)
    dialog = shown(ChangeDialog)
    assert not dialog.proof.isVisible()
    with qtbot.waitSignal(dialog.changed):
        change(dialog, "")
    window.close()
    assert opens(locked, NEW)
    assert not opens(locked, PASSPHRASE)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Type the words"),
        ("zoo zoo fiets", "Word 3, “fiets”, is on no recovery sheet"),
        ("zoo " * 23, "There are 23 words here"),
        ("zoo " * 24, "don't belong together"),
        ("abandon " * 23 + "art", "This sheet doesn't open “S. de Vries.coach”"),
    ],
)
def test_what_is_wrong_with_the_words_is_told_and_they_stay_to_be_mended(
    program: Program, qtbot: QtBot, locked: Path, typed: str, message: str
) -> None:
    page = begun(program, locked, qtbot)
    click("I lost the passphrase", page)
    page.words.edit.setPlainText(typed)
    QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    assert message in page.notice.words
    assert page.words.text == typed
    assert page.words.edit.hasFocus()
    assert not page.words.edit.document().isUndoAvailable()
    click("I know the passphrase", page)
    assert page.field.isVisible()


def test_the_sheet_is_written_where_the_person_chooses(
    opened: Open, qtbot: QtBot, locked: Path, sheet: tuple[str, ...], choose_file: Choose
) -> None:
    window = opened(locked)
    pdf = locked.parent.with_name("blad.pdf")
    choose(window, "Recovery sheet…")
    choose_file(pdf)
    qtbot.waitUntil(lambda: bool(said(window)))
    assert "Print it, keep it in a safe place, and remove “blad.pdf”" in said(window)
    (page,) = pages(pdf)
    assert f"24 {sheet[23]}" in in_one_line(page)
    window.close()


def test_the_sheet_is_written_though_its_window_goes_meanwhile(
    qtbot: QtBot, locked: Path, tmp_path: Path, sheet: tuple[str, ...]
) -> None:
    with closing(file.open_file(locked, keys.unlock(locked, PASSPHRASE))) as opened:
        writer = SheetWriter(app.files())
        writer.write(opened, tmp_path / "blad.pdf")
        (task,) = running()
        with qtbot.waitSignal(task.ended):
            delete(writer)
    (page,) = pages(tmp_path / "blad.pdf")
    assert f"24 {sheet[23]}" in in_one_line(page)


def running() -> list[Task]:
    program = QApplication.instance()
    assert program
    return program.findChildren(Task)


def test_a_sheet_beside_the_portfolio_is_advised_against(
    opened: Open, qtbot: QtBot, locked: Path, choose_file: Choose
) -> None:
    window = opened(locked)
    choose(window, "Recovery sheet…")
    choose_file(locked.with_name("blad.pdf"))
    qtbot.waitUntil(lambda: bool(said(window)))
    assert "beside the portfolio" in said(window)
    window.close()


def test_a_sheet_that_can_not_be_written_is_explained(
    opened: Open, qtbot: QtBot, locked: Path, tmp_path: Path, choose_file: Choose
) -> None:
    window = opened(locked)
    choose(window, "Recovery sheet…")
    choose_file(tmp_path / "nowhere" / "blad.pdf")
    qtbot.waitUntil(lambda: bool(said(window)))
    assert "is not there. Choose another folder." in said(window)
    window.close()


@pytest.mark.parametrize("by_sheet", [False, True])
def test_another_passphrase_needs_the_old_one_or_the_sheet_and_saving_goes_on(
    opened: Open, qtbot: QtBot, locked: Path, sheet: tuple[str, ...], by_sheet: bool
) -> None:
    window = opened(locked)
    choose(window, "Change the passphrase…")
    dialog = shown(ChangeDialog)
    change(dialog, "something else")
    assert not dialog.change.isEnabled()
    assert dialog.progress.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "neither the passphrase" in dialog.notice.words
    dialog.proof.edit.setText(" ".join(sheet) if by_sheet else PASSPHRASE)
    with qtbot.waitSignal(dialog.changed):
        QTest.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert "older recovery sheet no longer opens" in said(window)
    window.editor.apply("", edits.describe(coach="Daarna"))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.close()
    with closing(file.open_file(locked, keys.unlock(locked, NEW))) as found:
        assert found.portfolio.coach == "Daarna"


def test_another_passphrase_goes_by_the_rules(
    opened: Open, locked: Path, rules: Callable[[str], Path]
) -> None:
    rules("minimum_strength = 4")
    window = opened(locked)
    choose(window, "Change the passphrase…")
    dialog = shown(ChangeDialog)
    change(dialog, PASSPHRASE, "zomer2026")
    assert "at least “very strong” is asked" in words(dialog)
    assert not dialog.lock.without.isVisible()
    dialog.reject()
    window.close()
    assert opens(locked, PASSPHRASE)


def test_who_makes_a_portfolio_is_offered_a_sheet_once(
    program: Program, qtbot: QtBot, documents: Path
) -> None:
    program.begin()
    assert program.start
    program.start.show_new()
    page = program.start._shown
    QTest.keyClicks(page.owner.name, "Alias")  # type: ignore[attr-defined]
    for field in (page.lock.first, page.lock.second):  # type: ignore[attr-defined]
        QTest.keyClicks(field.edit, PASSPHRASE)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    assert "a printed recovery sheet opens your portfolio" in said(program.window)
    assert button("Recovery sheet…", program.window).isVisible()
    click("Close this message", program.window)
    program.window.choices.change(text_percent=125)
    assert said(program.window) == ""
    program.window.close()


def test_a_message_about_keys_stays_after_a_change_of_text_size(
    open_window: Callable[..., PortfolioWindow], locked: Path
) -> None:
    store = file.open_file(locked, keys.unlock(locked, PASSPHRASE))
    window = open_window(store.portfolio, store)
    window.keys.offer_sheet()
    window.choices.change(text_percent=125)
    assert "a printed recovery sheet" in said(window)
    window.close()


def test_a_portfolio_without_a_passphrase_says_so_and_has_no_sheet(opened: Open, plain: Path) -> None:
    window = opened(plain)
    assert "Not locked: anyone with the file can read it" in words(window)
    assert not {"Recovery sheet…", "Change the passphrase…"} & set(menu(window))
    window.keys.offer_sheet()
    assert "recovery sheet" not in said(window)
    window.close()


def test_a_locked_portfolio_or_one_in_no_file_does_not_say_it_is_open(
    opened: Open, open_window: Callable[..., PortfolioWindow], locked: Path, portfolio: Portfolio
) -> None:
    window = opened(locked)
    assert not window.findChildren(OpenSign)[0].isVisible()
    window.close()
    assert not open_window(portfolio).findChildren(OpenSign)[0].isVisible()


def test_no_passphrase_and_no_word_of_a_sheet_is_left_on_the_computer(
    opened: Open, qtbot: QtBot, locked: Path, sheet: tuple[str, ...], tmp_path: Path
) -> None:
    window = opened(locked)
    choose(window, "Change the passphrase…")
    dialog = shown(ChangeDialog)
    with qtbot.waitSignal(dialog.changed):
        change(dialog, " ".join(sheet))
    window.close()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    secrets = (PASSPHRASE, NEW, " ".join(sheet[:3]))
    for secret in secrets:
        assert secret.encode() not in written
        assert secret not in "\n".join((*sys.argv, *os.environ.values()))
