"""History: what each change wrote, an item's life, and the portfolio as on an earlier day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from coachapp.domain import plain, registers, rules
from coachapp.domain.plain import Plain
from coachapp.domain.portfolio import KINDS, Placement, Portfolio
from coachapp.domain.stamps import difference
from coachapp.domain.tidying import tidied
from coachapp.domain.values import Stamp
from coachapp.errors import CoachError, DamagedHistory
from coachapp.i18n import gettext as _

OWN: Final = "portfolio"
NAMES: Final = ("title", "name", "what", "text")  # what the kinds of items are called by

# What values and rules raise for what no CoachApp wrote.
_BAD: Final = (CoachError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError)

Fields = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Write:
    """What a change did to one item: the fields that differ, as they were and as they are since.

    Nothing was: it was added. Nothing is: it was removed. `kind` is "portfolio" for its own fields.
    """

    kind: str
    item_id: str
    was: Fields | None
    now: Fields | None


@dataclass(frozen=True, slots=True)
class Change:
    """One step with its name, as it was shown, and when it was made (local time, ISO 8601)."""

    stamp: Stamp
    at: str
    label: str
    writes: tuple[Write, ...] = ()

    @property
    def day(self) -> str:
        return self.at[:10]

    @property
    def words(self) -> str:
        """The name in one line."""
        return " ".join(self.label.split()) or _("Something that was removed for good")


class Made(NamedTuple):
    """A step as it was made; what it wrote is found when it is saved.

    `replaces`: typing went on in a step that was saved already under this stamp.
    """

    label: str
    at: str
    before: Portfolio
    after: Portfolio
    replaces: Stamp | None = None

    def change(self) -> Change:
        return Change(self.after.clock, self.at, self.label, writes(self.before, self.after))


def writes(before: Portfolio, after: Portfolio) -> tuple[Write, ...]:
    """What differs, found by identity."""
    found = [write for kind in KINDS for write in _writes(kind, getattr(before, kind), getattr(after, kind))]
    if names := registers.changed(before, after):
        found.append(Write(OWN, after.id, _some(before, names), _some(after, names)))
    return tuple(found)


def with_steps(changes: Iterable[Change], steps: Iterable[Made]) -> tuple[Change, ...]:
    """With the steps that are not saved yet, of which some may have been saved meanwhile."""
    steps = tuple(steps)
    every = {change.stamp: change for change in (*changes, *(step.change() for step in steps))}
    for step in steps:
        if step.replaces:
            every.pop(step.replaces, None)
    return tuple(every.values())


def with_cards(
    changes: Iterable[Change], activity_id: str, placements: Iterable[Placement] = ()
) -> frozenset[str]:
    """Its id and those of its cards: of these that are there now, and of those that are gone."""
    cards = (w for change in changes for w in change.writes if w.kind == "placements")
    told = (
        w
        for w in cards
        if activity_id in ((w.now or {}).get("activity_id"), (w.was or {}).get("activity_id"))
    )
    present = (p.id for p in placements if p.activity_id == activity_id)
    return frozenset((activity_id, *present, *(write.item_id for write in told)))


def names_of(changes: Iterable[Change], item_ids: Collection[str]) -> frozenset[str]:
    """What these items were called over time."""
    wanted = frozenset(item_ids)
    told = (f for c in changes for w in c.writes if w.item_id in wanted for f in (w.was, w.now) if f)
    names = (fields.get(name) for fields in told for name in NAMES)
    return frozenset(name for name in names if isinstance(name, str) and name)


def life(changes: Iterable[Change], item_ids: Iterable[str]) -> tuple[Change, ...]:
    """The changes that touched these items (an activity and its cards), oldest first."""
    wanted = frozenset(item_ids)
    touched = ((c, tuple(w for w in c.writes if w.item_id in wanted)) for c in changes)
    return tuple(sorted((replace(c, writes=own) for c, own in touched if own), key=lambda c: c.stamp))


def as_on(portfolio: Portfolio, changes: Iterable[Change], day: str) -> Portfolio:
    """The portfolio as it was at the end of this day (ISO): later changes are taken back, newest first.

    Every rule holds, also where joining or pruning left gaps in the history. Raises DamagedHistory.
    """
    items = {(kind, i.id): plain.content(i) for kind in KINDS for i in getattr(portfolio, kind)}
    items[OWN, portfolio.id] = plain.content(portfolio)
    for change in sorted(changes, key=lambda change: change.stamp, reverse=True):
        if change.day > day:
            _take_back(items, change.writes)
    try:
        then = replace(tidied(_built(portfolio, items)), variants=())
        for kind in KINDS:
            rules.check(then, kind, getattr(then, kind))
    except _BAD:
        raise DamagedHistory from None
    return then


def _writes(kind: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterable[Write]:
    gone, fresh = difference(before, after)
    touched = gone.union(item.id for item in fresh)
    known = {item.id: item for item in before if item.id in touched}
    for item_id in sorted(gone):
        yield Write(kind, item_id, plain.content(known[item_id]), None)
    for item in fresh:
        if old := known.get(item.id):
            names = registers.changed(old, item)
            yield Write(kind, item.id, _some(old, names), _some(item, names))
        else:
            yield Write(kind, item.id, None, plain.content(item))


def _some(item: Any, names: Iterable[str]) -> Fields:
    return {name: plain.to_plain(getattr(item, name)) for name in names}


def _take_back(items: dict[tuple[str, str], dict[str, Plain]], written: Iterable[Write]) -> None:
    for write in written:
        key = write.kind, write.item_id
        if write.was is None:
            items.pop(key, None)
        elif write.now is None or key in items:
            items[key] = {**items.get(key, {}), **write.was}


def _built(portfolio: Portfolio, items: Mapping[tuple[str, str], Fields]) -> Portfolio:
    stamp = portfolio.stamp
    kinds = {
        kind: tuple(
            plain.item(KINDS[kind], item_id, given, stamp, "")
            for (of, item_id), given in sorted(items.items(), key=lambda pair: pair[0])
            if of == kind
        )
        for kind in KINDS
    }
    given = items.get((OWN, portfolio.id), {})
    own = {n: plain.from_plain(hint, given[n]) for n, hint in plain.hints(Portfolio).items() if n in given}
    return replace(portfolio, **{**own, **kinds})
