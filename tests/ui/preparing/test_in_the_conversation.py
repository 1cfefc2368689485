"""Preparing as it meets the conversation: what was written at home is there at the table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import closing, edits, preparing, talking
from coachapp.domain.portfolio import Reflection
from coachapp.ui.conversation.page import ConversationsPage
from coachapp.ui.help.dialog import HelpDialog
from coachapp.ui.papers.sheet import SheetDialog
from coachapp.ui.preparing.dialog import PrepareDialog
from coachapp.ui.preparing.part import PreparePart
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import button

Open = Callable[..., PortfolioWindow]


def page(window: PortfolioWindow) -> ConversationsPage:
    window.turn_to("conversations")
    assert window.frame
    found = window.frame.pages["conversations"]
    assert isinstance(found, ConversationsPage)
    return found


def press(words: str, window: PortfolioWindow) -> None:
    QTest.mouseClick(button(words, page(window)), Qt.MouseButton.LeftButton)


def test_what_was_prepared_at_home_is_there_at_the_table(open_window: Open, qtbot: QtBot) -> None:
    brought = Reflection("1" * 32, "They asked on", "2026-01-01", bring="next")
    window = open_window(edits.add(brought)(portfolios.empty()))
    press("Prepare…", window)
    alone = window.findChild(PrepareDialog)
    assert alone
    QTest.keyClicks(alone.part.proud, "The trip")
    QTest.keyClicks(alone.part.question, "What next?")
    alone.accept()
    press("Start a conversation", window)
    assert window.frame
    stage = window.frame.stage
    assert stage
    stage.talk.go("prepare")
    part = stage.pane.part
    assert isinstance(part, PreparePart)
    assert (part.proud.toPlainText(), part.question.toPlainText()) == ("The trip", "What next?")
    assert stage.talk.conversation.question == "What next?"
    assert len(part._brought.widgets) == 1
    (note,) = window.editor.portfolio.notes
    assert note.conversation_id == stage.talk.id


def test_what_was_brought_rests_when_the_conversation_has_ended() -> None:
    brought = Reflection("1" * 32, "They asked on", "2026-01-01", bring="next")
    portfolio = edits.add(brought)(portfolios.empty())
    talk = talking.begun(portfolio, "2026-11-26")
    portfolio = edits.add(talk)(portfolio)
    portfolio = closing.end(portfolio, talk, "2026-11-26")(portfolio)
    assert portfolio.reflections[0].bring == ""


def test_preparing_again_is_for_the_conversation_that_was_begun(open_window: Open) -> None:
    window = open_window(portfolios.empty())
    talk = talking.begun(window.editor.portfolio, "2026-11-26")
    window.editor.apply("Begin", edits.add(talk))
    press("Prepare…", window)
    alone = window.findChild(PrepareDialog)
    assert alone
    QTest.keyClicks(alone.part.proud, "The trip")
    alone.accept()
    note = preparing.proud_of(window.editor.portfolio, talk.id)
    assert note
    assert note.conversation_id == talk.id


def test_f1_while_preparing_tells_about_preparing(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(portfolios.empty())
    press("Prepare…", window)
    alone = window.findChild(PrepareDialog)
    assert alone
    alone.activateWindow()
    qtbot.waitUntil(alone.isActiveWindow)
    QTest.keyClick(alone, Qt.Key.Key_F1)
    dialog = alone.findChild(HelpDialog)
    assert dialog
    assert dialog.name == "preparing"
    alone.accept()


def test_the_sheet_is_made_from_the_conversations_page_too(open_window: Open) -> None:
    window = open_window(portfolios.empty())
    press("Preparation sheet…", window)
    sheet = window.findChild(SheetDialog)
    assert sheet
    assert sheet.isVisible()
    sheet.accept()


def test_f1_in_the_conversation_tells_about_the_conversation(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(portfolios.many(3))
    press("Start a conversation", window)
    assert not window.menuBar().isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog
    assert dialog.name == "conversation"
