"""The board by keyboard alone, and what is said on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain.values import Cell

from .conftest import GROUP, REGION, SCHOOL, OnScreen, Show

_CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_space_picks_up_arrows_choose_and_space_lays_down(board: OnScreen) -> None:
    board.focus("p1")
    board.press(Key.Key_Space, Key.Key_Right, Key.Key_Space)
    assert board.cell_of("p1") == REGION
    assert board.said[0].startswith("Picked up: Leerlijn onderzoeken.")
    assert "Developing education" in board.said[1] or "ontwikkelen" in board.said[1]
    assert board.said[-1].startswith("Laid in")


def test_esc_leaves_what_was_picked_up(board: OnScreen) -> None:
    board.focus("p1")
    board.press(Key.Key_Space, Key.Key_Up, Key.Key_Escape)
    assert board.cell_of("p1") == SCHOOL
    assert board.said[-1] == "Left where it was."


def test_a_card_goes_by_keyboard_from_the_tray_to_a_cell_and_back(board: OnScreen) -> None:
    board.focus("a3")
    board.press(Key.Key_Space, Key.Key_Right, Key.Key_Return)
    first = board.portfolio.framework.board[0]
    placed = next(p for p in board.portfolio.placements if p.activity_id == "a3")
    assert placed.cell == first
    board.press(Key.Key_Space, Key.Key_Left, Key.Key_Space)
    assert not any(p.activity_id == "a3" for p in board.portfolio.placements)


def test_right_to_left_the_left_arrow_goes_to_the_next_level(board: OnScreen) -> None:
    board.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    board.focus("p1")
    board.press(Key.Key_Space, Key.Key_Left, Key.Key_Space)
    assert board.cell_of("p1") == REGION


def test_arrows_go_from_card_to_card_and_ctrl_from_cell_to_cell(board: OnScreen) -> None:
    board.view.activity_requested.emit("Mentoraat", GROUP)
    first, second = sorted(card.id for card in board.view.board.cards_in(GROUP))
    board.focus(GROUP)
    keys = []
    for key, modifiers in (
        (Key.Key_Down, None),
        (Key.Key_Down, None),
        (Key.Key_Up, None),
        (Key.Key_Up, None),
    ):
        board.press(key, **({} if modifiers is None else {"modifiers": modifiers}))
        keys.append(board.view.current_key())
    assert keys == [first, second, first, GROUP]
    board.focus(first)
    board.press(Key.Key_Right, modifiers=_CTRL)
    assert board.view.current_key() == Cell("leren", "meso")


def test_home_and_end_go_to_the_first_and_last_cell(board: OnScreen) -> None:
    cells = board.portfolio.framework.board
    board.focus(SCHOOL)
    board.press(Key.Key_End)
    assert board.view.current_key() == cells[-1]
    board.press(Key.Key_Home)
    assert board.view.current_key() == cells[0]


def test_typing_in_a_cell_and_enter_adds_an_activity_there(board: OnScreen, qtbot: QtBot) -> None:
    board.focus(REGION)
    board.press(Key.Key_D)
    line = board.view.entries.cell
    assert line.isVisible()
    assert line.text().lower() == "d"
    qtbot.keyClicks(line, "OT biologie")
    qtbot.keyClick(line, Key.Key_Return)
    added = next(a for a in board.portfolio.activities if "OT biologie" in a.title)
    assert [p.cell for p in board.portfolio.placements if p.activity_id == added.id] == [REGION]
    assert line.isVisible()
    qtbot.keyClick(line, Key.Key_Escape)
    assert not line.isVisible()


def test_typing_in_the_tray_and_enter_adds_an_activity_to_place(board: OnScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(board.view.entries.tray, "Natuurclub")
    qtbot.keyClick(board.view.entries.tray, Key.Key_Return)
    assert [card.activity.title for card in board.view.board.cards_in("")] == ["Natuurclub", "Proefles"]


def test_nothing_but_spaces_adds_nothing(board: OnScreen, qtbot: QtBot) -> None:
    before = board.portfolio
    qtbot.keyClicks(board.view.entries.tray, "   ")
    qtbot.keyClick(board.view.entries.tray, Key.Key_Return)
    assert board.portfolio is before


@pytest.mark.parametrize("where", ["view", "tray"])
def test_several_pasted_lines_ask_for_the_import_assistant(board: OnScreen, qtbot: QtBot, where: str) -> None:
    QGuiApplication.clipboard().setText("Lesgeven\t800\nMentoraat\t60\n")
    target = board.view if where == "view" else board.view.entries.tray
    with qtbot.waitSignal(board.page.import_requested) as asked:
        QTest.keyClick(target, Key.Key_V, _CTRL)
    assert asked.args == ["Lesgeven\t800\nMentoraat\t60\n"]


def test_delete_removes_the_activity_and_undo_brings_it_back(board: OnScreen) -> None:
    board.focus("p1")
    board.press(Key.Key_Delete)
    assert not any(a.id == "a1" for a in board.portfolio.activities)
    assert len(board.undone().placements) == 4


def test_who_takes_back_a_card_stays_where_it_lay(board: OnScreen) -> None:
    card = board.portfolio.placements[-1]
    board.focus(card.id)
    board.press(Key.Key_Delete)
    assert board.view.current_key() == card.cell
    assert not board.view.chosen_cards()


def test_ctrl_f_finds_and_esc_shows_all_again(board: OnScreen, qtbot: QtBot) -> None:
    board.press(Key.Key_F, modifiers=_CTRL)
    finder = board.page.toolbar.finder
    qtbot.waitUntil(finder.hasFocus)
    qtbot.keyClicks(finder, "leerlijn")
    assert {
        card.activity.id for row in range(board.view.board.rowCount()) if (card := board.view.board.card(row))
    } == {"a1"}
    qtbot.keyClick(finder, Key.Key_Escape)
    assert board.view.board.rowCount() == 3 + 16 + 6


def test_enter_goes_from_the_find_field_to_the_first_card_found(board: OnScreen, qtbot: QtBot) -> None:
    board.press(Key.Key_F, modifiers=_CTRL)
    finder = board.page.toolbar.finder
    qtbot.keyClicks(finder, "leerlijn")
    qtbot.keyClick(finder, Key.Key_Return)
    assert board.view.hasFocus()
    assert [card.activity.id for card in board.view.chosen_cards()] == ["a1"]


def test_finding_keeps_the_current_card_if_it_is_among_the_found(board: OnScreen) -> None:
    board.focus("p1")
    board.page.toolbar.finder.setText("leerlijn")
    assert board.view.current_key() == "p1"
    assert [card.id for card in board.view.chosen_cards()] == ["p1"]


@pytest.mark.parametrize(("key", "factor"), [(Key.Key_Plus, 1.15), (Key.Key_Minus, 1 / 1.15)])
def test_ctrl_plus_and_minus_zoom_and_ctrl_0_goes_back(board: OnScreen, key: Key, factor: float) -> None:
    board.press(key, modifiers=_CTRL)
    assert board.view.zoom == pytest.approx(factor)
    board.press(Key.Key_0, modifiers=_CTRL)
    assert board.view.zoom == 1.0


def test_shift_and_an_arrow_choose_several(show: Show) -> None:
    board = show()
    board.view.activity_requested.emit("Mentoraat", GROUP)
    cards = board.view.board.cards_in(GROUP)
    board.focus(cards[0].id)
    board.press(Key.Key_Down, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert board.view.chosen_cards() == cards


def test_the_tray_opens_when_the_keys_come_to_it(board: OnScreen) -> None:
    first, tray = board.portfolio.framework.board[0], board.page.toolbar.tray
    board.focus(first)
    tray.setChecked(False)
    board.press(Key.Key_Left, modifiers=_CTRL)
    assert tray.isChecked()
    assert board.view.place_now() == ""
    assert board.view.viewport().rect().intersects(board.view.visualRect(board.view.currentIndex()))


def test_the_tray_opens_when_a_key_does_something_there(board: OnScreen) -> None:
    board.focus("learning")
    board.page.toolbar.tray.setChecked(False)
    board.press(Key.Key_D)
    assert board.page.toolbar.tray.isChecked()
    assert board.view.viewport().rect().contains(board.view.entries.cell.geometry())


def test_the_tray_opens_when_a_card_is_carried_to_it(board: OnScreen) -> None:
    board.page.toolbar.tray.setChecked(False)
    board.focus("p0")
    board.press(Key.Key_Space, Key.Key_Left, Key.Key_Left)
    assert board.view.hand.target == ""
    assert board.page.toolbar.tray.isChecked()
