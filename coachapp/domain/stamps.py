"""Stamps: which items a change touched, so that copies can be merged later without a clock."""

from dataclasses import fields, replace
from itertools import compress, count
from operator import is_not
from typing import Any, Final

from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.values import Stamp

_OWN: Final = tuple(f.name for f in fields(Portfolio) if f.compare and f.name not in KINDS)


def stamped(before: Portfolio, after: Portfolio, device: str) -> Portfolio:
    """`after`, in which everything that differs from `before` carries the next stamp.

    What is equal keeps the very object of `before`, so that a comparison by identity finds the
    difference. The stamp of what was removed is the clock of the result.
    """
    stamp = Stamp(max(before.clock.counter, after.clock.counter) + 1, device)
    kinds = {kind: _items(getattr(before, kind), getattr(after, kind), stamp) for kind in KINDS}
    same = all(getattr(before, name) == getattr(after, name) for name in _OWN)
    return replace(after, clock=stamp, stamp=before.stamp if same else stamp, **kinds)


def _items(before: tuple[Any, ...], after: tuple[Any, ...], stamp: Stamp) -> tuple[Any, ...]:
    if before is after:
        return before
    start, end = _same_ends(before, after)
    known = {item.id: item for item in before[start : len(before) - end]}
    pairs = [(known.get(item.id), item) for item in after[start : len(after) - end]]
    middle = [old if old is new or old == new else replace(new, stamp=stamp) for old, new in pairs]
    return (*after[:start], *middle, *after[len(after) - end :])


def difference(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[set[str], list[Any]]:
    """Ids that are gone, and items that are new or other; compared by identity."""
    if before is after:
        return set(), []
    start, end = _same_ends(before, after)
    known = {item.id: item for item in before[start : len(before) - end]}
    fresh = [item for item in after[start : len(after) - end] if known.pop(item.id, None) is not item]
    return set(known), fresh


def _same_ends(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[int, int]:
    """How many items are the very same at the start, and at the end: nearly all, most times."""
    shorter = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), shorter)
    end = next(compress(count(), map(is_not, reversed(before), reversed(after))), shorter)
    return start, min(end, shorter - start)
