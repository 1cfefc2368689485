"""Choose: goals and what belongs to them are made in this conversation, and nothing has to be filled in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Ambition, Goal, Portfolio
from coachapp.ui.conversation.choose import ChoosePart
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.text import DateInput, ProseInput
from coachapp.ui.notice import Notice
from tests import portfolios
from tests.ui.conversation.parts import part_of

NOW = Conversation("9" * 32, "2026-11-26", question="What next?")


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(edits.add(NOW)(portfolios.empty()))


@pytest.fixture
def part(qtbot: QtBot, opened: Editor) -> ChoosePart:
    return part_of(qtbot, ChoosePart, opened, NOW.id)


def enter(qtbot: QtBot, part: ChoosePart, line: str, text: str) -> None:
    QApplication.processEvents()
    widget = next(w for w in part.findChildren(NewLine) if w.accessibleName() == line and w.isVisible())
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def press(qtbot: QtBot, part: ChoosePart, name: str) -> None:
    QApplication.processEvents()
    found = next(w for w in part.findChildren(WordButton) if w.accessibleName() == name and w.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def visible(part: ChoosePart, name: str) -> int:
    QApplication.processEvents()
    return len([w for w in part.findChildren(ProseInput) if w.accessibleName() == name and w.isVisible()])


def test_what_is_made_here_belongs_to_the_conversation(
    qtbot: QtBot, part: ChoosePart, opened: Editor
) -> None:
    enter(qtbot, part, "New goal…", "Share the learning line")
    enter(qtbot, part, "New action…", "Ask for 40 hours")
    press(qtbot, part, "Who: School leaders")
    enter(qtbot, part, "Take up together…", "The timetable")
    portfolio = opened.portfolio
    made = portfolio.goals[0], portfolio.actions[0], portfolio.agreements[0]
    assert {one.conversation_id for one in made} == {NOW.id}
    assert portfolio.actions[0].goal_id == portfolio.goals[0].id
    assert portfolio.actions[0].actors == ("leader",)
    assert portfolio.agreements[0].kind == "together"


def test_a_new_goal_stands_open_and_the_others_are_a_line_each(
    qtbot: QtBot, part: ChoosePart, opened: Editor
) -> None:
    opened.apply("", edits.add(Goal("a" * 32, "Of before"), Goal("b" * 32, "Too")))
    assert visible(part, "Goal") == 2  # both came while this was in sight
    press(qtbot, part, "Of before")
    press(qtbot, part, "Too")
    assert visible(part, "Goal") == 0
    enter(qtbot, part, "New goal…", "New")
    assert visible(part, "Goal") == 1
    press(qtbot, part, "Of before")
    assert visible(part, "Goal") == 2


def test_an_action_is_a_line_with_who_does_it(qtbot: QtBot, part: ChoosePart) -> None:
    enter(qtbot, part, "New goal…", "Share")
    enter(qtbot, part, "New action…", "Ask")
    press(qtbot, part, "Who: Colleagues")
    press(qtbot, part, "Ask – colleagues")
    assert visible(part, "What") == 0


def test_three_goals_are_enough(qtbot: QtBot, part: ChoosePart, opened: Editor) -> None:
    for title in ("One", "Two", "Three"):
        enter(qtbot, part, "New goal…", title)
    line = next(w for w in part.findChildren(NewLine) if w.accessibleName() == "New goal…")
    assert not line.isEnabled()
    opened.apply("", edits.change(Goal, [opened.portfolio.goals[0].id], status="let-go"))
    assert line.isEnabled()


def test_an_ambition_becomes_a_goal_of_this_conversation(
    qtbot: QtBot, part: ChoosePart, opened: Editor
) -> None:
    opened.apply("", edits.add(Ambition("c" * 32, "Work in a museum")))
    press(qtbot, part, "Make a goal of “Work in a museum”")
    goal = opened.portfolio.goals[0]
    assert (goal.title, goal.ambition_id, goal.conversation_id) == ("Work in a museum", "c" * 32, NOW.id)


def test_who_else_is_asked_once_and_stops_nobody(qtbot: QtBot, part: ChoosePart) -> None:
    enter(qtbot, part, "New goal…", "Share")
    enter(qtbot, part, "New action…", "Do it all alone")
    asked = next(n for n in part.findChildren(Notice) if n.words.startswith("Who else does something?"))
    close = next(b for b in asked.findChildren(QPushButton) if b.accessibleName() == "Close this message")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    enter(qtbot, part, "New action…", "And this")
    assert asked.isHidden()


def focused(part: ChoosePart) -> str:
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus and part.isAncestorOf(focus) else ""


def test_after_a_removal_the_focus_stays_in_the_list(qtbot: QtBot, part: ChoosePart, opened: Editor) -> None:
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    enter(qtbot, part, "New goal…", "Share")
    for what in ("One", "Two"):
        enter(qtbot, part, "New action…", what)
        press(qtbot, part, what)  # closed again
    press(qtbot, part, "One")
    press(qtbot, part, "Remove this action")
    assert focused(part) == "Two"
    press(qtbot, part, "Two")
    press(qtbot, part, "Remove this action")
    assert focused(part) == "New action…"
    press(qtbot, part, "Remove this goal")
    assert focused(part) == "New goal…"
    assert opened.portfolio.goals == opened.portfolio.actions == ()


def test_nothing_lies_below_what_asks_who_else_does_something(qtbot: QtBot, part: ChoosePart) -> None:
    enter(qtbot, part, "New goal…", "Share")
    enter(qtbot, part, "New action…", "Do it all alone")
    asked = next(n for n in part.findChildren(Notice) if n.words.startswith("Who else does something?"))
    QApplication.processEvents()
    others = [w for w in part.findChildren(QWidget) if w.isVisible() and not asked.isAncestorOf(w)]
    top = asked.mapTo(part, QPoint()).y()
    assert all(w.mapTo(part, QPoint()).y() + w.height() <= top for w in others if w is not asked)


def settled_at(part: ChoosePart, words: str) -> QPoint:
    """Where this button stands once the layouts, one inside the other, have done their work."""
    for _nested in range(5):
        QApplication.processEvents()
    return next(w for w in part.findChildren(WordButton) if w.text() == words).mapTo(part, QPoint())


def test_what_a_date_complains_about_pushes_nothing_away(qtbot: QtBot, part: ChoosePart) -> None:
    enter(qtbot, part, "New goal…", "Share")
    enter(qtbot, part, "New action…", "Ask")
    before = settled_at(part, "Remove this action")
    date = next(w for w in part.findChildren(DateInput) if w.accessibleName() == "When" and w.isVisible())
    qtbot.keyClicks(date, "1-3")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert date.accessibleDescription().startswith("Not a date.")
    assert settled_at(part, "Remove this action") == before


def test_it_fits_in_the_column(qtbot: QtBot, part: ChoosePart) -> None:
    enter(qtbot, part, "New goal…", "Aansprakelijkheidswaardevaststellingsveranderingen" * 3)
    enter(qtbot, part, "New action…", "Aansprakelijkheidswaardevaststellingsveranderingen" * 3)
    QApplication.processEvents()
    assert part.minimumSizeHint().width() <= 320
