"""Every change to a portfolio: functions that make an edit, a function from old value to new.

The caller makes new items (with `new_id`), so that an edit gives the same result each time.
An edit checks what it touches and raises a `CoachError` rather than make a faulty portfolio.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import compress, count
from operator import attrgetter
from typing import Any, Final, NamedTuple

from coachapp.domain.portfolio import (
    GOALS_AT_A_TIME,
    KINDS,
    Activity,
    Ambition,
    Item,
    Placement,
    Portfolio,
)
from coachapp.domain.rules import GO_ALONG, REFERENCES, check
from coachapp.domain.values import Cell
from coachapp.errors import AlreadyInCell, NotThere, TooManyGoals

Edit = Callable[[Portfolio], Portfolio]


class Link(NamedTuple):
    """What a removal did to a field of something that stayed."""

    kind: str
    id: str
    field: str
    was: str
    left: str = ""


_KIND: Final = {cls: kind for kind, cls in KINDS.items()}
_STAYS: Final = ("remind_on", "history_since", "shared", "readers", "names", "names_as")
_OWN_EDIT: Final = {(Activity, "aside"), (Placement, "cell"), (Placement, "activity_id")}


def in_order(*edits: Edit) -> Edit:
    """Several edits as one step."""

    def edit(portfolio: Portfolio) -> Portfolio:
        for one in edits:
            portfolio = one(portfolio)
        return portfolio

    return edit


def describe(**changes: Any) -> Edit:
    """Change the portfolio's own fields: owner, language, question, coach, follow_up, names."""
    return lambda portfolio: replace(portfolio, **changes)


def add(*items: Item) -> Edit:
    """Add new items of any kind; placements are added with `place`."""

    assert not any(isinstance(item, Placement) for item in items)

    def edit(portfolio: Portfolio) -> Portfolio:
        for kind, cls in KINDS.items():  # in this order what is referred to comes first
            if given := [item for item in items if type(item) is cls]:
                portfolio = _with(portfolio, kind, given)
        return portfolio

    return edit


def change(cls: type[Item], ids: Collection[str], /, **changes: Any) -> Edit:
    """Change fields of items of one kind; where something lies is changed by its own edits."""
    assert not any((cls, field) in _OWN_EDIT for field in changes)
    return lambda portfolio: _changed(portfolio, _KIND[cls], ids, **changes)


def remove(cls: type[Item], ids: Collection[str]) -> Edit:
    """Remove items; what refers to them stays, without the reference (cards and evidence go along)."""
    return lambda portfolio: _without(portfolio, _KIND[cls], ids)


def place(*placements: Placement) -> Edit:
    """Lay activities in cells, from wherever they are; those that lie there already are left."""

    def edit(portfolio: Portfolio) -> Portfolio:
        wanted = {(p.activity_id, p.cell): p for p in placements}
        moved = {p.activity_id for p in placements}
        taken = {(p.activity_id, p.cell) for p in portfolio.placements if p.activity_id in moved}
        fresh = [p for key, p in wanted.items() if key not in taken]
        _refuse_if_none(portfolio, fresh, placements)
        portfolio = _with(portfolio, "placements", fresh)
        set_aside = [a.id for a in portfolio.activities if a.aside and a.id in moved]
        return _changed(portfolio, "activities", set_aside, aside="")

    return edit


def move(placement_ids: Collection[str], cell: Cell) -> Edit:
    """Move cards to another cell; those whose activity lies there already stay where they are."""

    def edit(portfolio: Portfolio) -> Portfolio:
        wanted = _found(portfolio.placements, placement_ids)
        moving = {p.activity_id for p in wanted}
        taken = {p.activity_id for p in portfolio.placements if p.activity_id in moving and p.cell == cell}
        going = {p.activity_id: p.id for p in wanted if p.activity_id not in taken}
        _refuse_if_none(portfolio, list(going), wanted)
        return _changed(portfolio, "placements", going.values(), cell=cell)

    return edit


def take_off(placement_ids: Collection[str]) -> Edit:
    """Take cards out of their cells; an activity in no cell lies to be placed again."""
    return lambda portfolio: _without(portfolio, "placements", placement_ids)


def set_aside(activity_ids: Collection[str], aside: str) -> Edit:
    """Lay activities to place (""), under my own learning ("learning") or off the board ("off")."""

    ids = frozenset(activity_ids)

    def edit(portfolio: Portfolio) -> Portfolio:
        off = [p.id for p in portfolio.placements if p.activity_id in ids]
        portfolio = _without(portfolio, "placements", off)
        return _changed(portfolio, "activities", ids, aside=aside)

    return edit


def go_back(earlier: Portfolio) -> Edit:
    """Make the value of another moment the present one.

    What the owner chose about keeping it and about each reader stays, and so does the list of files that
    left: they are out.
    """

    def edit(now: Portfolio) -> Portfolio:
        return replace(earlier, id=now.id, **{name: getattr(now, name) for name in _STAYS})

    return edit


def put_back(items: Sequence[Item], links: Iterable[Link] = ()) -> Edit:
    """Add removed items as they were; what they refer to and is gone, they refer to no more.

    `links` are set again where nothing else was chosen since. What is there already stays as it is; a
    card whose activity is gone or lies in that cell is left out.
    """

    def edit(portfolio: Portfolio) -> Portfolio:
        for kind, cls in KINDS.items():
            given = [item for item in items if type(item) is cls]
            if fresh := [item for item in given if _may_return(portfolio, kind, item)]:
                portfolio = _with(portfolio, kind, [_fitting(portfolio, kind, item, fresh) for item in fresh])
        placed = {p.activity_id for p in portfolio.placements}
        lying = [a.id for a in portfolio.activities if a.aside and a.id in placed]
        portfolio = _changed(portfolio, "activities", lying, aside="")
        for link in links:
            portfolio = _linked(portfolio, link)
        return portfolio

    return edit


EDITS: Final = (describe, add, change, remove, put_back, place, move, take_off, set_aside)


def _may_return(portfolio: Portfolio, kind: str, item: Item) -> bool:
    if any(there.id == item.id for there in getattr(portfolio, kind)):
        return False
    if not isinstance(item, Placement):
        return True
    cards = {(p.activity_id, p.cell) for p in portfolio.placements}
    known = any(activity.id == item.activity_id for activity in portfolio.activities)
    return known and (item.activity_id, item.cell) not in cards


def _fitting(portfolio: Portfolio, kind: str, item: Any, along: Iterable[Any]) -> Item:
    """The item, which refers to nothing that is gone, but may refer to what comes back along with it."""
    references = REFERENCES.get(kind, ())
    known = {to: {there.id for there in getattr(portfolio, to)} for _field, to in references}
    known.setdefault(kind, set()).update(other.id for other in along)
    lost = [f for f, to in references if getattr(item, f) and getattr(item, f) not in known[to]]
    return replace(item, **dict.fromkeys(lost, "")) if lost else item


def _linked(portfolio: Portfolio, link: Link) -> Portfolio:
    """With this link as it was, if what it led to is there and the field is as the removal left it."""
    to = dict(REFERENCES[link.kind]).get(link.field)
    there = to is None or any(item.id == link.was for item in getattr(portfolio, to))
    items = getattr(portfolio, link.kind) if there else ()
    same = [i.id for i in items if i.id == link.id and getattr(i, link.field) == link.left]
    return _changed(portfolio, link.kind, same, **{link.field: link.was})


def _with(portfolio: Portfolio, kind: str, items: Collection[Item]) -> Portfolio:
    both = tuple(sorted((*getattr(portfolio, kind), *items), key=attrgetter("id")))
    if kind == "goals":
        _check_room(both)
    return _checked(replace(portfolio, **{kind: both}), kind, items)


def _changed(portfolio: Portfolio, kind: str, ids: Iterable[str], /, **changes: Any) -> Portfolio:
    ids = frozenset(ids)
    if not ids:
        return portfolio
    items = list(getattr(portfolio, kind))
    places = _places(items, ids)
    for place in places:
        items[place] = replace(items[place], **changes)
    if kind == "goals" and "status" in changes:
        _check_room(items)
    return _checked(replace(portfolio, **{kind: tuple(items)}), kind, [items[place] for place in places])


def _check_room(goals: Iterable[Any]) -> None:
    """Those that were looked back on count no more."""
    if len([goal for goal in goals if not goal.status]) > GOALS_AT_A_TIME:
        raise TooManyGoals(limit=GOALS_AT_A_TIME)


def _without(portfolio: Portfolio, kind: str, ids: Iterable[str]) -> Portfolio:
    ids = frozenset(ids)
    gone = _found(getattr(portfolio, kind), ids)
    if kind == "activities":
        portfolio = _outlived(portfolio, {item.id: item.title for item in gone})
    for other, references in REFERENCES.items():
        for field, to in references:
            if to == kind:
                portfolio = _forgotten(portfolio, other, field, ids)
    return replace(
        portfolio, **{kind: tuple(item for item in getattr(portfolio, kind) if item.id not in ids)}
    )


def _forgotten(portfolio: Portfolio, kind: str, field: str, ids: frozenset[str]) -> Portfolio:
    """Nothing of this kind refers to these ids any more."""
    affected = [item.id for item in getattr(portfolio, kind) if getattr(item, field) in ids]
    if (kind, field) in GO_ALONG:
        return _without(portfolio, kind, affected)
    return _changed(portfolio, kind, affected, **{field: ""})


def _outlived(portfolio: Portfolio, titles: dict[str, str]) -> Portfolio:
    """Ambitions without words of their own keep the title of their removed activity.

    Those that only let it go are fulfilled, and go along.
    """
    nameless = [a for a in portfolio.ambitions if a.activity_id in titles and not a.title]
    fulfilled = [a.id for a in nameless if a.lets_go and not a.origin]
    portfolio = _without(portfolio, "ambitions", fulfilled)

    def named(ambition: Ambition) -> Ambition:
        title = titles.get(ambition.activity_id, "")
        return ambition if ambition.title or not title else replace(ambition, title=title)

    return replace(portfolio, ambitions=tuple(named(ambition) for ambition in portfolio.ambitions))


def _found(items: tuple[Any, ...], ids: Iterable[str]) -> list[Any]:
    return [items[place] for place in _places(items, ids)]


def _places(items: Sequence[Any], ids: Iterable[str]) -> list[int]:
    """Where the items with these ids lie; raises NotThere."""
    ids = frozenset(ids)
    places = list(compress(count(), map(ids.__contains__, map(attrgetter("id"), items))))
    if len(places) != len(ids):
        raise NotThere(id=next(iter(ids - {items[place].id for place in places})))
    return places


def _checked(portfolio: Portfolio, kind: str, items: Collection[Item]) -> Portfolio:
    if items:
        check(portfolio, kind, items)
    return portfolio


def _refuse_if_none(portfolio: Portfolio, going: Collection[Any], wanted: Collection[Any]) -> None:
    if wanted and not going:
        first = next(iter(wanted)).activity_id
        title = next((a.title for a in portfolio.activities if a.id == first), "")
        raise AlreadyInCell(title=title)
