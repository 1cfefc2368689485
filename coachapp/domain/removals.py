"""What was removed, for the bin: each removal as one row, and putting it back whole."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from coachapp.domain import plain
from coachapp.domain.board_then import Snapshot, without
from coachapp.domain.copies import Removed
from coachapp.domain.edits import Edit, Link, change, put_back
from coachapp.domain.history import NAMES, Change, Write
from coachapp.domain.portfolio import KINDS, Item, Portfolio, Variant
from coachapp.domain.rules import BOUND, REFERENCES
from coachapp.domain.values import Stamp
from coachapp.domain.variants import value
from coachapp.domain.wording import kind_word

DAYS_IN_BIN: Final = 90
_OWNERS: Final = frozenset(name for _kind, name in BOUND)


@dataclass(frozen=True, slots=True)
class Removal:
    """One change that removed things; `items` can be put back, the first is what it is named after.

    `links`: what the same change did to what referred to them.
    """

    stamp: Stamp
    on: str
    items: tuple[Item, ...]
    links: tuple[Link, ...] = ()

    @property
    def kind(self) -> str:
        return next(kind for kind, cls in KINDS.items() if isinstance(self.items[0], cls))

    @property
    def name(self) -> str:
        """What the thing is called; what has no name is called by its kind."""
        item = self.items[0]
        names = (str(getattr(item, name, "")) for name in NAMES)
        return next((name for name in names if name), kind_word(self.kind))

    def put_back(self) -> Edit:
        return put_back(self.items, self.links)


def removals(removed: Iterable[Removed], changes: Iterable[Change]) -> tuple[Removal, ...]:
    """What can still be put back, newest first; cards go with their activity.

    What was chosen for a reader of the plan is not put back but chosen anew.
    """
    together: dict[Stamp, list[Removed]] = defaultdict(list)
    waiting = []
    for gone in removed:
        if gone.content is not None and gone.kind != "readers":
            (waiting if gone.waits else together[gone.stamp]).append(gone)
    by_stamp = {change.stamp: change for change in changes}
    found = (_removal(stamp, gone, waiting, by_stamp.get(stamp)) for stamp, gone in together.items())
    return tuple(sorted(found, key=lambda one: (one.on, one.stamp), reverse=True))


def forgotten(item_ids: Collection[str]) -> Edit:
    """What was removed for good is on no board of an earlier day either."""

    def edit(portfolio: Portfolio) -> Portfolio:
        for snapshot in portfolio.snapshots:
            board = without(snapshot.board, item_ids)
            if board != snapshot.board:
                portfolio = change(Snapshot, [snapshot.id], board=board)(portfolio)
        left = tuple(one for one in portfolio.variants if not _tells_of(one, item_ids))
        return portfolio if left == portfolio.variants else replace(portfolio, variants=left)

    return edit


def _tells_of(variant: Variant, item_ids: Collection[str]) -> bool:
    """Whether another copy's board of an earlier day shows one of these activities."""
    if (variant.kind, variant.field) != ("snapshots", "board"):
        return False
    board = str(value(variant))
    return without(board, item_ids) != board


def _removal(
    stamp: Stamp, gone: Sequence[Removed], waiting: Sequence[Removed], change: Change | None
) -> Removal:
    ids = {one.id for one in gone}
    along = [one for one in waiting if any((one.content or {}).get(name) in ids for name in _OWNERS)]
    order = list(KINDS)
    every = sorted((*gone, *along), key=lambda one: (one.kind == "placements", order.index(one.kind), one.id))
    return Removal(stamp, gone[0].on, tuple(map(_item, every)), _links(change, ids))


def _item(gone: Removed) -> Any:
    return plain.item(KINDS[gone.kind], gone.id, gone.content or {}, gone.stamp, "")


def _links(change: Change | None, ids: set[str]) -> tuple[Link, ...]:
    return tuple(link for write in (change.writes if change else ()) for link in _undone(write, ids))


def _undone(write: Write, ids: set[str]) -> Iterator[Link]:
    """References that were cleared; an ambition without words of its own got those of its activity."""
    was, now = write.was or {}, write.now or {}
    for name, _to in REFERENCES.get(write.kind, ()):
        target = was.get(name)
        if isinstance(target, str) and target in ids and now.get(name) == "":
            yield Link(write.kind, write.item_id, name, target)
            if write.kind == "ambitions" and was.get("title") == "":
                yield Link(write.kind, write.item_id, "title", "", str(now.get("title", "")))
