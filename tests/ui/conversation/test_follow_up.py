"""Follow up: one by one, by mouse and by keyboard; what came of each is kept with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Action, Agreement, Goal, Portfolio
from coachapp.ui.conversation.follow_up import FollowUpPart
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.text import ProseInput
from tests import portfolios
from tests.ui.conversation.parts import part_of

BEFORE = Conversation("1" * 32, "2025-11-20", ended_on="2025-11-20")
NOW = Conversation("9" * 32, "2026-11-26")
GOAL = Goal("2" * 32, "Share the learning line", why="It works", conversation_id=BEFORE.id)
ACTION = Action("3" * 32, "Ask for hours", GOAL.id, actors=("leader",), conversation_id=BEFORE.id)
AGREED = Agreement("4" * 32, "We both look", "2026-02-01", conversation_id=BEFORE.id)


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(edits.add(BEFORE, NOW, GOAL, ACTION, AGREED)(portfolios.empty()))


@pytest.fixture
def part(qtbot: QtBot, opened: Editor) -> FollowUpPart:
    return shown(qtbot, opened)


def shown(qtbot: QtBot, opened: Editor, talk: Conversation = NOW) -> FollowUpPart:
    part = part_of(qtbot, FollowUpPart, opened, talk.id)
    part.activateWindow()
    return part


def words(part: FollowUpPart) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def find(part: FollowUpPart, name: str) -> QPushButton:
    QApplication.processEvents()
    every = part.findChildren(QPushButton)
    return next(b for b in every if name in (b.text(), b.accessibleName()) and b.isVisible())


def press(qtbot: QtBot, part: FollowUpPart, name: str) -> None:
    qtbot.mouseClick(find(part, name), Qt.MouseButton.LeftButton)


def came(part: FollowUpPart) -> ProseInput:
    return next(field for field in part.findChildren(ProseInput) if field.isVisible())


def test_each_is_looked_at_in_turn(qtbot: QtBot, part: FollowUpPart, opened: Editor) -> None:
    assert {"Goal", "Share the learning line", "It works"} <= {*words(part)}
    press(qtbot, part, "How it went: Done")
    qtbot.keyClicks(came(part), "They use it")
    press(qtbot, part, "Next")
    assert {"Action", "Ask for hours", "School leaders"} <= {*words(part)}
    press(qtbot, part, "How it went: Changed")
    press(qtbot, part, "Next")
    assert {"Agreement", "We both look", "1 February 2026"} <= {*words(part)}
    press(qtbot, part, "How it went: Let go")
    portfolio = opened.portfolio
    assert (portfolio.goals[0].status, portfolio.goals[0].outcome) == ("done", "They use it")
    assert (portfolio.actions[0].status, portfolio.agreements[0].status) == ("changed", "let-go")
    assert not find(part, "Next").isEnabled()
    press(qtbot, part, "Back")
    assert "Ask for hours" in words(part)


def test_it_can_be_done_by_keyboard_alone(qtbot: QtBot, part: FollowUpPart, opened: Editor) -> None:
    qtbot.waitUntil(part.isActiveWindow)
    find(part, "How it went: Done").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    while not isinstance(QApplication.focusWidget(), ProseInput):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "We learned")
    while QApplication.focusWidget() is not find(part, "Next"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "Ask for hours" in words(part)
    assert QApplication.focusWidget() is find(part, "Next")
    assert (opened.portfolio.goals[0].status, opened.portfolio.goals[0].outcome) == ("done", "We learned")


def test_the_list_leads_to_any_and_says_how_it_went(qtbot: QtBot, part: FollowUpPart) -> None:
    press(qtbot, part, "We both look")
    press(qtbot, part, "How it went: Done")
    assert find(part, "We both look · Done").isChecked()
    lines = [b for b in part.findChildren(WordButton) if b.isVisible() and b.isChecked()]
    assert {b.accessibleName() for b in lines} == {"We both look · Done", "How it went: Done"}


def test_it_goes_on_at_the_first_that_was_not_looked_at(qtbot: QtBot, opened: Editor) -> None:
    opened.apply("", edits.change(Goal, [GOAL.id], status="done"))
    assert "Ask for hours" in words(shown(qtbot, opened))


def test_the_first_time_there_is_nothing_to_look_back_on(qtbot: QtBot, opened: Editor) -> None:
    part = shown(qtbot, opened, BEFORE)
    assert len(words(part)) == 1
    assert words(part)[0].startswith("There is nothing to look back on yet.")
