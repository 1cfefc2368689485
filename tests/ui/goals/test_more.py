"""What the Goals page has folded away: sides, time and money, what is taken up together, how it went."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Action, Agreement, Ambition, Goal, Portfolio
from coachapp.domain.values import Hours
from coachapp.ui.editor import Editor
from coachapp.ui.goals.page import GoalsPage
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.text import LineInput, ProseInput, TitleInput
from coachapp.ui.notice import Notice
from tests import portfolios
from tests.ui.goals.test_page import enter, every, shown

GOAL, ACTION = Goal("a" * 32, "Share"), Action("b" * 32, "Ask for 40 hours", "a" * 32)
QUESTION = "Who else does something? Colleagues or school leaders can act too."


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(edits.add(GOAL, ACTION)(portfolios.empty()))


@pytest.fixture
def page(qtbot: QtBot, opened: Editor) -> GoalsPage:
    return shown(qtbot, opened)


def unfold(qtbot: QtBot, page: GoalsPage, name: str) -> None:
    QApplication.processEvents()
    fold = next(b for b in page.findChildren(QToolButton) if b.text() == name and b.isVisible())
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, page: GoalsPage, name: str) -> None:
    qtbot.mouseClick(every(page, WordButton, name)[0], Qt.MouseButton.LeftButton)


def asks(page: GoalsPage) -> bool:
    QApplication.processEvents()
    return any(notice.words == QUESTION for notice in page.findChildren(Notice) if notice.isVisible())


def test_a_goal_is_seen_from_three_sides(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    side = "What does your school or team need?"
    assert not every(page, ProseInput, side)
    unfold(qtbot, page, "Seen from three sides")
    qtbot.keyClicks(every(page, ProseInput, side)[0], "Calm")
    qtbot.keyClicks(every(page, TitleInput, "Whom will you talk to about that?")[0], "M.")
    page.flush()
    goal = opened.portfolio.goals[0]
    assert (goal.institutional, goal.talk_to) == ("Calm", "M.")


def test_an_action_says_what_it_takes_and_whether_that_is_agreed(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    unfold(qtbot, page, "More about this action")
    press(qtbot, page, "Kind of action: Learning together")
    press(qtbot, page, "Is that settled?: Requested")
    qtbot.keyClicks(every(page, LineInput, "Time")[0], "40")
    qtbot.keyClicks(every(page, LineInput, "Money")[0], "300 euro")
    qtbot.keyClicks(every(page, TitleInput, "Where time or money comes from")[0], "training budget")
    page.flush()
    action = opened.portfolio.actions[0]
    assert (action.kind, action.granted, action.hours) == ("collective", "requested", Hours.parse("40"))
    assert (action.money, action.source) == ("300 euro", "training budget")


def test_an_ambition_becomes_a_goal_with_one_click(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    opened.apply("", edits.add(Ambition("c" * 32, "Work in a museum")))
    press(qtbot, page, "Make a goal of “Work in a museum”")
    assert [goal.title for goal in opened.portfolio.goals if goal.ambition_id] == ["Work in a museum"]
    assert not every(page, WordButton, "Make a goal of “Work in a museum”")


def test_what_is_taken_up_together_has_its_own_list(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    enter(qtbot, page, "Take up together…", "The timetable")
    opened.apply("", edits.remove(Action, (ACTION.id,)))
    press(qtbot, page, "Who: School leaders")
    enter(qtbot, page, "New agreement…", "We both look")
    together, agreed = opened.portfolio.agreements
    assert (together.kind, together.actors) == ("together", ("leader",))
    assert (agreed.kind, agreed.actors) == ("", ())


def test_the_question_who_else_is_asked_once(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    assert asks(page)
    notice = next(n for n in page.findChildren(Notice) if n.words == QUESTION)
    closing = next(b for b in notice.findChildren(QPushButton) if b.accessibleName() == "Close this message")
    qtbot.mouseClick(closing, Qt.MouseButton.LeftButton)
    enter(qtbot, page, "New action…", "One more")
    assert not asks(page)
    again = shown(qtbot, opened)
    assert not asks(again)


def test_a_goal_that_was_looked_back_on_makes_room_and_is_folded_away_the_next_time(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    opened.apply("", edits.add(Goal("d" * 32, "Second"), Goal("e" * 32, "Third")))
    assert not every(page, NewLine, "New goal…")[0].isEnabled()
    unfold(qtbot, page, "How it went")
    press(qtbot, page, "How it went: Done")
    assert opened.portfolio.goals[0].status == "done"
    assert every(page, NewLine, "New goal…")[0].isEnabled()
    assert len(every(page, ProseInput, "Why")) == 3, "nothing goes away while one is at it"
    page.hide()
    page.show()
    assert len(every(page, ProseInput, "Why")) == 2
    unfold(qtbot, page, "Earlier goals")
    assert len(every(page, ProseInput, "Why")) == 3


def test_agreements_that_were_looked_back_on_are_folded_away_too(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    old = [Agreement(f"{n:032x}", f"Agreement {n}", status="done") for n in range(1, 200)]
    opened.apply("", edits.add(*old, Agreement("f" * 32, "Still to do")))
    assert len(every(page, TitleInput, "Agreement")) == 1
    unfold(qtbot, page, "Earlier agreements")
    assert len(every(page, TitleInput, "Agreement")) == 200


def test_what_came_of_an_agreement_is_kept_with_it(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    opened.apply("", edits.remove(Goal, (GOAL.id,)))
    opened.apply("", edits.add(Agreement("f" * 32, "We both look")))
    unfold(qtbot, page, "How it went")
    qtbot.keyClicks(every(page, ProseInput, "What came of it")[0], "They asked for it")
    page.flush()
    assert opened.portfolio.agreements[0].outcome == "They asked for it"
