"""A whole copy of a portfolio: the value with what is beside it, so that copies can be joined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from coachapp.domain.history import Change, Fields
from coachapp.domain.portfolio import Portfolio
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
