"""Erasing a portfolio, with everything CoachApp has of it on this computer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import backups, index, keys
from coachapp.storage.file import open_file
from coachapp.ui.backups.erasing import EraseDialog
from coachapp.ui.backups.statement import StatementDialog
from coachapp.ui.choices import Choices
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words


@pytest.fixture
def kept(locked: Path) -> Path:
    """A portfolio file with a backup that may not be written."""
    opened = open_file(locked, keys.unlock(locked, PASSPHRASE))
    backups.make(opened, "asked").path.chmod(0o400)
    opened.close()
    return locked


@pytest.fixture
def begun(program: Program, kept: Path, qtbot: QtBot) -> Program:
    """The program with that portfolio open."""
    program.begin(kept)
    qtbot.waitUntil(lambda: bool(program.start and program.start.findChild(OpeningPage)))
    assert program.start
    page = program.start.findChild(OpeningPage)
    assert page
    qtbot.waitUntil(page.field.isVisible)
    page.field.edit.setText(PASSPHRASE)
    page.enter.click()
    qtbot.waitUntil(lambda: program.window is not None)
    return program


def ask(program: Program, qtbot: QtBot) -> EraseDialog:
    assert program.window
    program.window.backups.erase()
    dialog = shown(EraseDialog)
    qtbot.waitUntil(lambda: "backup in" in words(dialog), timeout=20_000)
    return dialog


def test_it_tells_what_goes_and_asks_for_the_name(begun: Program, qtbot: QtBot, kept: Path) -> None:
    dialog = ask(begun, qtbot)
    assert str(kept) in words(dialog)
    assert "1 backup in" in words(dialog)
    assert "SSD" in words(dialog)
    assert not dialog.erase.isEnabled()
    QTest.keyClicks(dialog.name, "T. Es")
    assert not dialog.erase.isEnabled()
    QTest.keyClicks(dialog.name, "t")
    assert dialog.erase.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert kept.exists()


def test_everything_goes_and_a_statement_says_what(
    begun: Program, qtbot: QtBot, kept: Path, data_dir: Path, portfolio: Portfolio
) -> None:
    assert begun.window
    choices = begun.window.choices
    assert choices.settings.recent == (str(kept),)
    assert index.of(portfolio.id)
    begun.window.editor.apply("", edits.add(Activity(new_id(), "Not saved yet")))
    dialog = ask(begun, qtbot)
    QTest.keyClicks(dialog.name, portfolio.owner)
    QTest.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(isinstance(w, StatementDialog) for w in QApplication.topLevelWidgets()))
    statement = shown(StatementDialog)
    assert list(kept.parent.iterdir()) == []
    assert [path for path in data_dir.rglob("*") if path.is_file() and path.name != "settings.ini"] == []
    assert choices.settings.recent == ()
    assert begun.start
    assert begun.window is None
    text = statement.text.toPlainText()
    assert portfolio.owner in text
    assert str(kept) in text
    assert "asked.coach" in text
    assert not any(activity.title in text for activity in portfolio.activities)
    QTest.mouseClick(button("Copy", statement), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    statement.accept()


def test_the_statement_can_be_saved(
    begun: Program, qtbot: QtBot, kept: Path, choose_file: Callable[[Path], None], portfolio: Portfolio
) -> None:
    dialog = ask(begun, qtbot)
    QTest.keyClicks(dialog.name, portfolio.owner)
    QTest.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(isinstance(w, StatementDialog) for w in QApplication.topLevelWidgets()))
    statement = shown(StatementDialog)
    QTest.mouseClick(button("Save as text…", statement), Qt.MouseButton.LeftButton)
    choose_file(kept.parent / "erased.txt")
    assert (kept.parent / "erased.txt").read_text("utf-8").strip() == statement.text.toPlainText()
    statement.accept()


def test_clearing_the_recent_list_also_forgets_where_copies_lie(
    begun: Program, choices: Choices, portfolio: Portfolio
) -> None:
    assert index.of(portfolio.id)
    choices.change(recent=())
    assert index.of(portfolio.id) == ()
