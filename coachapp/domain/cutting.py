"""Items that were chosen, cut loose from what was not: `kept` are lists of items by their kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.rules import REFERENCES

Kept = dict[str, list[Any]]


def standing_alone(portfolio: Portfolio, ambition: Ambition, kept: set[str]) -> Ambition:
    """It still starts where the activity lies that stays out."""
    if not ambition.activity_id or ambition.activity_id in kept or ambition.origin:
        return ambition
    cells = (p.cell for p in portfolio.placements if p.activity_id == ambition.activity_id)
    return replace(ambition, origin=next(cells, None))


def days(portfolio: Portfolio, kept: Kept) -> Iterator[Conversation]:
    """Of the conversations in which something was agreed that is over, the day and nothing more."""
    over = (one for kind in ("goals", "actions", "agreements") for one in kept[kind] if one.status)
    talks = {one.conversation_id for one in over}
    return (Conversation(talk.id, talk.date) for talk in portfolio.conversations if talk.id in talks)


def cut_loose(kept: Kept) -> None:
    """Nothing tells of what stays out; a team is told of only with its activities."""
    teams = {activity.team_id for activity in kept["activities"]}
    kept["teams"] = [team for team in kept["teams"] if team.id in teams]
    known = {kind: {"", *(item.id for item in items)} for kind, items in kept.items()}
    for kind, items in kept.items():
        for name, to in REFERENCES.get(kind, ()):
            there = known.get(to, {""})
            items[:] = [one if getattr(one, name) in there else replace(one, **{name: ""}) for one in items]


def empty(kept: Kept, fields: Mapping[str, Iterable[str]]) -> None:
    """Of these kinds these fields."""
    for kind, names in fields.items():
        for name in names:
            kept[kind][:] = [
                replace(one, **{name: _nothing(value)}) if (value := getattr(one, name)) else one
                for one in kept[kind]
            ]


def _nothing(value: object) -> object:
    return {str: "", tuple: (), int: 0}.get(type(value))
