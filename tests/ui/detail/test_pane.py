"""The pane beside the board, with the made-up teacher in it."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.insight import cells_of
from coachapp.domain.portfolio import Activity, Ambition, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.text import DateInput, ProseInput, TitleInput
from coachapp.ui.settings import Settings

W = TypeVar("W", bound=QWidget)
B = TypeVar("B", bound=QPushButton)
SCHOOL = Cell("ontwikkelen", "meso")


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(sample.portfolio("en"))


@pytest.fixture
def pane(qtbot: QtBot, opened: Editor) -> DetailPane:
    pane = DetailPane(opened, Settings())
    qtbot.addWidget(pane)
    pane.resize(360, 800)
    pane.show()
    return pane


def named(pane: QWidget, kind: type[W], name: str) -> W:
    found = [w for w in pane.findChildren(kind) if w.accessibleName() == name and w.isVisibleTo(pane)]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def test_words_can_be_read_without_choosing_anything(pane: DetailPane) -> None:
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Choose a card, cell or row to read about it here."]


def test_a_click_on_a_word_sets_the_status_of_this_card(
    qtbot: QtBot, pane: DetailPane, opened: Editor
) -> None:
    placement = opened.portfolio.placements[0]
    pane.show_cards((placement.id,))
    qtbot.mouseClick(named(pane, WordButton, "Status: Phasing out"), Qt.MouseButton.LeftButton)
    assert opened.portfolio.placements[0].status == "leaving"
    assert opened.document.undo_label.startswith("Status – “")


def test_energy_can_be_taken_back_with_a_second_click(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    placement = next(p for p in opened.portfolio.placements if p.energy == "gives")
    pane.show_cards((placement.id,))
    qtbot.mouseClick(named(pane, WordButton, "Energy: Gives energy"), Qt.MouseButton.LeftButton)
    assert next(p for p in opened.portfolio.placements if p.id == placement.id).energy == ""


def test_typing_a_description_is_one_step_to_undo(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    activity = opened.portfolio.activities[0]
    pane.show_cards((placed(opened, activity).id,))
    before = opened.portfolio
    text = named(pane, ProseInput, "Description")
    text.selectAll()
    for part in ("Half a sentence", " and the rest."):
        qtbot.keyClicks(text, part)
        text.commit()
    assert title_of(opened, activity.id).description == "Half a sentence and the rest."
    opened.undo()
    assert opened.portfolio == before
    assert text.toPlainText() == activity.description


def test_what_is_typed_is_kept_when_another_card_is_chosen(
    qtbot: QtBot, pane: DetailPane, opened: Editor
) -> None:
    first, second = opened.portfolio.activities[:2]
    pane.show_cards((placed(opened, first).id,))
    title = named(pane, TitleInput, "Activity")
    title.selectAll()
    qtbot.keyClicks(title, "Renamed in passing")
    pane.show_cards((placed(opened, second).id,))
    assert title_of(opened, first.id).title == "Renamed in passing"
    assert title_of(opened, second.id).title == second.title
    assert title.toPlainText() == second.title


def test_an_empty_title_stays_with_a_plain_request(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    activity = opened.portfolio.activities[0]
    pane.show_cards((placed(opened, activity).id,))
    title = named(pane, TitleInput, "Activity")
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    pane.flush()
    assert title_of(opened, activity.id).title == activity.title
    assert "Type at least one letter or number." in [
        label.text() for label in pane.findChildren(QLabel) if label.isVisible()
    ]


def test_typing_is_not_disturbed_by_a_change_elsewhere(
    qtbot: QtBot, pane: DetailPane, opened: Editor
) -> None:
    first, second = opened.portfolio.activities[:2]
    pane.show_cards((placed(opened, first).id,))
    title = named(pane, TitleInput, "Activity")
    title.moveCursor(title.textCursor().MoveOperation.Start)
    qtbot.keyClicks(title, "New ")
    opened.apply("elsewhere", edits.change(Activity, (second.id,), title="Other"))
    assert title.toPlainText() == f"New {first.title}"
    assert title.textCursor().position() == 4


def test_dates_are_understood_as_people_type_them(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    placement = opened.portfolio.placements[0]
    pane.show_cards((placement.id,))
    qtbot.mouseClick(pane.findChild(QToolButton), Qt.MouseButton.LeftButton)
    since = named(pane, DateInput, "Since")
    since.selectAll()
    qtbot.keyClicks(since, "31-8-2026")
    pane.flush()
    assert opened.portfolio.placements[0].since == "2026-08-31"
    assert since.text() == "31 Aug 2026"


def test_a_card_is_also_placed_in_a_second_cell_and_taken_off_again(
    qtbot: QtBot, pane: DetailPane, opened: Editor
) -> None:
    activity = next(a for a in opened.portfolio.activities if len(cells_of(opened.portfolio, a.id)) == 1)
    pane.show_cards((placed(opened, activity).id,))
    choose(named(pane, Combo, "Also place in…"), Cell("leren", "macro"))
    assert Cell("leren", "macro") in cells_of(opened.portfolio, activity.id)
    name = "Take off Helping students learn · Beyond the school"
    QApplication.processEvents()
    qtbot.mouseClick(named(pane, QPushButton, name), Qt.MouseButton.LeftButton)
    assert Cell("leren", "macro") not in cells_of(opened.portfolio, activity.id)


def test_an_activity_is_set_aside_as_own_learning(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    activity = opened.portfolio.activities[0]
    pane.show_cards((placed(opened, activity).id,))
    name = "Where it lies: My own learning"
    qtbot.mouseClick(named(pane, WordButton, name), Qt.MouseButton.LeftButton)
    assert title_of(opened, activity.id).aside == "learning"
    assert cells_of(opened.portfolio, activity.id) == ()


def test_ambitions_go_elsewhere_deepen_or_let_go(pane: DetailPane, opened: Editor) -> None:
    taken = {a.activity_id for a in opened.portfolio.ambitions}
    placement = next(p for p in opened.portfolio.placements if p.activity_id not in taken)
    pane.show_cards((placement.id,))
    for target in (Cell("collegas", "macro"), placement.cell, None):
        choose(named(pane, Combo, "Draw an ambition…"), target)
    drawn = [a for a in opened.portfolio.ambitions if a.activity_id == placement.activity_id]
    assert [a.target for a in drawn] == [Cell("collegas", "macro"), placement.cell, None]
    assert drawn[1].deepens
    assert drawn[2].lets_go


def test_pointing_out_an_ambition_asks_the_board(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    pane.show_cell(SCHOOL)
    with qtbot.waitSignal(pane.ambition_requested) as asked:
        button = next(b for b in pane.findChildren(QPushButton) if b.text() == "Point it out on the board")
        qtbot.mouseClick(visible(pane, QPushButton, button.text()), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert isinstance(asked.args[0], Ambition)
    assert asked.args[0].origin == SCHOOL
    assert asked.args[0].target is None


def test_an_example_becomes_an_activity_in_that_cell_in_one_step(
    qtbot: QtBot, pane: DetailPane, opened: Editor
) -> None:
    before = opened.portfolio
    pane.show_cell(SCHOOL)
    example = str(before.framework.examples(SCHOOL)[0].text)
    button = named(pane, WordButton, f"I do this too: {example}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    added = opened.portfolio.activities[-1]
    assert added.title == example.removesuffix(".")
    assert cells_of(opened.portfolio, added.id) == (SCHOOL,)
    assert button.text() == "This lies here"
    assert not button.isEnabled()
    opened.undo()
    assert opened.portfolio == before
    assert button.isEnabled()


def test_a_cell_leads_to_what_lies_beside_it(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_cell(SCHOOL)
    with qtbot.waitSignal(pane.cell_requested) as asked:
        qtbot.mouseClick(
            named(pane, WordButton, "Helping students learn · School"), Qt.MouseButton.LeftButton
        )
    assert asked.args == [Cell("leren", "meso")]


def test_several_cards_get_an_energy_at_once(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    ids = [placement.id for placement in opened.portfolio.placements[:3]]
    pane.show_cards(ids)
    qtbot.mouseClick(named(pane, WordButton, "Energy: Neutral"), Qt.MouseButton.LeftButton)
    assert [p.energy for p in opened.portfolio.placements[:3]] == ["neutral"] * 3
    assert opened.document.undo_label == "Energy – “3 activities”"


def test_a_removed_card_leaves_the_pane(qtbot: QtBot, pane: DetailPane, opened: Editor) -> None:
    activity = opened.portfolio.activities[0]
    pane.show_cards((placed(opened, activity).id,))
    qtbot.mouseClick(visible(pane, QPushButton, "Remove"), Qt.MouseButton.LeftButton)
    assert activity.id not in {a.id for a in opened.portfolio.activities}
    test_words_can_be_read_without_choosing_anything(pane)


def test_nothing_can_be_changed_in_a_portfolio_that_is_only_read(qtbot: QtBot, opened: Editor) -> None:
    opened.read_only = True
    pane = DetailPane(opened, Settings())
    qtbot.addWidget(pane)
    pane.show()
    pane.show_cards((opened.portfolio.placements[0].id,))
    assert not named(pane, TitleInput, "Activity").isEnabled()
    assert not named(pane, WordButton, "Status: Phasing out").isEnabled()


def placed(opened: Editor, activity: Activity) -> Placement:
    return next(p for p in opened.portfolio.placements if p.activity_id == activity.id)


def title_of(opened: Editor, activity_id: str) -> Activity:
    return next(a for a in opened.portfolio.activities if a.id == activity_id)


def choose(combo: Combo, value: object) -> None:
    index = next(i for i in range(combo.count()) if combo.itemData(i) == value)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def visible(pane: QWidget, kind: type[B], text: str) -> B:
    return next(b for b in pane.findChildren(kind) if b.text() == text and b.isVisible())
