"""A file that was deleted, or whose folder was renamed, while the portfolio is open."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.storage import file
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.new_portfolio.page import NewPortfolioPage
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words

OpenWindow = Callable[..., PortfolioWindow]


@pytest.fixture
def mine(plain: Path) -> Path:
    """A file that has the name which is suggested for its owner."""
    return plain.rename(plain.with_name("T. Est.coach"))


def add(window: PortfolioWindow, title: str) -> None:
    assert window.editor.apply(f"Add “{title}”", edits.add(Activity(new_id(), title)))


def titles(path: Path) -> list[str]:
    with closing(file.open_file(path, None, read_only=True)) as opened:
        return [activity.title for activity in opened.portfolio.activities]


def lose(mine: Path, how: str) -> None:
    if how == "deleted":
        mine.unlink()
    else:
        mine.parent.rename(mine.parent.with_name("renamed"))
        mine.parent.mkdir()


def asked_where(window: PortfolioWindow, qtbot: QtBot) -> NewPortfolioPage:
    """What is shown after a change, now that the file is gone."""
    add(window, "Unsaved work")
    assert window.frame
    qtbot.waitUntil(window.frame.banner.isVisible)
    assert "is no longer in its folder" in window.frame.banner.words
    save_a_copy = button("Save a copy somewhere else…", window.frame.banner)
    QTest.mouseClick(save_a_copy, Qt.MouseButton.LeftButton)
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    return page


@pytest.mark.parametrize("how", ["deleted", "folder renamed"])
@pytest.mark.parametrize("place", ["suggested", "same"])
def test_the_work_goes_on_in_a_new_file_when_the_old_one_is_gone(
    how: str, place: str, open_window: OpenWindow, qtbot: QtBot, mine: Path
) -> None:
    opened = file.open_file(mine, None)
    window = open_window(opened.portfolio, opened)
    lose(mine, how)
    page = asked_where(window, qtbot)
    assert page.place.path == mine.with_name("T. Est 2.coach")
    if place == "same":
        page.place.choose(mine)
    chosen = page.place.path
    with qtbot.waitSignal(window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert window.frame
    assert not window.frame.banner.isVisible()
    add(window, "Later work")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert window.close()
    assert titles(chosen)[-2:] == ["Unsaved work", "Later work"]
    assert [path.name for path in mine.parent.iterdir()] == [chosen.name]


def test_a_copy_in_the_place_of_the_file_that_is_gone_is_where_the_work_goes_on(
    open_window: OpenWindow, qtbot: QtBot, mine: Path
) -> None:
    opened = file.open_file(mine, None)
    window = open_window(opened.portfolio, opened)
    mine.unlink()
    window.copy()
    page = shown(KeepDialog).page
    page.place.choose(mine)
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    add(window, "Later work")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert titles(mine)[-1] == "Later work"
    assert window.close()


def test_a_copy_over_the_open_file_is_refused_with_what_to_do(
    open_window: OpenWindow, qtbot: QtBot, mine: Path
) -> None:
    opened = file.open_file(mine, None)
    window = open_window(opened.portfolio, opened)
    window.copy()
    page = shown(KeepDialog).page
    page.place.choose(mine)
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    assert "in this folder already" in words(page)
    page.left.emit()
    add(window, "Later work")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert window.close()
    assert titles(mine)[-1] == "Later work"
