"""A whole copy of a portfolio: the value with what is beside it, so that copies can be joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from coachapp.domain import plain
from coachapp.domain.history import Change, Fields, Made
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.values import Stamp


@dataclass(frozen=True, slots=True)
class Removed:
    """An item that is not in the portfolio: it was removed, on this day, by this change.

    `content` (with `written`: see registers.py) is there while it can be put back. `waits`: it was not
    removed itself, but what it belongs to; `stamp` is then that of its own last change.
    """

    kind: str
    id: str
    stamp: Stamp
    on: str = ""
    content: Fields | None = None
    written: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """`seen` tells for each device up to which counter this copy knows its changes."""

    portfolio: Portfolio
    removed: tuple[Removed, ...] = ()
    seen: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Change, ...] = ()

    def has_seen(self, stamp: Stamp) -> bool:
        return stamp.counter <= self.seen.get(stamp.device, 0)


def same(one: Copy, other: Copy) -> bool:
    """Equal in everything, also in the stamps, which don't count where portfolios are compared."""
    return one == other and _marks(one.portfolio) == _marks(other.portfolio)


def _marks(portfolio: Portfolio) -> tuple[Any, ...]:
    items = (portfolio, *(item for kind in KINDS for item in getattr(portfolio, kind)))
    return (portfolio.clock, *((item.stamp, item.written) for item in items))


def gone(item: Any, kind: str, stamp: Stamp, day: str) -> Removed:
    """An item that the change of this stamp removed."""
    return Removed(kind, item.id, stamp, day, plain.content(item), item.written or str(item.stamp))


def removed_by(step: Made, change: Change) -> Iterator[Removed]:
    """What this step, which is this change, removed."""
    for write in change.writes:
        if write.now is None:
            item = next(i for i in getattr(step.before, write.kind) if i.id == write.item_id)
            yield gone(item, write.kind, change.stamp, change.day)


def advanced(copy: Copy, portfolio: Portfolio, steps: Sequence[Made]) -> Copy:
    """The copy after these steps, which end in this portfolio: what a file would hold."""
    removed = {one.id: one for one in copy.removed}
    replaced = {step.replaces for step in steps}
    steps = [step for step in steps if step.after.clock not in replaced]
    changes = [step.change() for step in steps]
    for step, change in zip(steps, changes, strict=True):
        for write in change.writes:
            removed.pop(write.item_id, None)
        removed.update((one.id, one) for one in removed_by(step, change))
    told = (*(change for change in copy.changes if change.stamp not in replaced), *changes)
    clock = {portfolio.clock.device: portfolio.clock.counter} if steps else {}
    return Copy(
        portfolio,
        tuple(sorted(removed.values(), key=lambda one: (one.kind, one.id))),
        dict(sorted({**copy.seen, **clock}.items())),
        tuple(change for change in told if change.at >= portfolio.history_since),
    )
