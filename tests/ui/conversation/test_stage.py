"""The screen of a conversation: steps, questions, shared notes, what was agreed, and what hides it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coachapp.domain import edits, talking
from coachapp.domain.coach_book.book import QuestionSet
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.ui.conversation.page import ConversationsPage
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.window import PortfolioWindow
from tests import portfolios

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Open = Callable[..., PortfolioWindow]


@pytest.fixture
def window(open_window: Open) -> PortfolioWindow:
    window = open_window(portfolios.empty())
    window.turn_to("conversations")
    page = window.findChild(ConversationsPage)
    assert page
    page.start.click()
    return window


@pytest.fixture
def stage(window: PortfolioWindow) -> Stage:
    assert window.frame
    assert window.frame.stage
    return window.frame.stage


def talk_of(window: PortfolioWindow) -> Conversation:
    return window.editor.portfolio.conversations[-1]


def words(stage: Stage) -> str:
    return stage.pane.questions.words.text()


def test_a_conversation_begins_with_the_question_and_who_sees_what(stage: Stage) -> None:
    assert "worthwhile" in words(stage)
    assert stage.pane.part is not None
    assert QApplication.focusWidget() is stage.pane.questions.note


def test_what_is_typed_is_kept_while_typing_goes_on(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    note = stage.pane.questions.note
    for letter in "Als ik weet wat ik wil":
        QTest.keyClick(note, ord(letter), delay=20)  # never a pause of more than a few hundredths of a second
    assert window.editor.portfolio.notes
    kept = window.editor.portfolio.notes[0].text
    assert "Als ik weet wat ik wil".startswith(kept)
    qtbot.waitUntil(lambda: window.editor.portfolio.notes[0].text == "Als ik weet wat ik wil")
    assert len(window.editor.portfolio.notes) == 1
    window.editor.undo()
    assert window.editor.portfolio.notes == ()


def test_the_keyboard_goes_through_the_steps_and_their_questions(
    window: PortfolioWindow, stage: Stage
) -> None:
    QTest.keyClick(window, Key.Key_PageDown, CTRL)
    assert talk_of(window).step == "look-back"
    first = words(stage)
    QTest.keyClick(window, Key.Key_PageDown, ALT)
    assert words(stage) != first
    QTest.keyClick(window, Key.Key_PageUp, ALT)
    assert words(stage) == first
    QTest.keyClick(window, Key.Key_PageUp, CTRL)
    assert talk_of(window).step == "contract"
    assert talk_of(window).visited == ("contract", "look-back")


def test_steps_are_chosen_in_any_order_by_a_click(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    qtbot.mouseClick(stage.bar.buttons["close"], Qt.MouseButton.LeftButton)
    assert talk_of(window).step == "close"
    qtbot.mouseClick(stage.bar.buttons["prepare"], Qt.MouseButton.LeftButton)
    assert talk_of(window).step == "prepare"
    assert "now" in stage.bar.buttons["prepare"].accessibleName()
    assert "seen" in stage.bar.buttons["close"].accessibleName()


def test_each_question_has_a_note_of_its_own(qtbot: QtBot, window: PortfolioWindow, stage: Stage) -> None:
    pane = stage.pane.questions
    qtbot.keyClicks(pane.note, "One")
    pane.turn(1)
    assert pane.note.toPlainText() == ""
    qtbot.keyClicks(pane.note, "Two")
    pane.turn(-1)
    assert pane.note.toPlainText() == "One"
    assert {note.text for note in window.editor.portfolio.notes} == {"One", "Two"}


def test_a_question_of_their_own_stands_among_the_others_from_then_on(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    pane = stage.pane.questions
    qtbot.keyClicks(pane.own, "What would your students say?")
    qtbot.keyClick(pane.own, Key.Key_Return)
    assert words(stage) == "What would your students say?"
    qtbot.keyClicks(pane.note, "That I listen")
    stage.flush()
    asked = talking.questions(window.editor.portfolio, talk_of(window), "contract", None)
    assert "What would your students say?" in [one.words for one in asked]
    (note,) = window.editor.portfolio.notes
    assert (note.question, note.text, note.question_id) == (
        "What would your students say?",
        "That I listen",
        "",
    )


def test_the_coach_s_own_questions_are_asked_while_her_book_is_open(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    sets = (QuestionSet("1", "Mine", "contract", ("What would make you laugh?",)),)
    window.editor.own_questions = lambda: sets
    stage.refresh()
    pane = stage.pane.questions
    while "laugh" not in words(stage):
        pane.turn(1)
    qtbot.keyClicks(pane.note, "A pupil who corrects me")
    stage.flush()
    window.editor.own_questions = tuple
    stage.refresh()
    assert words(stage) == "What would make you laugh?"
    assert window.editor.portfolio.notes[-1].question == "What would make you laugh?"


def test_the_cell_in_view_brings_its_own_questions(stage: Stage) -> None:
    stage.talk.go("explore")
    before = len(stage.pane.questions._asked)
    stage.board.view.go_to(Cell("collegas", "nano"))
    assert stage.talk.cell == Cell("collegas", "nano")
    assert len(stage.pane.questions._asked) > before


def test_what_is_agreed_stands_along_the_bottom(qtbot: QtBot, window: PortfolioWindow, stage: Stage) -> None:
    qtbot.keyClicks(stage.agreed.new, "S. asks for 40 hours")
    qtbot.keyClick(stage.agreed.new, Key.Key_Return)
    assert "S. asks for 40 hours" in stage.agreed.words.text()
    assert window.editor.portfolio.agreements[0].conversation_id == talk_of(window).id


def test_one_key_hides_what_is_typed_and_shows_it_again(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    QTest.keyClick(window, Key.Key_F9)
    assert stage.cover.isVisible()
    assert not stage.board.isVisible()
    assert not stage.agreed.isVisible()
    qtbot.mouseClick(stage.cover, Qt.MouseButton.LeftButton)
    assert stage.board.isVisible()


def test_hidden_names_are_not_in_the_title_or_in_what_can_be_undone(
    window: PortfolioWindow, stage: Stage
) -> None:
    named = window.windowTitle()
    QTest.keyClick(window, Key.Key_F9)
    assert window.windowTitle() == "CoachApp"
    assert not window.statusBar().isVisible()
    QTest.keyClick(window, Key.Key_F9)
    assert window.windowTitle() == named
    assert window.statusBar().isVisible()


def test_names_are_shown_again_when_the_hidden_conversation_is_gone(
    window: PortfolioWindow, stage: Stage
) -> None:
    QTest.keyClick(window, Key.Key_F9)
    assert not window.statusBar().isVisible()
    window.editor.undo()
    assert not stage.isVisible()
    assert window.statusBar().isVisible()


def test_the_portfolio_is_locked_in_the_middle_of_a_note(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    asked: list[bool] = []
    stage.lock_requested.connect(lambda: asked.append(True))
    qtbot.keyClicks(stage.pane.questions.note, "Half a sen")
    qtbot.keyClick(stage.pane.questions.note, Key.Key_L, CTRL)
    assert asked


def test_f6_goes_from_the_note_to_the_step_the_board_and_the_agreements(
    window: PortfolioWindow, stage: Stage
) -> None:
    stage.talk.go("place")
    stage.pane.welcome()
    seen = []
    for _time in range(4):
        QTest.keyClick(window, Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[1:] == [stage.board.view, stage.agreed.new, stage.pane.questions.note]
    assert stage.pane.part
    assert stage.pane.part.isAncestorOf(seen[0])


def test_leaving_goes_back_to_the_page_it_was_begun_on(window: PortfolioWindow, stage: Stage) -> None:
    assert not window.menuBar().isVisible()
    stage.leave()
    assert window.frame
    assert window.frame.stage is None
    assert window.menuBar().isVisible()
    assert window.frame.pages["conversations"].isVisible()
    assert talk_of(window).is_open


def test_undoing_its_beginning_ends_the_screen(window: PortfolioWindow) -> None:
    window.editor.undo()
    assert window.editor.portfolio.conversations == ()
    assert window.frame
    assert window.frame.stage is None


def test_larger_text_keeps_the_place_in_the_conversation(
    qtbot: QtBot, window: PortfolioWindow, stage: Stage
) -> None:
    stage.talk.go("meaning")
    qtbot.keyClicks(stage.pane.questions.note, "Half a sen")
    stage.larger_requested.emit()
    assert window.choices.settings.text_percent == 150
    assert window.frame
    assert window.frame.stage
    assert window.frame.stage is not stage
    assert window.frame.stage.talk.conversation.step == "meaning"
    assert window.frame.stage.pane.questions.note.toPlainText() == "Half a sen"
    assert window.frame.stage.pane.questions.note.textCursor().atEnd()
    assert "Usual text" in {one.text() for one in window.frame.stage.head.findChildren(QAbstractButton)}
    assert not window.menuBar().isVisible()


def test_today_s_conversation_goes_on_when_the_portfolio_is_opened_again(open_window: Open) -> None:
    talk = talking.begun(portfolios.empty(), "2026-11-26")
    portfolio = edits.add(talk)(portfolios.empty())
    window = open_window(portfolio)
    window.go_on("2026-11-27")
    assert window.frame
    assert window.frame.stage is None
    window.go_on("2026-11-26")
    assert window.frame.stage


def test_an_ended_conversation_is_to_be_read_and_its_time_stands_still(open_window: Open) -> None:
    window = open_window(sample.portfolio("en"))
    window.turn_to("conversations")
    page = window.findChild(ConversationsPage)
    assert page
    first = page.rows.widget(window.editor.portfolio.conversations[-1].id)
    assert "ended" in " ".join(label.text() for label in first.findChildren(type(first._about)))
    first.fold.open()
    told = " ".join(label.text() for label in first.findChildren(type(first._about)))
    assert "a trowel and half an hour" in told
    first.go_on.click()
    assert window.frame
    assert window.frame.stage
    assert not window.frame.stage.talk.is_running


def test_with_a_line_manager_a_plain_notice_is_shown(window: PortfolioWindow, stage: Stage) -> None:
    part = stage.pane.part
    assert part
    assert not part._notice.isVisible()  # type: ignore[attr-defined]
    stage.talk.change("x", relationship="manager")
    assert part._notice.isVisible()  # type: ignore[attr-defined]
    assert "not an assessment" in part._notice.text()  # type: ignore[attr-defined]


def test_open_to_look_only_nothing_is_written(open_window: Open) -> None:
    portfolio: Portfolio = sample.portfolio("en")
    window = open_window(portfolio, read_only=True)
    assert window.frame
    window.frame.open_talk(portfolio.conversations[-1].id)
    stage = window.frame.stage
    assert stage
    assert not stage.pane.questions.note.isEnabled()
    stage.bar.chosen.emit("place")
    assert window.editor.portfolio == portfolio


def test_what_can_wait_waits_until_the_conversation_is_left(window: PortfolioWindow, stage: Stage) -> None:
    window.news.tell("later", lambda: "There is a copy elsewhere.")
    assert window.frame
    assert not window.frame.news.isVisible()
    stage.leave()
    assert window.frame.news.isVisible()


def test_while_paused_the_time_says_so(window: PortfolioWindow, stage: Stage) -> None:
    assert "paused" not in stage.head.clock.words.text()
    stage.head.clock.button.click()
    assert "paused" in stage.head.clock.words.text()
    stage.head.clock.button.click()
    assert "paused" not in stage.head.clock.words.text()
    assert window.editor.portfolio.conversations[-1].is_open


def test_no_undo_takes_back_the_time_that_was_used(window: PortfolioWindow, stage: Stage) -> None:
    stage.talk.go("place")
    window.editor.document.amend("Time", talking.used(stage.talk.id, 12))
    window.editor.undo()
    assert (talk_of(window).step, talk_of(window).spent) == ("contract", 12)
