"""Variants: what another copy said of a field, to choose or leave."""

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any, NamedTuple

from coachapp.domain import plain
from coachapp.domain.edits import Edit
from coachapp.domain.history import OWN
from coachapp.domain.portfolio import KINDS, Portfolio, Variant


class Choice(NamedTuple):
    """A field that two copies wrote, to be chosen: what shows, and what another copy says.

    With an empty `field` it is about the item itself: `shown` and `other` say whether it is there.
    """

    variant: Variant
    item: Any
    shown: Any
    other: Any


def value(variant: Variant) -> Any:
    """What the other copy says. Raises what `plain.from_plain` raises, or LookupError."""
    given = json.loads(variant.value)
    if not variant.field:
        return plain.from_plain(bool, given)
    cls = Portfolio if variant.kind == OWN else KINDS[variant.kind]
    return plain.from_plain(plain.hints(cls)[variant.field], given)


def choices(portfolio: Portfolio) -> tuple[Choice, ...]:
    """What there is to choose, each once; variants that say what shows anyway are no choice.

    Nor is what stays out for a reader of the plan: what one copy leaves out stays out (`remembered.py`).
    """
    found: dict[tuple[str, str, str], Choice] = {}
    for variant in portfolio.variants:
        if variant.kind == "readers":
            continue
        item = _item(portfolio, variant)
        other = value(variant)
        shown = getattr(item, variant.field) if item and variant.field else item is not None
        if shown != other and (item or not variant.field):
            found[variant.item_id, variant.field, variant.value] = Choice(variant, item, shown, other)
    return tuple(found.values())


def take(variant: Variant) -> Edit:
    """Show what the other copy says of this field of an item that is there."""

    def edit(portfolio: Portfolio) -> Portfolio:
        if variant.kind == OWN:
            portfolio = replace(portfolio, **{variant.field: value(variant)})
        else:
            kept = tuple(_taken(item, variant) for item in getattr(portfolio, variant.kind))
            portfolio = replace(portfolio, **{variant.kind: kept})
        return leave((variant,))(portfolio)

    return edit


def leave(variants: Collection[Variant]) -> Edit:
    """What shows is right; what else was said of these fields is let go."""
    settled = {(variant.item_id, variant.field) for variant in variants}

    def edit(portfolio: Portfolio) -> Portfolio:
        kept = tuple(v for v in portfolio.variants if (v.item_id, v.field) not in settled)
        return replace(portfolio, variants=kept)

    return edit


def _taken(item: Any, variant: Variant) -> Any:
    return replace(item, **{variant.field: value(variant)}) if item.id == variant.item_id else item


def _item(portfolio: Portfolio, variant: Variant) -> Any:
    if variant.kind == OWN:
        return portfolio
    return next((item for item in getattr(portfolio, variant.kind) if item.id == variant.item_id), None)
