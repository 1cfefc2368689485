"""Placing apart: each lays the same activities without seeing the other, then both look at what differs.

Nothing here counts or scores: two views of one piece of work are two things to talk about.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Final

from coachapp.domain import edits, insight, partial, registers
from coachapp.domain.conversation import PLACERS, Conversation, View
from coachapp.domain.edits import Edit
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Activity, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _

TEACHER, COACH = PLACERS
SAME: Final = "same"
BESIDE: Final = "beside"
FURTHER: Final = "further"
ALONE: Final = "alone"


@dataclass(frozen=True, slots=True)
class Compared:
    """Where each laid an activity, if she did, how far apart that is, and where it lies now.

    `settled`: it was laid there after both had a look.
    """

    activity: Activity
    teacher: Cell | None
    coach: Cell | None
    apart: str
    now: tuple[Cell, ...]
    settled: bool


def may_place_apart(conversation: Conversation) -> bool:
    """With a boss across the table nobody is free to lay a card elsewhere than he does."""
    return conversation.is_open and not conversation.with_a_boss


def asked_of_us(portfolio: Portfolio) -> Conversation | None:
    """In a copy that somebody was given to place apart in: the conversation that it is for."""
    given = any(mark.kind == "blind" for mark in partial.marks(portfolio))
    return next(iter(portfolio.conversations), None) if given else None


def is_awaited(portfolio: Portfolio) -> bool:
    """Whether a copy to place apart in has left and is not back."""
    ours = (one for one in portfolio.shared if one.kind == "blind" and one.stamp != partial.MARK)
    return any(not one.returned_on for one in ours)


def choosable(portfolio: Portfolio) -> tuple[Activity, ...]:
    """What can take part: first what is to place, then what lies on the board."""
    waiting = insight.beside_board(portfolio, "")
    placed = {placement.activity_id for placement in portfolio.placements}
    return (*waiting, *(a for a in portfolio.activities if a.id in placed))


def laid(portfolio: Portfolio, conversation_id: str, by: str) -> dict[str, View]:
    """What one of them laid, by activity; of two views of one activity the last that was written."""
    own = (v for v in portfolio.views if v.conversation_id == conversation_id and v.by == by)
    return {view.activity_id: view for view in sorted(own, key=attrgetter("stamp", "id"))}


def taking_part(portfolio: Portfolio, conversation_id: str) -> frozenset[str]:
    """Activities that somebody laid."""
    return frozenset(v.activity_id for v in portfolio.views if v.conversation_id == conversation_id)


def has_laid_all(portfolio: Portfolio, conversation_id: str, by: str, activity_ids: Iterable[str]) -> bool:
    return laid(portfolio, conversation_id, by).keys() >= set(activity_ids)


def may_compare(portfolio: Portfolio, conversation_id: str) -> bool:
    """Whether both laid all that one of them laid, so that nothing is given away."""
    ids = taking_part(portfolio, conversation_id)
    return bool(ids) and all(has_laid_all(portfolio, conversation_id, by, ids) for by in PLACERS)


def board_of(portfolio: Portfolio, conversation_id: str, by: str, activity_ids: Collection[str]) -> Portfolio:
    """The board as one of them fills it: these activities and her own cards, nothing of the other."""
    own = laid(portfolio, conversation_id, by).values()
    return _board(portfolio, activity_ids, (view for view in own if view.activity_id in activity_ids))


def lay(views: Collection[View]) -> Edit:
    """Lay activities in a cell of one's own board; each has one place there."""

    def edit(portfolio: Portfolio) -> Portfolio:
        for view in views:
            known = laid(portfolio, view.conversation_id, view.by).get(view.activity_id)
            step = edits.change(View, [known.id], cell=view.cell) if known else edits.add(view)
            portfolio = step(portfolio)
        return portfolio

    return edit


def take_back(conversation_id: str, by: str, activity_ids: Collection[str]) -> Edit:
    """Leave it open where these lie."""

    def edit(portfolio: Portfolio) -> Portfolio:
        own = (v for v in portfolio.views if v.conversation_id == conversation_id and v.by == by)
        return edits.remove(View, [v.id for v in own if v.activity_id in activity_ids])(portfolio)

    return edit


def compared(portfolio: Portfolio, conversation_id: str) -> tuple[Compared, ...]:
    """What at least one of them laid, in the order of the activities."""
    teacher, coach = (laid(portfolio, conversation_id, by) for by in PLACERS)
    both = (
        (activity, teacher.get(activity.id), coach.get(activity.id))
        for activity in portfolio.activities
        if activity.id in teacher or activity.id in coach
    )
    lying = defaultdict[str, list[Placement]](list)
    for placement in portfolio.placements:
        lying[placement.activity_id].append(placement)
    return tuple(_compared(portfolio.framework, lying[one[0].id], *one) for one in both)


def over_each_other(portfolio: Portfolio, conversation_id: str) -> Portfolio:
    """Both boards as one; what both laid in the same cell is one card."""
    views = {
        (view.activity_id, view.cell): view
        for by in reversed(PLACERS)
        for view in laid(portfolio, conversation_id, by).values()
    }
    return _board(portfolio, {view.activity_id for view in views.values()}, views.values())


def apart(framework: Framework, one: Cell | None, other: Cell | None) -> str:
    """In the same cell, one apart (the next level, or another role at the same one), or further."""
    if one is None or other is None:
        return ALONE
    if one == other:
        return SAME
    return BESIDE if other in framework.beside(one) else FURTHER


def question(apart: str) -> str:
    """What to ask each other, whoever laid what where."""
    return {
        SAME: _("You both laid it here. What do you both see? Then go on."),
        BESIDE: _("One step apart. Ask each other: who notices this work?"),
        FURTHER: _("Further apart. Tell each other: what do you think of when you read these words?"),
        ALONE: _("One of you gave it a cell. What makes it hard to place?"),
    }[apart]


def settle(placement: Placement) -> Edit:
    """Lay an activity where both want it: from one cell it moves there, of several it keeps the others."""

    def edit(portfolio: Portfolio) -> Portfolio:
        there = [p for p in portfolio.placements if p.activity_id == placement.activity_id]
        if any(p.cell == placement.cell for p in there):
            return portfolio
        if len(there) != 1:
            return edits.place(placement)(portfolio)
        moved = edits.move([there[0].id], placement.cell)
        dated = edits.change(Placement, [there[0].id], placed_on=placement.placed_on)
        return edits.in_order(moved, dated)(portfolio)

    return edit


def _board(portfolio: Portfolio, activity_ids: Collection[str], views: Iterable[View]) -> Portfolio:
    """A value to show and never to keep: nothing but these cards, by the ids of the views."""
    cards = (Placement(view.id, view.activity_id, view.cell) for view in views)
    titles = (Activity(a.id, a.title, a.description) for a in portfolio.activities if a.id in activity_ids)
    nothing: dict[str, Any] = dict.fromkeys((*KINDS, "variants"), ())
    shown = {"activities": tuple(titles), "placements": tuple(sorted(cards, key=attrgetter("id")))}
    return replace(portfolio, **{**nothing, **shown})


def _compared(
    framework: Framework,
    lying: Sequence[Placement],
    activity: Activity,
    teacher: View | None,
    coach: View | None,
) -> Compared:
    one, other = teacher.cell if teacher else None, coach.cell if coach else None
    seen = max(registers.stamps(view)["cell"] for view in (teacher, coach) if view)
    settled = any(registers.stamps(placement)["cell"] > seen for placement in lying)
    cells = tuple(placement.cell for placement in lying)
    return Compared(activity, one, other, apart(framework, one, other), cells, settled)
