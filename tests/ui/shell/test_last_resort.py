"""A bug of our own: the work is saved and nothing of a portfolio is shown."""

import sys
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coachapp.ui import last_resort
from coachapp.ui.last_resort import BugDialog
from coachapp.ui.tasks import Task
from tests.ui.shell.finding import button, shown


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    made: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    last_resort.install(lambda: made.append("saved"))
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, BugDialog):
            widget.accept()


def fail() -> None:
    secret = "Jansen has burn-out"
    raise KeyError(secret)


def caught() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        fail()
    except KeyError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def test_a_bug_saves_and_is_shown_without_anything_of_the_portfolio(
    saves: list[str], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(*caught())
    assert saves == ["saved"]
    text = shown(BugDialog).findChild(QPlainTextEdit)
    assert text
    told = text.toPlainText()
    assert "KeyError" in told
    assert "in fail" in told
    for said in (told, capsys.readouterr().err):
        assert "has burn-out" not in said.replace('secret = "Jansen has burn-out"', "")


def test_a_bug_is_shown_also_when_the_work_can_not_be_saved(saves: list[str], qtbot: QtBot) -> None:
    def fails() -> None:
        raise OSError

    last_resort.install(fails)
    with pytest.raises(OSError):
        sys.excepthook(*caught())
    assert shown(BugDialog)


def test_the_text_can_be_copied(saves: list[str], qtbot: QtBot) -> None:
    sys.excepthook(*caught())
    QTest.mouseClick(button("Copy", shown(BugDialog)), Qt.MouseButton.LeftButton)
    assert "KeyError" in QApplication.clipboard().text()


def test_many_bugs_at_once_open_one_window(saves: list[str], qtbot: QtBot) -> None:
    for _time in range(5):
        sys.excepthook(*caught())
    every = [w for w in QApplication.topLevelWidgets() if isinstance(w, BugDialog) and w.isVisible()]
    assert len(every) == 1


def test_a_bug_in_the_background_comes_here_too(saves: list[str], qtbot: QtBot) -> None:
    task = Task(fail)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert shown(BugDialog)
