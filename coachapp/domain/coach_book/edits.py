"""What can be changed in a coach book: each edit makes the next value of the present one."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from coachapp.domain.coach_book.book import KINDS, Check, CoachBook, Coachee, Item, Trajectory
from coachapp.errors import NotThere

Edit = Callable[[CoachBook], CoachBook]

_KIND: Final = {cls: kind for kind, cls in KINDS.items()}


def add(*items: Item) -> Edit:
    def edit(book: CoachBook) -> CoachBook:
        for item in sorted(
            items, key=lambda one: type(one) is not Coachee
        ):  # whom the others are about first
            book = _put(book, item)
        return book

    return edit


def change(cls: type[Item], ids: Collection[str], **changes: Any) -> Edit:
    """Change fields of items of one kind."""

    def edit(book: CoachBook) -> CoachBook:
        kind, wanted = _KIND[cls], set(ids)
        items = getattr(book, kind)
        if missing := wanted - {item.id for item in items}:
            raise NotThere(id=min(missing))
        return _with(book, kind, (replace(i, **changes) if i.id in wanted else i for i in items))

    return edit


def remove(cls: type[Item], ids: Collection[str]) -> Edit:
    """Remove items of one kind; a coachee goes with all that is about her."""
    if cls is Coachee:
        return lambda book: _without(book, ids)
    kind = _KIND[cls]
    return lambda book: _with(book, kind, (i for i in getattr(book, kind) if i.id not in ids))


def talk_held(coachee_id: str) -> Edit:
    """Count a talk on her trajectory, and be ready for the next one."""

    def edit(book: CoachBook) -> CoachBook:
        open_ = [one for one in book.trajectories if one.coachee_id == coachee_id and not one.ended_on]
        if open_:
            book = change(Trajectory, (open_[-1].id,), held=open_[-1].held + 1)(book)
        return change(Coachee, (coachee_id,), next_on="", next_where="", checked=())(book)

    return edit


def tick(check: Check, coachee_id: str, *, on: bool) -> Edit:
    """Of the checklist for her next talk."""

    def edit(book: CoachBook) -> CoachBook:
        coachee = book.coachee(coachee_id)
        if not coachee:
            raise NotThere(id=coachee_id)
        others = tuple(one for one in coachee.checked if one != check.id)
        return change(Coachee, (coachee_id,), checked=(*others, check.id) if on else others)(book)

    return edit


def verify(book: CoachBook) -> None:
    """Raises ValueError for a book that no edits make: ids that return, or items about nobody."""
    known = {one.id for one in book.coachees}
    for kind in KINDS:
        items = getattr(book, kind)
        if len({item.id for item in items}) < len(items):
            raise ValueError(kind)
        if any(_about(item) not in known for item in items if _about(item)):
            raise ValueError(kind)


def _about(item: Item) -> str:
    """Whom it is about: nobody, for what is for all."""
    return getattr(item, "coachee_id", "")


def _put(book: CoachBook, item: Item) -> CoachBook:
    if _about(item) and not book.coachee(_about(item)):
        raise NotThere(id=_about(item))
    kind = _KIND[type(item)]
    return _with(book, kind, sorted((*getattr(book, kind), item), key=attrgetter("id")))


def _with(book: CoachBook, kind: str, items: Iterable[Item]) -> CoachBook:
    return replace(book, **{kind: tuple(items)})  # type: ignore[arg-type]


def _without(book: CoachBook, coachee_ids: Collection[str]) -> CoachBook:
    book = _with(book, "coachees", (one for one in book.coachees if one.id not in coachee_ids))
    for kind in KINDS:
        book = _with(book, kind, (i for i in getattr(book, kind) if _about(i) not in coachee_ids))
    return book
