"""Some cards stand out for a while, a path runs across the board, cards are laid as a try."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from coachapp.domain.portfolio import Activity, Placement
from coachapp.domain.values import Cell
from coachapp.ui import shapes, theme
from coachapp.ui.board.cards import Card
from coachapp.ui.board.emphasis import Emphasis
from coachapp.ui.board.signs import Sign
from tests.ui.board.conftest import GROUP, REGION, SCHOOL, OnScreen, Show

UP = Sign(shapes.energy_sign("gives"), "gives energy")
TRY = Card(
    "t0", Activity("ta", "What it would be"), Placement("t0", "ta", REGION, status="exploring"), tried=True
)


def painted(board: OnScreen) -> QImage:
    return board.view.viewport().grab().toImage()


def inks(board: OnScreen, card_id: str) -> set[str]:
    """The colours in a card."""
    image, rect = painted(board), board.view.scene.card_rect(board.card(card_id)).toRect()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(rect.left() + 20, rect.right() - 4)
        for y in range(rect.top() + 4, rect.bottom() - 4)
    }


def test_cards_that_are_not_meant_step_back_and_none_is_hidden(board: OnScreen) -> None:
    ink = theme.current().ink.lower()
    before = board.view.scene.layout
    board.view.emphasise(Emphasis({"p0": UP}))
    assert ink in inks(board, "p0")
    assert ink not in inks(board, "p1")
    assert theme.current().muted.lower() in inks(board, "p1"), "its words can still be read"
    assert set(board.view.scene.layout.cards) == set(before.cards)
    board.view.emphasise(None)
    assert ink in inks(board, "p1")


def test_the_board_keeps_its_form_while_what_stands_out_changes(board: OnScreen) -> None:
    places = dict(board.view.scene.layout.cards)
    board.view.emphasise(Emphasis({"p0": UP}))
    assert board.view.scene.layout.cards == places
    image = painted(board)
    board.view.emphasise(None)
    assert painted(board) != image


def test_a_card_that_stands_out_says_why_in_its_name(board: OnScreen) -> None:
    row = board.view.board.row_of("p1")
    assert "40 hours" not in board.view.board.name(row)
    board.view.emphasise(Emphasis({"p1": Sign(None, "40 hours"), "p0": UP}))
    assert board.view.board.name(row).endswith(", 40 hours")
    assert board.view.board.name(board.view.board.row_of("p0")).count("gives energy") == 1


def test_choosing_moving_and_undo_go_on_while_cards_stand_out(board: OnScreen) -> None:
    board.view.emphasise(Emphasis({"p0": UP}))
    board.drag(board.at_card("p1"), board.at_place(GROUP))
    assert board.cell_of("p1") == GROUP
    assert "p0" in board.view.board.emphasis.signs  # type: ignore[union-attr]


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.2])
def test_a_path_is_drawn_across_its_cells_and_goes_again(board: OnScreen, zoom: float) -> None:
    board.view.set_zoom(zoom)
    plain = painted(board)
    board.view.show_trail((GROUP, SCHOOL, Cell("supra", "nowhere")))
    assert painted(board) != plain
    board.view.show_trail(())
    assert painted(board) == plain


def test_a_try_lies_on_the_board_as_a_dashed_card_and_says_what_it_is(board: OnScreen) -> None:
    plain = board.portfolio
    board.view.try_out((TRY,))
    assert board.view.scene.card_rect(TRY).isValid()
    said = board.view.board.name(board.view.board.row_of("t0"))
    assert said == "What it would be, Developing education, Beyond the school, what if, in no file"
    assert board.portfolio is plain
    assert board.view.board.name(board.view.board.row_of(REGION)).endswith("Beyond the school, empty")
    board.view.try_out(())
    assert board.view.board.row_of("t0") == -1


def test_a_try_stays_while_the_portfolio_changes(board: OnScreen) -> None:
    board.view.try_out((TRY,))
    board.drag(board.at_card("p1"), board.at_place(GROUP))
    assert board.view.board.row_of("t0") >= 0
    board.undone()
    assert board.view.board.row_of("t0") >= 0


def test_a_try_is_not_picked_up_moved_or_removed(board: OnScreen) -> None:
    board.view.try_out((TRY,))
    before, complaints = board.portfolio, []
    board.editor.failed.connect(complaints.append)
    board.drag(board.at_card("t0"), board.at_place(GROUP))
    board.click(board.at_card("t0"))
    board.click(board.at_card("t0"))
    assert board.view.hand.held is None
    board.focus("t0")
    board.press(Qt.Key.Key_Space)
    assert board.view.hand.held is None
    board.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert board.portfolio is before
    assert not board.view.chosen_cards()
    assert not complaints, "nobody is told off for it"


def test_a_screen_reader_comes_by_a_try(board: OnScreen) -> None:
    board.view.try_out((TRY,))
    board.focus(REGION)
    board.press(Qt.Key.Key_Down)
    interface = QAccessible.queryAccessibleInterface(board.view)
    child = interface.child(board.view.currentIndex().row())
    assert "what if" in child.text(QAccessible.Text.Name)


def test_the_whole_few_can_stand_out_at_once(show: Show) -> None:
    board = show()
    board.view.emphasise(Emphasis({f"p{n}": UP for n in range(4)}))
    assert all(theme.current().ink.lower() in inks(board, f"p{n}") for n in range(4))
