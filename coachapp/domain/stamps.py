"""Stamps: which items and fields a change touched, so that copies can be merged without a clock."""

from dataclasses import replace
from itertools import compress, count
from operator import is_not
from typing import Any

from coachapp.domain import registers
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.values import Stamp


def stamped(before: Portfolio, after: Portfolio, device: str) -> Portfolio:
    """`after`, in which everything that differs from `before` carries the next stamp.

    What is equal keeps the very object of `before`, so that a comparison by identity finds the
    difference. The stamp of what was removed is the clock of the result. Whoever changes a field
    has seen what other copies said of it: those variants are settled.
    """
    stamp = Stamp(max(before.clock.counter, after.clock.counter) + 1, device)
    kinds = {kind: _items(getattr(before, kind), getattr(after, kind), stamp) for kind in KINDS}
    own = {"stamp": before.stamp, "written": before.written}
    names = registers.changed(before, after)
    if names or before.framework is not after.framework:
        own = {"stamp": stamp, "written": registers.rewritten(before, names, stamp)}
    made = replace(after, clock=stamp, **own, **kinds)  # type: ignore[arg-type]
    return _settled(before, made) if after.variants else made


def _items(before: tuple[Any, ...], after: tuple[Any, ...], stamp: Stamp) -> tuple[Any, ...]:
    if before is after:
        return before
    start, end = _same_ends(before, after)
    known = {item.id: item for item in before[start : len(before) - end]}
    middle = [_item(known.get(item.id), item, stamp) for item in after[start : len(after) - end]]
    return (*after[:start], *middle, *after[len(after) - end :])


def _item(old: Any, new: Any, stamp: Stamp) -> Any:
    if old is None:
        return replace(new, stamp=stamp, written="")
    if old is new or old == new:
        return old
    return replace(new, stamp=stamp, written=registers.rewritten(old, registers.changed(old, new), stamp))


def _settled(before: Portfolio, after: Portfolio) -> Portfolio:
    """Without the variants that `before` had of what differs now, and of what is gone."""

    def is_open(variant: Variant) -> bool:
        old, new = (_found(portfolio, variant) for portfolio in (before, after))
        if old is new:
            return True
        fields = registers.changed(old, new) if old and new else (variant.field,)
        return bool(variant.field) and variant.field not in fields

    kept = tuple(v for v in after.variants if v not in before.variants or is_open(v))
    return after if len(kept) == len(after.variants) else replace(after, variants=kept)


def _found(portfolio: Portfolio, variant: Variant) -> Any:
    if variant.kind == "portfolio":
        return portfolio
    return next((item for item in getattr(portfolio, variant.kind) if item.id == variant.item_id), None)


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
