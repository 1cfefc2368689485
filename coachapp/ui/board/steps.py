"""Where an arrow key leads: within a cell from card to card, at its ends to the next cell."""

from PySide6.QtWidgets import QAbstractItemView

from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.neighbours import beside
from coachapp.ui.board.scene import Scene

_Action = QAbstractItemView.CursorAction
_STEPS = {
    _Action.MoveLeft: (-1, 0),
    _Action.MoveRight: (1, 0),
    _Action.MoveUp: (0, -1),
    _Action.MoveDown: (0, 1),
}


def step(scene: Scene, key: Place | None, action: _Action, *, between_cells: bool, mirrored: bool) -> Place:
    """The key of the row to go to: a card's id or a place. Home and End are the first and last cell."""
    model = scene.model
    if key is None or action == _Action.MoveHome:
        return scene.layout.cells[0]
    if action == _Action.MoveEnd:
        return scene.layout.cells[-1]
    across, down = _STEPS.get(action, (0, 0))
    across = -across if mirrored else across
    row = model.row_of(key)
    card, place = model.card(row), model.place(row)
    if not between_cells:
        inside = _inside(scene, card, place, across, down)
        if inside is not None:
            return inside
    framework = model.portfolio.framework
    roles = [role.id for role in framework.roles]
    levels = [level.id for level in framework.shown_levels]
    return beside(place, across, down, roles, levels)


def _inside(scene: Scene, card: Card | None, place: Place, across: int, down: int) -> Place | None:
    """A step that stays in the cell: the card beside this one, or the cell itself above its first card."""
    cards = scene.model.cards_in(place)
    if not cards or scene.board.measures.detail == "counts":
        return None
    if card is None:
        return cards[0].id if down > 0 else None
    at = cards.index(card)
    wide = _side_by_side(scene, cards)
    column = at % wide
    if across:
        inside = 0 <= column + across < wide and at + across < len(cards)
        return cards[at + across].id if inside else None
    to = at + down * wide
    if to < 0:
        return place
    return cards[to].id if to < len(cards) else None


def _side_by_side(scene: Scene, cards: list[Card]) -> int:
    """How many of these cards lie in one row."""
    rects = scene.layout.cards
    first = rects.get(cards[0].id)
    if first is None:
        return 1
    return sum(1 for card in cards if card.id in rects and rects[card.id].top() == first.top())
