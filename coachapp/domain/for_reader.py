"""What a reader gets to see of a portfolio: only what was chosen, under the name that was chosen.

A plan is made of what `seen` gives, so nothing else can be in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from coachapp.domain.cutting import cut_loose, days, empty, standing_alone
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.renaming import initials, renamed, written
from coachapp.domain.since import since
from coachapp.domain.telling import BESIDE, ONLY_IN, part_of, section_of, tellable

# Each can be left out item by item, in the order of the plan; any other kind is in no plan.
CHOSEN_BY_ITEM: Final = (
    *("contexts", "activities", "notes", "reflections", "ambitions", "goals", "actions", "evidence"),
    "agreements",
)
OWN: Final = ("question", "coach", "follow_up")
# Each can be left out whole; in the order of the plan.
SECTIONS: Final = (
    *("board", "since", "table", "cells", "learning", "to_place", "off_board", "qualities", "ambitions"),
    *("goals", "actions", "timeline", "support", "means", "evidence", "perspectives", "agreements"),
    *("together", "review", "signatures"),
)

_PASSED_ON: Final = (*CHOSEN_BY_ITEM, "teams", "placements")
# Where an activity is told of; one that no chosen section tells of stays out with all that is about it.
_OF_THE_BOARD: Final = frozenset({"board", "since", "table", "cells"})


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
FOR_ANYONE: Final = Choice(frozenset({"off_board", "reflections", "signatures"}))

_NOT_FOR_MANAGER: Final = FOR_ANYONE.left_out | {
    *("question", "since", "cells", "to_place", "notes", "evidence", "perspectives", "review")
}
_NOT_FOR_TEAM: Final = _NOT_FOR_MANAGER | {"learning", "goals", "actions", "timeline", "support", "means"}


def starting_point(reader: str) -> Choice:
    """Energy, recognition and hours are for oneself; a manager needs no stories, a team no goals."""
    choice = {
        "myself": Choice(frozenset({"signatures"}), energy=True, hours=True),
        "coach": Choice(FOR_ANYONE.left_out),
        "manager": Choice(_NOT_FOR_MANAGER, stories=False),
        "team": Choice(_NOT_FOR_TEAM, stories=False),
    }[reader]
    return replace(choice, reader=reader)


def seen(portfolio: Portfolio, choice: Choice, date: str = "") -> Portfolio:
    """The portfolio as this reader may see it, with the board of the plan before that of this `date`."""
    kept = {kind: list(_chosen(kind, tellable(portfolio, kind), choice)) for kind in _PASSED_ON}
    told_of = _told_of(portfolio, choice)
    kept["activities"] = [activity for activity in kept["activities"] if activity.id in told_of]
    at_work = {activity.id for activity in kept["activities"]}
    kept["placements"] = [p for p in kept["placements"] if p.activity_id in at_work]
    kept["ambitions"] = [standing_alone(portfolio, one, at_work) for one in kept["ambitions"]]
    kept["conversations"] = list(days(portfolio, kept))
    cut_loose(kept)
    empty(kept, {"notes": ("step", "question"), "reflections": ("bring",), "evidence": ("digest", "size")})
    _quiet(kept, choice)
    own = {name: "" if name in choice.left_out else getattr(portfolio, name) for name in OWN}
    items = {kind: tuple(items) for kind, items in kept.items()}
    rest = dict.fromkeys(("views", "snapshots", "shared", "readers", "variants", "names"), ())
    given = _renamed(replace(portfolio, names_as="", **own, **rest, **items), choice)
    if not date or "since" in choice.left_out:
        return given
    before = since(portfolio, given, choice, date)
    return replace(given, snapshots=(before.then,)) if before else given


def _chosen(kind: str, items: Iterable[Any], choice: Choice) -> Iterator[Any]:
    out = choice.left_out
    return (one for one in items if not out & {one.id, part_of(kind, one), section_of(kind, one)})


def _told_of(portfolio: Portfolio, choice: Choice) -> set[str]:
    """The ids of the activities that a chosen section can tell of."""
    placed = {placement.activity_id for placement in portfolio.placements}
    board = bool(_OF_THE_BOARD - choice.left_out)
    return {
        one.id
        for one in portfolio.activities
        if (board if one.id in placed else BESIDE[one.aside] not in choice.left_out)
    }


def _quiet(kept: dict[str, list[Any]], choice: Choice) -> None:
    """What is told of a chosen item only where more was chosen."""
    if not choice.stories:
        empty(kept, {"activities": ("description",), "placements": ("why",)})
    elif "cells" in choice.left_out:
        empty(kept, {"placements": ("why",)})
        placed = {placement.activity_id for placement in kept["placements"]}
        kept["activities"][:] = [
            replace(one, description="") if one.id in placed else one for one in kept["activities"]
        ]
    if not choice.energy:
        empty(kept, {"placements": ("energy", "recognition")})
    if not choice.hours:
        empty(kept, dict.fromkeys(("contexts", "activities", "actions"), ("hours",)))
    for section, fields in ONLY_IN.items():
        if section in choice.left_out:
            empty(kept, fields)


def _renamed(portfolio: Portfolio, choice: Choice) -> Portfolio:
    """Other names for hers and those that are hidden, in every text."""
    instead = {name: initials(name) for name in choice.hidden if name.strip()}
    if choice.alias:
        instead[portfolio.owner] = choice.alias
    return renamed(portfolio, instead, _PASSED_ON) if instead else portfolio


def texts(seen: Portfolio) -> dict[str, str]:
    """What is written about each item that can be chosen, by its id; of the portfolio itself by the field."""
    told = {name: getattr(seen, name) for name in OWN}
    for kind in CHOSEN_BY_ITEM:
        told.update({item.id: "\n".join(written(item)) for item in getattr(seen, kind)})
    for placement in seen.placements:
        told[placement.activity_id] += f"\n{placement.why}"
    teams = {team.id: team.name for team in seen.teams}
    for activity in seen.activities:
        told[activity.id] += f"\n{teams.get(activity.team_id, '')}"
    return told
