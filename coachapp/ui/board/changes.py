"""What a gesture on the board changes: each an edit with its name for undo."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Ambition, Placement
from coachapp.domain.values import Cell, new_id
from coachapp.i18n import gettext as _
from coachapp.ui.board.cards import Card, Place


class Change(NamedTuple):
    """`ids`: the cards to select afterwards; without any, what is selected stays so."""

    label: str
    edit: Edit
    ids: tuple[str, ...] = ()


def lay(cards: Sequence[Card], place: Place, *, copies: bool = False) -> Change:
    """Lay cards in a cell or beside the board; `copies`: they stay where they are too."""
    if not isinstance(place, Cell):
        return _lay_beside(cards, place)
    if copies:
        fresh = [_placement(card, place) for card in cards]
        label = _named(_("Also place “{title}”"), _("Also place {count} activities"), cards)
        return Change(label, edits.place(*fresh), tuple(placement.id for placement in fresh))
    return _lay_in_cell(cards, place)


def take_off(cards: Sequence[Card]) -> Change:
    """Out of their cells; an activity in no other cell lies to be placed again."""
    ids = [card.id for card in cards if card.placement]
    return Change(
        _named(_("Take “{title}” off the board"), _("Take {count} cards off the board"), cards),
        edits.take_off(ids),
    )


def remove(cards: Sequence[Card]) -> Change:
    """The activities themselves, wherever they lie."""
    ids = {card.activity.id for card in cards}
    return Change(
        _named(_("Remove “{title}”"), _("Remove {count} activities"), cards), edits.remove(Activity, ids)
    )


def mark(cards: Sequence[Card], what: str, value: object) -> Change:
    """Give cards a status, an energy or a recognition."""
    ids = {card.id for card in cards if card.placement}
    label = _named(_("Change “{title}”"), _("Change {count} cards"), cards)
    return Change(label, edits.change(Placement, ids, **{what: value}), tuple(ids))


def recognise(cards: Sequence[Card], kind: str, *, on: bool) -> Change:
    """Add or take away one kind of recognition; "unseen" and the others exclude each other."""
    steps = []
    for card in cards:
        if card.placement:
            others = [
                k for k in card.placement.recognition if k != kind and (k == "unseen") == (kind == "unseen")
            ]
            steps.append(edits.change(Placement, (card.id,), recognition=(*others, *([kind] if on else []))))
    label = _named(_("Change “{title}”"), _("Change {count} cards"), cards)
    return Change(label, edits.in_order(*steps), tuple(card.id for card in cards))


def add(title: str, place: Place) -> Change:
    """A new activity, in a cell or beside the board."""
    activity = Activity(new_id(), title, aside="" if isinstance(place, Cell) else place)
    label = _("Add “{title}”").format(title=activity.title)
    if not isinstance(place, Cell):
        return Change(label, edits.add(activity), (activity.id,))
    placement = Placement(new_id(), activity.id, place, placed_on=today())
    return Change(label, edits.in_order(edits.add(activity), edits.place(placement)), (placement.id,))


def wish(card: Card) -> Ambition:
    """An ambition that starts from this card; a target turns it into a wish to go there."""
    return Ambition(
        new_id(), activity_id=card.activity.id, origin=card.placement.cell if card.placement else None
    )


def draw(ambition: Ambition, target: Cell | None, title: str) -> Change:
    label = _("Draw an ambition from “{title}”") if target else _("Let “{title}” go")
    return Change(label.format(title=title), edits.add(replace(ambition, target=target)))


def today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar


def _lay_in_cell(cards: Sequence[Card], cell: Cell) -> Change:
    going = [card.id for card in cards if card.placement]
    fresh = [_placement(card, cell) for card in cards if not card.placement]
    steps: list[Edit] = []
    if going:
        steps += [edits.move(going, cell), edits.change(Placement, going, placed_on=today())]
    if fresh:
        steps.append(edits.place(*fresh))
    label = (
        _named(_("Move “{title}”"), _("Move {count} cards"), cards)
        if going
        else _named(_("Place “{title}”"), _("Place {count} activities"), cards)
    )
    return Change(label, edits.in_order(*steps), (*going, *(placement.id for placement in fresh)))


def _lay_beside(cards: Sequence[Card], aside: str) -> Change:
    activities = tuple(dict.fromkeys(card.activity.id for card in cards))
    if aside:
        label = _named(_("Set “{title}” aside"), _("Set {count} activities aside"), cards)
        return Change(label, edits.set_aside(activities, aside), activities)
    placed = [card.id for card in cards if card.placement]
    beside = [card.activity.id for card in cards if not card.placement]
    steps = [edits.take_off(placed)] if placed else []
    steps += [edits.set_aside(beside, "")] if beside else []
    label = _named(_("Put “{title}” back to place"), _("Put {count} activities back to place"), cards)
    return Change(label, edits.in_order(*steps), activities)


def _placement(card: Card, cell: Cell) -> Placement:
    """A place for the activity; how it stands there now is what it was, what it means there is open."""
    status = card.placement.status if card.placement else "doing"
    return Placement(new_id(), card.activity.id, cell, status=status, placed_on=today())


def _named(one: str, many: str, cards: Collection[Card]) -> str:
    first = next(iter(cards)).activity.title
    return (one if len(cards) == 1 else many).format(title=first, count=len(cards))
