"""Joining two copies of one portfolio that went separate ways: item by item, field by field.

Each field is a register with the writings that no later one has seen. A copy that has seen a writing
and no longer has it knows a later one; so of two registers stays what both have, and what one has
and the other has not seen. The highest stamp shows, the others are kept as variants. Whether an
item is there at all is a register too, under the empty name. The result is the same in whatever
order copies are joined (a multi-value register: Shapiro et al., "A comprehensive study of
Convergent and Commutative Replicated Data Types", INRIA 2011, section 3.2.2).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from coachapp.domain import partial, plain, registers, snapshot
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.history import OWN, Change
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.rules import BOUND, REFERENCES
from coachapp.domain.values import Stamp
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _

Register = dict[Stamp, Any]
Item = dict[str, Register]
Key = tuple[str, str]
Sides = tuple[partial.Side, partial.Side]

_HERE: Final = partial.HERE


class AnotherPortfolio(CoachError):
    """The two are not copies of one portfolio."""

    def _template(self) -> str:
        return _("These are two different portfolios, so they can't be joined. Choose a copy of this one.")


def joined(one: Copy, other: Copy) -> Copy:
    """What both copies know. Raises AnotherPortfolio."""
    if one.portfolio.id != other.portfolio.id:
        raise AnotherPortfolio
    sides = partial.sides(one, other)
    mine, theirs = _told(sides)
    items = {key: _item(key, mine, theirs, sides) for key in sorted({*mine, *theirs})}
    devices = sorted({*one.seen, *other.seen})
    return _copy(
        items,
        framework=max(one.portfolio.framework, other.portfolio.framework, key=snapshot.to_json),
        clock=max(one.portfolio.clock, other.portfolio.clock),
        days=_days(one.removed, other.removed),
        seen={device: max(one.seen.get(device, 0), other.seen.get(device, 0)) for device in devices},
        changes=tuple(sorted({c.stamp: c for c in _steps(sides)}.values(), key=_stamp)),
    )


def _told(sides: Sides) -> tuple[Mapping[Key, Item], Mapping[Key, Item]]:
    mine, theirs = (_items(side.copy) for side in sides)
    return partial.told(mine, theirs, sides[0]), partial.told(theirs, mine, sides[1])


def _steps(sides: Sides) -> Iterator[Change]:
    for side, other in zip(sides, reversed(sides), strict=True):
        yield from partial.told_steps(side, other.copy)


def _stamp(change: Any) -> Stamp:
    return change.stamp


def _items(copy: Copy) -> dict[Key, Item]:
    """Everything a copy knows as registers."""
    portfolio = copy.portfolio
    items = {(kind, i.id): _present(i) for kind in KINDS for i in getattr(portfolio, kind)}
    items[OWN, portfolio.id] = _present(portfolio)
    for gone in copy.removed:
        items[gone.kind, gone.id] = {_HERE: {gone.stamp: gone.waits}, **_contents(gone)}
    for variant in portfolio.variants:
        if item := items.get((variant.kind, variant.item_id)):  # of what is not there nothing can be chosen
            item.setdefault(variant.field, {})[variant.stamp] = json.loads(variant.value)
    return items


def _present(item: Any) -> Item:
    stamps = registers.stamps(item)
    fields = {name: {stamps[name]: value} for name, value in plain.content(item).items()}
    return {_HERE: {item.stamp: True}, **fields}


def _contents(gone: Removed) -> Item:
    if gone.content is None:
        return {}
    stamps = registers.stamps_of(gone.written, gone.content)
    return {name: {stamps[name]: value} for name, value in gone.content.items()}


def _item(key: Key, mine: Mapping[Key, Item], theirs: Mapping[Key, Item], sides: Sides) -> Item:
    """A partial copy says nothing about what it doesn't contain."""
    if key not in mine or key not in theirs:
        return mine.get(key) or theirs[key]
    a, b = mine[key], theirs[key]
    return {name: _register((key[0], name), a.get(name), b.get(name), sides) for name in {**a, **b}}


def _register(field: partial.Field, a: Register | None, b: Register | None, sides: Sides) -> Register:
    if a is None or b is None:
        return a or b or {}
    one, other = sides
    kept_a = {stamp: value for stamp, value in a.items() if stamp in b or not other.has_seen(field, stamp)}
    kept_b = {stamp: value for stamp, value in b.items() if stamp in a or not one.has_seen(field, stamp)}
    return {**kept_a, **kept_b}


def _days(*removed: Iterable[Removed]) -> dict[tuple[str, Stamp], str]:
    """On which day each was removed; of two days that are told, the first."""
    days: dict[tuple[str, Stamp], str] = {}
    for gone in sorted((g for some in removed for g in some), key=lambda gone: gone.on, reverse=True):
        days[gone.id, gone.stamp] = gone.on
    return days


def _copy(items: Mapping[Key, Item], *, days: Mapping[tuple[str, Stamp], str], **parts: Any) -> Copy:
    shown = {key for key, item in items.items() if _is_whole(key, item) and _shown(item[_HERE])}
    belong = {key for key in shown if _belongs(key, items[key], shown)}
    kinds: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    own: dict[str, Any] = {}
    for kind, item_id in sorted(belong):
        if kind == OWN:
            own = _own(items[kind, item_id], item_id)
        else:
            kinds[kind].append(_built(KINDS[kind], item_id, items[kind, item_id]))
    own |= {kind: tuple(found) for kind, found in kinds.items()}
    own["variants"] = tuple(sorted(_variants(items), key=lambda variant: variant.id))
    portfolio = Portfolio(framework=parts.pop("framework"), clock=parts.pop("clock"), **own)
    removed = (_removed(key, items[key], days) for key in sorted(items) if key not in belong)
    return Copy(portfolio, tuple(removed), **parts)


def _is_whole(key: Key, item: Item) -> bool:
    """Whether what it holds is still known; of what left the bin only the fact is."""
    return key[0] == OWN or len(item) > 1


def _shown(register: Register) -> Any:
    return register[max(register)]


def _belongs(key: Key, item: Item, shown: set[Key]) -> bool:
    """A card goes with its activity, and so does all that means nothing without another."""
    to = dict(REFERENCES.get(key[0], ()))
    return all((to[name], _shown(item[name])) in shown for kind, name in BOUND if kind == key[0])


def _fields(item: Item) -> tuple[dict[str, Any], dict[str, Stamp]]:
    """The values that show, and their stamps."""
    stamps = {name: max(register) for name, register in item.items() if name != _HERE}
    return {name: item[name][stamp] for name, stamp in stamps.items()}, stamps


def _built(cls: type, item_id: str, item: Item) -> Any:
    values, stamps = _fields(item)
    touched = max(item[_HERE])
    return plain.item(cls, item_id, values, touched, registers.short(stamps, touched))


def _own(item: Item, portfolio_id: str) -> dict[str, Any]:
    values, stamps = _fields(item)
    hints, touched = plain.hints(Portfolio), max(item[_HERE])
    given = {name: plain.from_plain(hints[name], value) for name, value in values.items()}
    return {**given, "id": portfolio_id, "written": registers.short(stamps, touched), "stamp": touched}


def _removed(key: Key, item: Item, days: Mapping[tuple[str, Stamp], str]) -> Removed:
    kind, item_id = key
    values, stamps = _fields(item)
    stamp = max(item[_HERE])
    gone = Removed(kind, item_id, stamp, days.get((item_id, stamp), ""), waits=_shown(item[_HERE]))
    return replace(gone, content=values, written=registers.text(stamps)) if values else gone


def _variants(items: Mapping[Key, Item]) -> Iterator[Variant]:
    for (kind, item_id), item in items.items():
        for name, register in item.items():
            shown = max(register)
            for stamp, value in register.items():
                if stamp != shown:
                    yield Variant(kind, item_id, name, plain.to_json(value), stamp)
