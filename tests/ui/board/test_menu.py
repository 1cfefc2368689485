"""Everything without dragging: the menu of a card."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from .conftest import GROUP, REGION, SCHOOL, OnScreen


def _menu(board: OnScreen, card_id: str) -> QMenu:
    board.focus(card_id)
    board.view.menu_requested.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _action(menu: QMenu, *path: str) -> QAction:
    action = next(action for action in menu.actions() if action.text() == path[0])
    below = action.menu()
    return _action(below, *path[1:]) if isinstance(below, QMenu) else action


def _choose(board: OnScreen, card_id: str, *path: str) -> None:
    menu = _menu(board, card_id)
    _action(menu, *path).trigger()
    menu.close()


def test_move_to_a_cell(board: OnScreen) -> None:
    _choose(board, "p1", "Move to", "Developing education", "Beyond the school")
    assert board.cell_of("p1") == REGION


def test_also_place_in_a_second_cell(board: OnScreen) -> None:
    _choose(board, "p0", "Also place in", "Developing education", "Beyond the school")
    assert {p.cell for p in board.portfolio.placements if p.activity_id == "a0"} == {GROUP, REGION}


def test_place_what_is_in_the_tray(board: OnScreen) -> None:
    _choose(board, "a3", "Place in", "Developing education", "Beyond the school")
    assert {p.cell for p in board.portfolio.placements if p.activity_id == "a3"} == {REGION}


@pytest.mark.parametrize(("words", "aside"), [("My own learning", "learning"), ("Off the board", "off")])
def test_set_aside(board: OnScreen, words: str, aside: str) -> None:
    _choose(board, "p1", words)
    assert next(a.aside for a in board.portfolio.activities if a.id == "a1") == aside


def test_take_off_the_board_takes_one_card(board: OnScreen) -> None:
    _choose(board, "p1", "Take off the board")
    assert {p.id for p in board.portfolio.placements} == {"p0", "p2", "p3"}


def test_status_energy_and_recognition(board: OnScreen) -> None:
    _choose(board, "p1", "Status", "want to explore")
    _choose(board, "p1", "Energy", "costs energy")
    _choose(board, "p1", "Recognised by", "by colleagues")
    _choose(board, "p1", "Recognised by", "formally")
    card = next(p for p in board.portfolio.placements if p.id == "p1")
    assert (card.status, card.energy, card.recognition) == ("exploring", "costs", ("colleagues", "formal"))
    _choose(board, "p1", "Recognised by", "not visible (yet)")
    _choose(board, "p1", "Energy", "costs energy")
    card = next(p for p in board.portfolio.placements if p.id == "p1")
    assert (card.energy, card.recognition) == ("", ("unseen",))


def test_draw_an_ambition_by_clicking_its_cell(board: OnScreen) -> None:
    _choose(board, "p1", "Draw an ambition to…")
    assert "Click the cell" in board.page.hint.text()
    board.click(board.at_place(REGION))
    (wish,) = board.portfolio.ambitions
    assert (wish.activity_id, wish.origin, wish.target) == ("a1", SCHOOL, REGION)
    assert board.cell_of("p1") == SCHOOL


def test_draw_an_ambition_to_the_same_cell_by_keyboard(board: OnScreen) -> None:
    _choose(board, "p1", "Draw an ambition to…")
    board.press(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert board.portfolio.ambitions[0].deepens


def test_let_go_and_remove(board: OnScreen) -> None:
    _choose(board, "p1", "Let go")
    assert board.portfolio.ambitions[0].lets_go
    _choose(board, "p1", "Remove")
    assert not any(a.id == "a1" for a in board.portfolio.activities)


def test_the_menu_key_opens_the_menu_of_the_current_card(board: OnScreen) -> None:
    board.focus("p1")
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(board.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert board.view.viewport().rect().contains(board.view.viewport().mapFromGlobal(menu.pos()))
    menu.close()
