"""Partial copies: which they are, and what one says of a portfolio when it is joined with the whole.

A copy that was handed over holds a mark: a file that left, of this stamp, which no change ever has. The
mark tells which fields it was given without. What such a copy says of those comes on top of what the
whole one holds, never in its place: nobody could see there what he wrote over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from coachapp.domain.copies import Copy
from coachapp.domain.history import OWN, Change, Write
from coachapp.domain.plain import content
from coachapp.domain.portfolio import KINDS, Portfolio, Shared
from coachapp.domain.values import Stamp

MARK: Final = Stamp(0, "partial")
HERE: Final = ""  # the register of whether an item is there at all

# What each copy has for itself: the whole one's name, dates and readers are not a reader's to change.
_APART: Final = frozenset(
    (OWN, name) for name in ("owner", "remind_on", "history_since", "names", "names_as")
)
_APART_KIND: Final = "readers"

Field = tuple[str, str]  # kind of item, name
Item = dict[str, dict[Stamp, Any]]
Items = Mapping[tuple[str, str], Item]


def marks(portfolio: Portfolio) -> tuple[Shared, ...]:
    """As what this copy was handed over; none in a whole one."""
    return tuple(shared for shared in portfolio.shared if shared.stamp == MARK)


def kept_as(portfolio: Portfolio) -> str:
    """Under which id its backups and places are known: a partial copy is no copy to go back to."""
    found = marks(portfolio)
    return found[-1].id if found else portfolio.id


def as_text(fields: Iterable[Field]) -> str:
    """As a mark keeps them."""
    return " ".join(sorted(f"{kind}.{name}" for kind, name in fields))


def withheld(portfolio: Portfolio) -> frozenset[Field]:
    """The fields that a partial copy was given without, wholly or here and there."""
    words = (word.partition(".") for mark in marks(portfolio) for word in mark.content.split())
    return frozenset((kind, name) for kind, _, name in words)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two copies that are joined; `blind`: fields of which it has seen nothing but its own."""

    copy: Copy
    blind: frozenset[Field] = frozenset()

    def has_seen(self, field: Field, stamp: Stamp) -> bool:
        return field not in self.blind and self.copy.has_seen(stamp)


def sides(one: Copy, other: Copy) -> tuple[Side, Side]:
    """Two partial copies tell each other all; so do two whole ones."""
    partial = [bool(marks(copy.portfolio)) for copy in (one, other)]
    if partial[0] == partial[1]:
        return Side(one), Side(other)
    first, second = (
        withheld(copy.portfolio) | _APART if it_is else frozenset[Field]()
        for copy, it_is in zip((one, other), partial, strict=True)
    )
    return Side(one, first), Side(other, second)


def told(items: Items, whole: Items, side: Side) -> Items:
    """What a partial copy says to a whole one: not what is empty because it was withheld, nor its mark."""
    if not side.blind:
        return items
    said = {key: i for key, i in items.items() if MARK not in i[HERE] and key[0] != _APART_KIND}
    return {key: _said(key[0], item, side.blind) if key in whole else item for key, item in said.items()}


def _said(kind: str, item: Item, blind: frozenset[Field]) -> Item:
    registers = {
        name: {stamp: v for stamp, v in register.items() if _says(kind, name, v, blind)}
        for name, register in item.items()
    }
    return {name: register for name, register in registers.items() if register}


def _says(kind: str, name: str, value: Any, blind: frozenset[Field]) -> bool:
    return (kind, name) not in blind or name == HERE or (bool(value) and (kind, name) not in _APART)


def told_steps(side: Side, whole: Copy) -> tuple[Change, ...]:
    """Its history; before each step, what was withheld was as the whole one has it."""
    if not side.blind:
        return side.copy.changes
    known = {change.stamp for change in whole.changes}
    fresh = (change for change in side.copy.changes if change.stamp not in known)
    portfolio = whole.portfolio
    items = {(kind, item.id): item for kind in KINDS for item in getattr(portfolio, kind)}
    items[OWN, portfolio.id] = portfolio
    return tuple(_told(change, items, side.blind) for change in fresh)


def _told(change: Change, items: Mapping[Field, Any], blind: frozenset[Field]) -> Change:
    said = (write for write in change.writes if write.kind != _APART_KIND)
    return replace(change, writes=tuple(_step(write, items, blind) for write in said))


def _step(write: Write, items: Mapping[Field, Any], blind: frozenset[Field]) -> Write:
    item, was = items.get((write.kind, write.item_id)), write.was
    names = [name for name, value in (was or {}).items() if (write.kind, name) in blind and not value]
    if item is None or was is None or not names:
        return write
    known = content(item)
    return replace(write, was={**was, **{name: known[name] for name in names}})
