"""Cards by mouse, finger and pen."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.ui.board.hand import PICKED

from .conftest import GROUP, REGION, SCHOOL, OnScreen, Show

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(scope="session")
def pen() -> QPointingDevice:
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    kind, tip = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen
    return QPointingDevice("pen", 77, kind, tip, can, 1, 1)


def _pick_up(board: OnScreen, card_id: str) -> None:
    """A card that lies in a cell: the first click chooses it, the second picks it up."""
    board.click(board.at_card(card_id))
    board.click(board.at_card(card_id))


def test_a_card_dragged_to_a_cell_lies_there_and_comes_back_with_one_undo(board: OnScreen) -> None:
    board.drag(board.at_card("p1"), board.at_place(REGION))
    assert board.cell_of("p1") == REGION
    assert board.portfolio.placements[1].placed_on
    board.undone()
    assert board.cell_of("p1") == SCHOOL


def test_a_card_from_the_tray_is_placed_by_dragging(board: OnScreen) -> None:
    board.drag(board.at_card("a3"), board.at_place(GROUP))
    assert [p.cell for p in board.portfolio.placements if p.activity_id == "a3"] == [GROUP]


def test_dragging_with_ctrl_lays_the_activity_in_a_second_cell(board: OnScreen) -> None:
    start, end = board.at_card("p0"), board.at_place(REGION)
    view, left = board.view, Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    board.view.pointer.move(QPointF(start + QPoint(30, 30)), _CTRL)
    board.view.pointer.move(QPointF(end), _CTRL)
    assert board.view.drag.copies
    QTest.mouseRelease(view.viewport(), left, _CTRL, end)
    assert {p.cell for p in board.portfolio.placements if p.activity_id == "a0"} == {GROUP, REGION}


def test_a_card_dragged_to_own_learning_leaves_the_board(board: OnScreen) -> None:
    board.drag(board.at_card("p0"), board.at_place("learning"))
    assert next(a for a in board.portfolio.activities if a.id == "a0").aside == "learning"
    assert not [p for p in board.portfolio.placements if p.activity_id == "a0"]


def test_a_card_in_two_cells_dragged_to_the_tray_keeps_its_other_cell(board: OnScreen) -> None:
    board.drag(board.at_card("p1"), board.at_place(""))
    assert [p.id for p in board.portfolio.placements if p.activity_id == "a1"] == ["p3"]


def test_a_card_clicked_to_read_it_stays_when_a_cell_is_clicked_next(board: OnScreen) -> None:
    board.click(board.at_card("p1"))
    assert [card.id for card in board.view.chosen_cards()] == ["p1"]
    assert board.page.hint.text().startswith("Click it again or press Space to pick it up")
    board.click(board.at_place(REGION))
    assert board.cell_of("p1") == SCHOOL
    assert board.view.place_now() == REGION
    assert "Click it again" not in board.page.hint.text()


def test_a_card_in_a_cell_clicked_twice_then_a_cell_moves_it(board: OnScreen) -> None:
    _pick_up(board, "p1")
    assert board.view.hand.is_(PICKED)
    assert "Leerlijn onderzoeken" in board.page.hint.text()
    board.click(board.at_place(REGION))
    assert board.cell_of("p1") == REGION
    assert [card.id for card in board.view.chosen_cards()] == ["p1"]


def test_the_card_placed_from_the_tray_stays_chosen(board: OnScreen) -> None:
    board.click(board.at_card("a3"))
    board.click(board.at_place(REGION))
    assert [card.activity.id for card in board.view.chosen_cards()] == ["a3"]


def test_a_third_click_on_the_same_card_leaves_it(board: OnScreen) -> None:
    _pick_up(board, "p1")
    board.click(board.at_card("p1"))
    assert board.view.hand.held is None
    assert [card.id for card in board.view.chosen_cards()] == ["p1"]


def test_a_second_click_on_a_card_beside_the_board_leaves_it(board: OnScreen) -> None:
    board.click(board.at_card("a3"))
    assert board.view.hand.is_(PICKED)
    board.click(board.at_card("a3"))
    assert board.view.hand.held is None
    assert [card.id for card in board.view.chosen_cards()] == ["a3"]


def test_one_of_several_chosen_cards_clicked_again_picks_all_of_them_up(board: OnScreen) -> None:
    board.click(board.at_card("p0"))
    board.click(board.at_card("p1"), _CTRL)
    assert board.view.hand.held is None
    board.click(board.at_card("p1"))
    board.click(board.at_place(REGION))
    assert (board.cell_of("p0"), board.cell_of("p1")) == (REGION, REGION)


def test_esc_drops_what_was_picked_and_a_click_then_shows_the_cell(board: OnScreen) -> None:
    _pick_up(board, "p1")
    board.press(Qt.Key.Key_Escape)
    board.click(board.at_place(REGION))
    assert board.cell_of("p1") == SCHOOL
    assert board.view.place_now() == REGION


def test_clicking_the_cell_a_picked_card_lies_in_shows_that_cell(board: OnScreen) -> None:
    _pick_up(board, "p1")
    board.click(board.at_place(SCHOOL))
    assert board.view.hand.held is None
    assert board.view.place_now() == SCHOOL


def test_several_cards_move_together_as_one_step(board: OnScreen) -> None:
    board.click(board.at_card("p0"))
    board.click(board.at_card("p1"), _CTRL)
    board.drag(board.at_card("p1"), board.at_place(REGION))
    assert (board.cell_of("p0"), board.cell_of("p1")) == (REGION, REGION)
    board.undone()
    assert (board.cell_of("p0"), board.cell_of("p1")) == (GROUP, SCHOOL)


def test_shift_click_chooses_all_between(board: OnScreen) -> None:
    board.page.view.activity_requested.emit("Mentoraat", GROUP)
    board.page.view.activity_requested.emit("Toezicht", GROUP)
    cards = board.view.board.cards_in(GROUP)
    board.click(board.at_card(cards[0].id))
    board.click(board.at_card(cards[2].id), _SHIFT)
    assert board.view.chosen_cards() == cards


def test_esc_during_a_drag_leaves_the_card(board: OnScreen) -> None:
    start = board.at_card("p1")
    QTest.mousePress(board.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    board.view.pointer.move(QPointF(board.at_place(REGION)), Qt.KeyboardModifier.NoModifier)
    assert board.view.pointer.is_dragging
    board.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(board.view.viewport(), Qt.MouseButton.LeftButton, pos=board.at_place(REGION))
    assert board.cell_of("p1") == SCHOOL
    assert board.view.hand.held is None


def test_loss_of_focus_during_a_drag_leaves_the_card(board: OnScreen) -> None:
    QTest.mousePress(board.view.viewport(), Qt.MouseButton.LeftButton, pos=board.at_card("p1"))
    board.view.pointer.move(QPointF(board.at_place(REGION)), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(
        board.view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    )
    QTest.mouseRelease(board.view.viewport(), Qt.MouseButton.LeftButton, pos=board.at_place(REGION))
    assert board.cell_of("p1") == SCHOOL


def test_a_finger_drags_a_card(board: OnScreen, finger: QPointingDevice) -> None:
    _touch(board, finger, board.at_card("p1"), board.at_place(REGION))
    assert board.cell_of("p1") == REGION


def test_a_second_finger_cancels_the_drag(board: OnScreen, finger: QPointingDevice) -> None:
    window, viewport = board.page.windowHandle(), board.view.viewport()
    start, end = (viewport.mapTo(board.page, at) for at in (board.at_card("p1"), board.at_place(REGION)))
    QTest.touchEvent(window, finger).press(0, start, window).commit()
    QTest.touchEvent(window, finger).move(0, end, window).commit()
    QTest.touchEvent(window, finger).stationary(0).press(1, start, window).commit()
    QTest.touchEvent(window, finger).release(0, end, window).release(1, start, window).commit()
    assert board.cell_of("p1") == SCHOOL


def test_two_fingers_zoom(board: OnScreen, finger: QPointingDevice) -> None:
    window, at = board.page.windowHandle(), board.view.viewport().mapTo(board.page, board.at_place(SCHOOL))
    first, second = at - QPoint(40, 0), at + QPoint(40, 0)
    QTest.touchEvent(window, finger).press(0, first, window).press(1, second, window).commit()
    QTest.touchEvent(window, finger).move(0, first - QPoint(40, 0), window).move(1, second, window).commit()
    QTest.touchEvent(window, finger).release(0, first - QPoint(40, 0), window).release(
        1, second, window
    ).commit()
    assert board.page.toolbar.zoom.factor == pytest.approx(1.5)


def test_a_pen_drags_a_card(board: OnScreen, pen: QPointingDevice) -> None:
    start, end = board.at_card("p1"), board.at_place(REGION)
    _pen(board, pen, QEvent.Type.TabletPress, start)
    for step in range(1, 5):
        _pen(board, pen, QEvent.Type.TabletMove, start + (end - start) * step / 4)
    _pen(board, pen, QEvent.Type.TabletRelease, end)
    assert board.cell_of("p1") == REGION


def test_a_board_from_right_to_left_has_the_tray_at_the_right_and_takes_drags(
    show: Show, qtbot: QtBot
) -> None:
    board = show()
    board.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert board.at_place("").x() > board.at_place(GROUP).x() > board.at_place(REGION).x()
    board.drag(board.at_card("p1"), board.at_place(REGION))
    assert board.cell_of("p1") == REGION


def test_nothing_moves_on_a_board_that_is_only_read(show: Show) -> None:
    board = show(read_only=True)
    before, refused = board.portfolio, list[str]()
    board.editor.failed.connect(refused.append)
    board.drag(board.at_card("p1"), board.at_place(REGION))
    board.click(board.at_card("p1"))
    board.press(Qt.Key.Key_Delete)
    board.press(Qt.Key.Key_Space)
    board.click(board.at_place(REGION))
    assert board.view.hand.held is None
    assert board.portfolio is before
    assert refused == []  # nothing was even tried
    assert not board.view.entries.tray.isVisible()


def test_a_card_flies_to_where_it_was_laid(show: Show, qtbot: QtBot) -> None:
    board = show(reduced_motion=False)
    _pick_up(board, "p1")
    board.click(board.at_place(REGION))
    assert board.view.unpainted() == {"p1"}
    qtbot.waitUntil(lambda: not board.view.unpainted(), timeout=2000)


def test_who_wants_less_motion_sees_it_there_at_once(show: Show) -> None:
    board = show(reduced_motion=True)
    _pick_up(board, "p1")
    board.click(board.at_place(REGION))
    assert board.view.unpainted() == frozenset()


def _touch(board: OnScreen, finger: QPointingDevice, start: QPoint, end: QPoint) -> None:
    window, viewport = board.page.windowHandle(), board.view.viewport()
    start, end = viewport.mapTo(board.page, start), viewport.mapTo(board.page, end)
    QTest.touchEvent(window, finger).press(0, start, window).commit()
    for step in range(1, 6):
        QTest.touchEvent(window, finger).move(0, start + (end - start) * step / 5, window).commit()
    QTest.touchEvent(window, finger).release(0, end, window).commit()


def _pen(board: OnScreen, pen: QPointingDevice, kind: QEvent.Type, at: QPoint) -> None:
    viewport, left, none = board.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, on_screen = QPointF(at), QPointF(viewport.mapToGlobal(at))
    event = QTabletEvent(kind, pen, place, on_screen, 0.6, 0, 0, 0, 0, 0, none, left, left)
    QApplication.sendEvent(viewport, event)
    assert event.isAccepted()
