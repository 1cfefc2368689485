"""A copy in another file is whole: what was done before it and what waits in the bin go along."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.storage import file, past
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import shown, words


def work(window: PortfolioWindow) -> None:
    gone = Activity(new_id(), "Gone")
    assert window.editor.apply("Add “Gone”", edits.add(gone))
    assert window.editor.apply("Remove “Gone”", edits.remove(Activity, (gone.id,)))


def save(qtbot: QtBot) -> None:
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)


def told(path: Path) -> tuple[list[str], list[str]]:
    with closing(file.open_file(path, None)) as opened:
        history, removals = past.history(opened), past.removals(opened)
    return [one.label for one in history], [one.name for one in removals]


def test_a_copy_has_the_history_and_the_bin(
    open_window: Callable[..., PortfolioWindow], qtbot: QtBot, plain: Path, documents: Path
) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    work(window)
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert window.editor.apply("Just now", edits.add(Activity(new_id(), "Later")))
    window.copy()
    save(qtbot)
    qtbot.waitUntil(lambda: "There is a copy in “T. Est.coach” now" in words(window))
    assert told(documents / "T. Est.coach") == (["Add “Gone”", "Remove “Gone”", "Just now"], ["Gone"])


def test_what_a_guest_did_is_kept_with_the_portfolio(
    open_window: Callable[..., PortfolioWindow], qtbot: QtBot, plain: Path, documents: Path
) -> None:
    with closing(file.open_file(plain, None)) as opened:
        window = open_window(opened.portfolio)
    work(window)
    window.keep()
    with qtbot.waitSignal(window.kept):
        save(qtbot)
    assert window.editor.apply("Later", edits.add(Activity(new_id(), "Later")))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert window.close()
    assert told(documents / "T. Est.coach") == (["Add “Gone”", "Remove “Gone”", "Later"], ["Gone"])


def test_what_could_not_be_read_for_the_copy_is_said(
    open_window: Callable[..., PortfolioWindow], qtbot: QtBot, plain: Path, documents: Path
) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    work(window)
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    plain.write_bytes(os.urandom(plain.stat().st_size))
    window.keep()
    with qtbot.waitSignal(window.kept):
        save(qtbot)
    assert window.frame
    assert "Not all of “Plain.coach” could be read" in window.frame.news.words
    assert window.close()
    assert told(documents / "T. Est.coach") == ([], [])
