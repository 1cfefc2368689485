"""What joining copies leaves to be put right, done as the ordinary change it is."""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any

from coachapp.domain import plain, registers
from coachapp.domain.portfolio import KINDS, Placement, Portfolio, Variant
from coachapp.domain.rules import BOUND, REFERENCES
from coachapp.domain.values import Cell


def tidied(portfolio: Portfolio) -> Portfolio:
    """Every rule holds: nothing refers to what is gone, what is placed lies nowhere else and once.

    Of a card that both copies laid in one cell the first stays; what the other says is kept as variants.
    """
    ids = {kind: set(map(attrgetter("id"), getattr(portfolio, kind))) for kind in KINDS}
    kinds = {
        kind: _bound(kind, [_without_dangling(item, references, ids) for item in getattr(portfolio, kind)])
        for kind, references in REFERENCES.items()
    }
    kinds["placements"], variants = _once(kinds["placements"])
    placed = {placement.activity_id for placement in kinds["placements"]}
    kinds["activities"] = tuple(
        replace(a, aside="") if a.aside and a.id in placed else a for a in kinds["activities"]
    )
    variants = sorted((*portfolio.variants, *variants), key=attrgetter("id"))
    return replace(portfolio, variants=tuple(variants), **kinds)


def _without_dangling(item: Any, references: tuple[tuple[str, str], ...], ids: dict[str, set[str]]) -> Any:
    lost = [name for name, to in references if getattr(item, name) and getattr(item, name) not in ids[to]]
    return replace(item, **dict.fromkeys(lost, "")) if lost else item


def _bound(kind: str, items: list[Any]) -> tuple[Any, ...]:
    """Without those that lost what they mean nothing without."""
    names = [name for of, name in BOUND if of == kind]
    return tuple(item for item in items if all(getattr(item, name) for name in names))


def _once(placements: tuple[Placement, ...]) -> tuple[tuple[Placement, ...], list[Variant]]:
    first: dict[tuple[str, Cell], Placement] = {}
    for placement in placements:
        first.setdefault((placement.activity_id, placement.cell), placement)
    kept = tuple(first.values())
    twice = [p for p in placements if first[p.activity_id, p.cell] is not p]
    return kept, [v for p in twice for v in _variants(first[p.activity_id, p.cell], p)]


def _variants(kept: Placement, twin: Placement) -> Iterator[Variant]:
    stamps = registers.stamps(twin)
    for name in registers.changed(kept, twin):
        if name != "placed_on":
            value = plain.to_json(getattr(twin, name))
            yield Variant("placements", kept.id, name, value, stamps[name])
