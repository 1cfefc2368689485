"""What a click on the board does: choose, pick up, lay down, open."""

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, Qt

from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card
from coachapp.ui.board.hand import AIMING, PICKED
from coachapp.ui.board.table import Table

_Flag = QItemSelectionModel.SelectionFlag


def click(table: Table, at: QPointF, modifiers: Qt.KeyboardModifier, *, again: bool) -> None:
    """A card is chosen or picked up; a cell gets what is picked up, or else is chosen itself.

    `again`: the card was chosen before it was clicked.
    """
    scene, hand = table.scene, table.hand
    place, card, more = scene.place_at(at), scene.card_at(at), scene.more_at(at)
    if hand.is_(AIMING):
        if isinstance(place, Cell):
            hand.lay(place)
    elif card:
        _click_card(table, card, at, modifiers, again=again)
    elif hand.held and place is not None and any(held.place != place for held in hand.held.cards):
        hand.lay(place)
    elif more is not None:
        table.more_requested.emit(more)
    else:
        hand.let_go()
        table.go_to(place)


def _click_card(
    table: Table, card: Card, at: QPointF, modifiers: Qt.KeyboardModifier, *, again: bool
) -> None:
    """From beside the board it is picked up at once; one that lies in a cell may only be read."""
    picked = table.hand.is_(PICKED)
    lifts = again and not modifiers and not picked
    if not lifts:
        _choose(table, card, at, modifiers)
    cards = table.chosen_cards()
    leaves = picked and again and not modifiers
    if leaves or table.read_only or not (lifts or all(card.placement is None for card in cards)):
        table.hand.let_go()
    else:
        table.hand.take(PICKED, cards)


def _choose(table: Table, card: Card, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        start = table.visualRect(table.currentIndex()).center()
        table.setSelection(QRect(start, at.toPoint()), _Flag.ClearAndSelect)
    elif modifiers & Qt.KeyboardModifier.ControlModifier:
        table.selectionModel().setCurrentIndex(table.board.at(card.id), _Flag.Toggle)
    else:
        table.selectionModel().setCurrentIndex(table.board.at(card.id), _Flag.ClearAndSelect)
