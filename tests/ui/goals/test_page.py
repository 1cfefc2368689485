"""The Goals page: from what is asked to what is agreed."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.ui.editor import Editor
from coachapp.ui.goals.goal import GoalCard
from coachapp.ui.goals.page import GoalsPage
from coachapp.ui.goals.wishes import Wish
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.text import DateInput, ProseInput, TitleInput
from coachapp.ui.settings import Settings
from tests import portfolios

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(portfolios.empty())


@pytest.fixture
def page(qtbot: QtBot, opened: Editor) -> GoalsPage:
    return shown(qtbot, opened)


def shown(qtbot: QtBot, opened: Editor) -> GoalsPage:
    page = GoalsPage(opened, Settings())
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def every(page: QWidget, kind: type[W], name: str) -> list[W]:
    QApplication.processEvents()
    return [w for w in page.findChildren(kind) if w.accessibleName() == name and w.isVisible()]


def enter(qtbot: QtBot, page: GoalsPage, line: str, text: str) -> None:
    widget = every(page, NewLine, line)[0]
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_empty_page_says_what_to_do_next(page: GoalsPage) -> None:
    assert "One to three goals at a time. What do you want to reach first?" in words(page)
    assert "Draw an ambition from a card on the board, or type one here." in words(page)


def test_a_goal_with_its_reasons_is_typed(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    enter(qtbot, page, "New goal…", "Share the learning line")
    for name, text in (("Why", "It works."), ("What students will notice", "Calm")):
        field = every(page, ProseInput, name)[0]
        qtbot.keyClicks(field, text)
    page.flush()
    goal = opened.portfolio.goals[0]
    assert (goal.title, goal.why, goal.noticed) == ("Share the learning line", "It works.", "Calm")


def test_questions_help_when_they_are_unfolded(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    enter(qtbot, page, "New goal…", "Share")
    assert not every(page, ProseInput, "How will you notice that it works?")
    fold = next(b for b in page.findChildren(QToolButton) if b.text() == "Questions that can help")
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(every(page, ProseInput, "How will you notice that it works?")[0], "They ask for it")
    page.flush()
    assert opened.portfolio.goals[0].measurable == "They ask for it"


def test_a_fourth_goal_is_refused_with_a_reason(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    for title in ("One", "Two", "Three"):
        enter(qtbot, page, "New goal…", title)
    assert any(text.startswith("There are three goals") for text in words(page))
    assert not every(page, NewLine, "New goal…")[0].isEnabled()
    qtbot.mouseClick(every(page, WordButton, "Remove this goal")[0], Qt.MouseButton.LeftButton)
    assert len(opened.portfolio.goals) == 2
    assert every(page, NewLine, "New goal…")[0].isEnabled()


def test_actions_say_what_when_and_who(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    enter(qtbot, page, "New goal…", "Share")
    enter(qtbot, page, "New action…", "Ask for 40 hours")
    qtbot.mouseClick(every(page, WordButton, "Who: School leaders")[0], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(every(page, DateInput, "When")[0], "1-12-2026")
    qtbot.keyClicks(every(page, TitleInput, "Support")[0], "timetable")
    page.flush()
    action = opened.portfolio.actions[0]
    assert action.goal_id == opened.portfolio.goals[0].id
    assert (action.what, action.due, action.actors, action.support) == (
        "Ask for 40 hours",
        "2026-12-01",
        ("leader",),
        "timetable",
    )


def test_who_else_is_asked_only_while_the_teacher_acts_alone(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    question = "Who else does something? Colleagues or school leaders can act too."
    enter(qtbot, page, "New goal…", "Share")
    assert question not in words(page)
    enter(qtbot, page, "New action…", "Do it")
    qtbot.mouseClick(every(page, WordButton, "Who: Teacher")[0], Qt.MouseButton.LeftButton)
    assert question in words(page)
    qtbot.mouseClick(every(page, WordButton, "Who: Colleagues")[0], Qt.MouseButton.LeftButton)
    assert question not in words(page)


def test_an_ambition_may_stand_by_itself_and_be_what_a_goal_is_for(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    enter(qtbot, page, "New ambition…", "Work in a museum")
    enter(qtbot, page, "New goal…", "Visit three museums")
    ambition = opened.portfolio.ambitions[0]
    assert "Stands by itself" in words(page)
    combo = every(page, Combo, "Ambition")[0]
    combo.setCurrentIndex(combo.findText("Work in a museum"))
    combo.activated.emit(combo.currentIndex())
    assert opened.portfolio.goals[0].ambition_id == ambition.id


def test_ambitions_read_as_a_way_from_cell_to_cell(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    page = shown(qtbot, editor(sample.portfolio("en")))
    texts = words(page)
    way = "From Developing education · School to Developing education · Beyond the school"
    assert any(text.startswith(way) for text in texts)
    assert any(text.startswith("Deepen it: Helping colleagues learn · One to one") for text in texts)
    assert any(text.startswith("Let it go") for text in texts)


def test_the_target_of_an_ambition_is_changed_here(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    opened = editor(sample.portfolio("en"))
    page = shown(qtbot, opened)
    wish = page.findChildren(Wish)[0]
    qtbot.mouseClick(wish.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    combo = every(wish, Combo, "Where to")[0]
    index = next(i for i in range(combo.count()) if combo.itemData(i) == Cell("collegas", "macro"))
    combo.activated.emit(index)
    assert opened.portfolio.ambitions[0].target == Cell("collegas", "macro")


def test_agreements_and_the_follow_up_are_typed(qtbot: QtBot, page: GoalsPage, opened: Editor) -> None:
    enter(qtbot, page, "New agreement…", "We both look at the timetable")
    qtbot.keyClicks(every(page, DateInput, "Follow-up date")[0], "15-2-2027")
    qtbot.keyClicks(every(page, TitleInput, "My question")[0], "What next?")
    page.flush()
    portfolio = opened.portfolio
    assert portfolio.agreements[0].text == "We both look at the timetable"
    assert (portfolio.follow_up, portfolio.question) == ("2027-02-15", "What next?")


def test_a_goal_keeps_its_place_and_caret_while_it_is_typed_in(
    qtbot: QtBot, page: GoalsPage, opened: Editor
) -> None:
    enter(qtbot, page, "New goal…", "One")
    card = page.findChild(GoalCard)
    title = every(page, TitleInput, "Goal")[0]
    title.moveCursor(title.textCursor().MoveOperation.Start)
    qtbot.keyClicks(title, "Number ")
    enter(qtbot, page, "New agreement…", "Something else happens")
    assert page.findChild(GoalCard) is card
    assert title.toPlainText() == "Number One"
    assert title.textCursor().position() == 7


def test_the_worst_texts_are_shown_as_text(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> None:
    page = shown(qtbot, editor(portfolios.worst()))
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert page.minimumSizeHint().width() < 900
