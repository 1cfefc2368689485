"""The board by keyboard: pick up, choose a place, lay down; type into a cell; remove."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.board.cards import Place
from coachapp.ui.board.hand import CARRIED
from coachapp.ui.board.names import place_title
from coachapp.ui.board.neighbours import beside
from coachapp.ui.board.table import Table

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def press(table: Table, event: QKeyEvent) -> bool:
    """Whether the key meant something here; else it is the item view's own."""
    if table.hand.held:
        return _with_full_hand(table, event)
    if event.matches(QKeySequence.StandardKey.Copy):
        QGuiApplication.clipboard().setText("\n".join(card.activity.title for card in table.chosen_cards()))
        return True
    if table.read_only:
        return False
    return _with_empty_hand(table, event)


def _with_empty_hand(table: Table, event: QKeyEvent) -> bool:
    card, key = table.board.card(table.currentIndex().row()), event.key()
    plain = event.modifiers() in _PLAIN
    if event.matches(QKeySequence.StandardKey.Paste):
        table.paste(QGuiApplication.clipboard().text())
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and table.chosen_cards():
        table.remove_requested.emit()
    elif key == Qt.Key.Key_Space and plain and card:
        _pick_up(table)
    elif key in _ENTER and card:
        table.open_requested.emit()
    elif plain and not card and table.currentIndex().isValid() and (key in _ENTER or _is_letter(event)):
        table.type_into(table.board.place(table.currentIndex().row()), "" if key in _ENTER else event.text())
    else:
        return False
    return True


def _is_letter(event: QKeyEvent) -> bool:
    return bool(event.text().strip()) and event.text().isprintable()


def _pick_up(table: Table) -> None:
    current = table.board.card(table.currentIndex().row())
    cards = [card for card in table.chosen_cards() or [current] if card and not card.tried]
    if not cards:
        return
    table.hand.take(CARRIED, cards)
    table.hand.over(cards[0].place)
    titles = ngettext("Picked up: {title}.", "Picked up: {count} cards.", len(cards))
    said = titles.format(title=cards[0].activity.title, count=len(cards))
    table.say(said + " " + _("Arrow keys choose a cell, Space lays it there, Esc leaves it."))


def _with_full_hand(table: Table, event: QKeyEvent) -> bool:
    key, hand = event.key(), table.hand
    if key in _ARROWS:
        _choose(table, *_ARROWS[Qt.Key(key)])
    elif key in (*_ENTER, Qt.Key.Key_Space) and hand.target is not None:
        place = hand.target
        hand.lay(place)
        table.say(_("Laid in {cell}.").format(cell=place_title(table.board.portfolio.framework, place)))
    elif key == Qt.Key.Key_Escape:
        table.cancel()
        table.say(_("Left where it was."))
    else:
        return key in (*_ENTER, Qt.Key.Key_Space)
    return True


def _choose(table: Table, across: int, down: int) -> None:
    """The place one step on from the chosen one becomes the one to lay in."""
    hand, framework = table.hand, table.board.portfolio.framework
    across = -across if table.isRightToLeft() else across
    roles = [role.id for role in framework.roles]
    levels = [level.id for level in framework.shown_levels]
    place = beside(_from(table), across, down, roles, levels)
    hand.over(place)
    table.scrollTo(table.board.at(place))
    table.say(table.board.name(table.board.row_of(place)))


def _from(table: Table) -> Place:
    hand = table.hand
    if hand.target is not None:
        return hand.target
    if hand.held and hand.held.cards:
        return hand.held.cards[0].place
    return table.board.place(max(table.currentIndex().row(), 0))
