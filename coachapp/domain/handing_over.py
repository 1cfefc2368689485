"""A copy of chosen parts, for somebody else to read and write in: nothing in it is of what was not chosen.

Ids and stamps stay, so that what is written in the copy comes back by joining (see partial.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from coachapp.domain import blind, partial
from coachapp.domain.history import OWN
from coachapp.domain.partial import Field
from coachapp.domain.portfolio import KINDS, Portfolio, Shared, Snapshot
from coachapp.domain.rules import BOUND, GO_ALONG, REFERENCES

# What goes with which choice; a kind that is not named here goes by a rule of its own or not at all.
_WITH: Final = {
    "ambitions": "goals",
    "goals": "goals",
    "actions": "goals",
    "agreements": "goals",
    "reflections": "reflections",
    "conversations": "notes",
    "notes": "notes",
    "views": "notes",
    "snapshots": "notes",
    "evidence": "evidence",
}

# An item is about what these lead to, and goes only with it; any other reference is left out by itself.
_ABOUT: Final = BOUND | GO_ALONG | {(kind, "activity_id") for kind in ("ambitions", "reflections", "notes")}

_FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "energy": (("placements", "energy"), ("placements", "recognition")),
    "hours": (("contexts", "hours"), ("activities", "hours"), ("actions", "hours")),
    "own": ((OWN, "question"), (OWN, "coach"), (OWN, "follow_up")),
}

# What a copy to place apart in tells nothing of: of an activity it holds the title, of the conversation who.
_APART: Final[tuple[Field, ...]] = (
    *(("activities", name) for name in ("description", "aside", "formality", "since", "until", "period")),
    ("activities", "profiles"),
    *(("conversations", name) for name in ("date", "question", "recorded", "visited", "follow_up")),
    *(("conversations", name) for name in ("takes_along", "ended_on")),
)

Kept = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which activities go, and what goes with them.

    `goals`: ambitions, goals, actions and agreements. `notes`: conversations with what belongs to them.
    `energy`: who notices it too. `own`: the portfolio's own question, coach and date. `alias`: the
    owner's name in the copy, if it is another. `apart`: the conversation for which the reader places
    apart; of the activities only the titles go then, and nothing of where they lie.
    """

    activities: frozenset[str]
    goals: bool = False
    reflections: bool = False
    notes: bool = False
    evidence: bool = False
    energy: bool = False
    hours: bool = False
    own: bool = False
    alias: str = ""
    apart: str = ""


def handed_over(portfolio: Portfolio, chosen: Chosen, left: Shared) -> Portfolio:
    """The copy; `left` is how the portfolio lists it, and tells when the copy has to go."""
    kept, without = _kept(portfolio, chosen), set[Field]()
    for choice, fields in _FIELDS.items():
        if not getattr(chosen, choice):
            without.update(_emptied(kept, fields))
    if chosen.apart:
        without.update(_emptied(kept, _APART))
    without.update(_cut_loose(kept))
    own = kept.pop(OWN)[0]
    disputed = {(one.kind, one.field) for one in portfolio.variants if one.kind != "readers"}
    mark = replace(left, content=partial.as_text(without | disputed), stamp=partial.MARK, written="")
    shared = sorted((*partial.marks(portfolio), mark), key=lambda one: one.id)
    about: dict[str, Any] = {"owner": chosen.alias or own.owner, "remind_on": left.expires_on}
    about |= {"history_since": "", "names": (), "names_as": ""}
    items = {kind: tuple(some) for kind, some in {**kept, "shared": shared}.items()}
    return replace(own, variants=(), **about, **items)


def digests(portfolio: Portfolio) -> frozenset[str]:
    """Of the files whose bytes go along."""
    return frozenset(evidence.digest for evidence in portfolio.evidence if evidence.digest)


def returned(portfolio: Portfolio, copy: Portfolio, day: str) -> Portfolio:
    """Listed as come back, now that this copy was joined."""
    came = {mark.id for mark in partial.marks(copy)}
    if partial.marks(portfolio) or not came:
        return portfolio
    return replace(
        portfolio,
        shared=tuple(replace(s, returned_on=day) if s.id in came else s for s in portfolio.shared),
    )


def _kept(portfolio: Portfolio, chosen: Chosen) -> Kept:
    """All items that go, by their kind; the portfolio itself, for its own fields, is one of them."""
    kept: Kept = {OWN: [portfolio], **{kind: [] for kind in KINDS}}
    kept["activities"] = [a for a in portfolio.activities if a.id in chosen.activities]
    kept["teams"] = _referred_to(kept, portfolio.teams, "team_id", ("activities",))
    kept["contexts"] = _referred_to(kept, portfolio.contexts, "context_id", ("activities", "teams"))
    kept["placements"] = [p for p in portfolio.placements if p.activity_id in chosen.activities]
    for kind, choice in _WITH.items():
        if getattr(chosen, choice):
            ids = {to: _ids(kept[to]) for _name, to in REFERENCES.get(kind, ())}
            kept[kind] = [item for item in getattr(portfolio, kind) if _goes(kind, item, ids)]
    if chosen.apart:
        kept.update({kind: [] for kind in ("teams", "contexts", "placements")})
        kept["conversations"] = [one for one in portfolio.conversations if one.id == chosen.apart]
    both = {one.id for one in portfolio.conversations if blind.may_compare(portfolio, one.id)}
    kept["views"] = [view for view in kept["views"] if view.conversation_id in both]  # none before both laid
    contexts = _ids(kept["contexts"])
    kept["snapshots"] = [one for one in kept["snapshots"] if _is_all_chosen(one, chosen, contexts)]
    return kept


def _ids(items: Iterable[Any]) -> set[str]:
    return {item.id for item in items}


def _referred_to(kept: Kept, items: Iterable[Any], name: str, kinds: Iterable[str]) -> list[Any]:
    wanted = {getattr(item, name) for kind in kinds for item in kept[kind]}
    return [item for item in items if item.id in wanted]


def _goes(kind: str, item: Any, ids: dict[str, set[str]]) -> bool:
    about = ((getattr(item, name), to) for name, to in REFERENCES.get(kind, ()) if (kind, name) in _ABOUT)
    return all(not target or target in ids[to] for target, to in about)


def _is_all_chosen(snapshot: Snapshot, chosen: Chosen, contexts: set[str]) -> bool:
    """A board can't be cut without being another one, so it goes whole or not."""
    return all(
        card.activity_id in chosen.activities
        and card.context_id in {"", *contexts}
        and (chosen.energy or not card.energy)
        and (chosen.hours or not card.hours)
        for card in snapshot.cards
    )


def _emptied(kept: Kept, fields: Iterable[Field]) -> Iterator[Field]:
    """Empty these fields, and tell which held something."""
    for kind, name in fields:
        if any(getattr(item, name) for item in kept[kind]):
            yield kind, name
            kept[kind] = [_without(item, name) for item in kept[kind]]


def _cut_loose(kept: Kept) -> Iterator[Field]:
    """Nothing refers to what stays behind; tell where something did."""
    ids = {kind: _ids(items) for kind, items in kept.items()}
    for kind, references in REFERENCES.items():
        for name, to in references:
            lost = _ids(item for item in kept[kind] if getattr(item, name) not in {"", *ids[to]})
            if lost:
                yield kind, name
                kept[kind] = [_without(item, name) if item.id in lost else item for item in kept[kind]]


def _without(item: Any, name: str) -> Any:
    empty = {str: "", tuple: ()}.get(type(getattr(item, name)))
    return replace(item, **{name: empty})
