"""The end in a window: the conversation closes, and the file goes where they agreed."""

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation
from coachapp.storage import file
from coachapp.storage.file import open_file
from coachapp.ui.along.dialog import AlongDialog
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import button, shown, words

NOW = Conversation("1" * 32, "2026-11-26", question="What next?", step="close", takes_along="take")


@pytest.fixture
def window(tmp_path: Path, open_window: Callable[..., PortfolioWindow]) -> PortfolioWindow:
    """At the close of a conversation, after which the teacher takes the file along."""
    opened = file.create(tmp_path / "mine.coach", edits.add(NOW)(portfolios.many(9)), None)
    window = open_window(opened.portfolio, opened)
    assert window.frame
    window.frame.open_talk(NOW.id)
    return window


def end(qtbot: QtBot, window: PortfolioWindow) -> None:
    found = [b for b in window.findChildren(QPushButton) if b.text() == "End the conversation"]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_it_leaves_the_screen_and_asks_where_to_take_it(qtbot: QtBot, window: PortfolioWindow) -> None:
    end(qtbot, window)
    assert window.editor.portfolio.conversations[0].ended_on
    assert window.frame
    assert window.frame.stage is None or not window.frame.stage.isVisible()
    shown(AlongDialog).reject()
    window.editor.undo()
    assert window.editor.portfolio.conversations[0].is_open
    assert window.editor.portfolio.snapshots == ()


def test_nothing_is_asked_when_it_stays(qtbot: QtBot, window: PortfolioWindow) -> None:
    window.editor.apply("", edits.change(Conversation, [NOW.id], takes_along="keep"))
    end(qtbot, window)
    assert window.editor.portfolio.conversations[0].ended_on
    assert not window.findChildren(AlongDialog)


@pytest.mark.skipif(sys.platform != "linux", reason="takes a disk that Linux has")
def test_what_goes_along_holds_the_end_and_the_board_as_it_stood(
    qtbot: QtBot, window: PortfolioWindow
) -> None:
    end(qtbot, window)
    dialog = shown(AlongDialog)
    with TemporaryDirectory(dir="/dev/shm", prefix="coachapp-") as stick:
        dialog.choose(Path(stick))
        qtbot.waitUntil(lambda: "All of it was read back" in words(dialog), timeout=20_000)
        with closing(open_file(Path(stick, "mine.coach"), None)) as taken:
            assert taken.portfolio.conversations[0].ended_on
            assert len(taken.portfolio.snapshots) == 1
        QTest.mouseClick(button("Keep it here too", dialog), Qt.MouseButton.LeftButton)
