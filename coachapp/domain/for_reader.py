"""What a reader gets to see of a portfolio: only what was chosen, under the name that was chosen.

A plan is made of what `seen` gives, so nothing else can be in it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.rules import REFERENCES
from coachapp.domain.sensitive import named
from coachapp.domain.telling import ONLY_IN, section_of, tellable

READERS: Final = ("myself", "coach", "manager", "team")
# Each can be left out item by item, in the order of the plan; any other kind is in no plan.
CHOSEN_BY_ITEM: Final = (
    *("contexts", "activities", "notes", "reflections", "ambitions", "goals", "actions", "evidence"),
    "agreements",
)
OWN: Final = ("question", "coach", "follow_up")
# Each can be left out whole; in the order of the plan.
SECTIONS: Final = (
    *("board", "table", "cells", "learning", "to_place", "off_board", "qualities", "ambitions", "goals"),
    *("actions", "support", "means", "evidence", "perspectives", "agreements", "together", "review"),
    "signatures",
)

_PASSED_ON: Final = (*CHOSEN_BY_ITEM, "teams", "placements")
_TEXTS: Final = (
    *("title", "description", "period", "name", "function", "why", "noticed", "specific", "measurable"),
    *("acceptable", "realistic", "time_bound", "professional", "institutional", "political", "tension"),
    *("talk_to", "plan_link", "outcome", "what", "support", "money", "source", "text", "note"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """`left_out`: ids of items, names out of OWN, kinds and sections. `stories`: descriptions and "why here".

    `reader`: which of READERS it is for, as the plan says; empty: it says nothing. `alias` stands for the
    owner's name, wherever that is written; empty: her own name. `hidden` are names that are written as
    initials.
    """

    left_out: frozenset[str] = frozenset()
    energy: bool = False
    hours: bool = False
    stories: bool = True
    alias: str = ""
    hidden: tuple[str, ...] = ()
    reader: str = ""


# What suits any reader.
FOR_ANYONE: Final = Choice(frozenset({"off_board", "signatures"}))


def starting_point(portfolio: Portfolio, reader: str) -> Choice:
    """Energy, recognition and hours are for oneself; a manager needs no stories, a team no goals."""
    if reader == "myself":
        return Choice(frozenset({"signatures"}), energy=True, hours=True, reader=reader)
    thoughts = {"reflections", *_ids(portfolio.reflections)}
    if reader == "coach":
        return replace(FOR_ANYONE, left_out=FOR_ANYONE.left_out | thoughts, reader=reader)
    between_us = {
        "notes",
        "evidence",
        "perspectives",
        "review",
        *_ids(portfolio.notes),
        *_ids(portfolio.evidence),
    }
    goals = {"support", "means", *_ids(portfolio.goals)} if reader == "team" else set[str]()
    out = {"question", "signatures", "off_board", "to_place", *thoughts, *between_us, *goals}
    return Choice(frozenset(out), stories=False, reader=reader)


def seen(portfolio: Portfolio, choice: Choice) -> Portfolio:
    """The portfolio as this reader may see it."""
    kept = {kind: list(_chosen(kind, tellable(portfolio, kind), choice)) for kind in _PASSED_ON}
    at_work = {activity.id for activity in kept["activities"]}
    kept["placements"] = [p for p in kept["placements"] if p.activity_id in at_work]
    kept["ambitions"] = [_standing_alone(portfolio, one, at_work) for one in kept["ambitions"]]
    kept["conversations"] = list(_days(portfolio, kept))
    _cut_loose(kept)
    _empty(kept, {"notes": ("step", "question"), "reflections": ("bring",), "evidence": ("digest", "size")})
    if not choice.stories:
        _empty(kept, {"activities": ("description",), "placements": ("why",)})
    if not choice.energy:
        _empty(kept, {"placements": ("energy", "recognition")})
    if not choice.hours:
        _empty(kept, dict.fromkeys(("contexts", "activities", "actions"), ("hours",)))
    for section, fields in ONLY_IN.items():
        if section in choice.left_out:
            _empty(kept, fields)
    own = {name: "" if name in choice.left_out else getattr(portfolio, name) for name in OWN}
    items = {kind: tuple(items) for kind, items in kept.items()}
    rest = dict.fromkeys(("views", "snapshots", "shared"), ())
    return _renamed(replace(portfolio, variants=(), **own, **rest, **items), choice)


def initials(name: str) -> str:
    """Such as "S. d. V."; of a name in small letters too."""
    return " ".join(f"{word[0]}." for word in name.split())


def _ids(items: Iterable[Any]) -> set[str]:
    return {item.id for item in items}


def _chosen(kind: str, items: Iterable[Any], choice: Choice) -> Iterator[Any]:
    return (one for one in items if not choice.left_out & {one.id, kind, section_of(kind, one)})


def _standing_alone(portfolio: Portfolio, ambition: Ambition, kept: set[str]) -> Ambition:
    """It still starts where the activity lies that stays out."""
    if not ambition.activity_id or ambition.activity_id in kept or ambition.origin:
        return ambition
    cells = (p.cell for p in portfolio.placements if p.activity_id == ambition.activity_id)
    return replace(ambition, origin=next(cells, None))


def _days(portfolio: Portfolio, kept: dict[str, list[Any]]) -> Iterator[Conversation]:
    """Of the conversations in which something was agreed that is over, the day and nothing more."""
    over = (one for kind in ("goals", "actions", "agreements") for one in kept[kind] if one.status)
    talks = {one.conversation_id for one in over}
    return (Conversation(talk.id, talk.date) for talk in portfolio.conversations if talk.id in talks)


def _cut_loose(kept: dict[str, list[Any]]) -> None:
    """Nothing tells of what stays out; a team is told of only with its activities."""
    teams = {activity.team_id for activity in kept["activities"]}
    kept["teams"] = [team for team in kept["teams"] if team.id in teams]
    ids = {kind: _ids(items) for kind, items in kept.items()}
    for kind, items in kept.items():
        for name, to in REFERENCES.get(kind, ()):
            known = ids.get(to, set())
            items[:] = [
                item if getattr(item, name) in known else replace(item, **{name: ""}) for item in items
            ]


def _empty(kept: dict[str, list[Any]], fields: dict[str, tuple[str, ...]]) -> None:
    for kind, names in fields.items():
        for name in names:
            kept[kind][:] = [replace(item, **{name: _nothing(getattr(item, name))}) for item in kept[kind]]


def _nothing(value: object) -> object:
    return {str: "", tuple: (), int: 0}.get(type(value))


def _renamed(portfolio: Portfolio, choice: Choice) -> Portfolio:
    """Other names for hers and those that are hidden, in every text."""
    instead = {name: initials(name) for name in choice.hidden if name.strip()}
    if choice.alias:
        instead[portfolio.owner] = choice.alias
    if not instead:
        return portfolio
    patterns = [(named(name), other) for name, other in sorted(instead.items(), key=lambda one: -len(one[0]))]
    items = {
        kind: tuple(_with(item, _TEXTS, patterns) for item in getattr(portfolio, kind)) for kind in _PASSED_ON
    }
    return _with(replace(portfolio, **items), ("owner", "question", "coach"), patterns)


def _with(item: Any, names: Iterable[str], patterns: "list[tuple[re.Pattern[str], str]]") -> Any:
    fresh: dict[str, str] = {}
    for name in names:
        before = getattr(item, name, "")
        after = before
        for pattern, other in patterns:
            after = pattern.sub(lambda _match, other=other: other, after)
        if after != before:
            fresh[name] = after
    return replace(item, **fresh) if fresh else item


def texts(seen: Portfolio) -> dict[str, str]:
    """What is written about each item that can be chosen, by its id; of the portfolio itself by the field."""
    told = {name: getattr(seen, name) for name in OWN}
    for kind in CHOSEN_BY_ITEM:
        told.update({item.id: "\n".join(_written(item)) for item in getattr(seen, kind)})
    for placement in seen.placements:
        told[placement.activity_id] += f"\n{placement.why}"
    return told


def _written(item: Any) -> Iterator[str]:
    return (text for name in _TEXTS if (text := getattr(item, name, "")))
