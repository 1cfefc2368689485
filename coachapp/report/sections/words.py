"""Words about activities and placements that several sections share."""

from typing import TypeVar

from coachapp import formats
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Action, Activity, Agreement, Goal, Placement, Portfolio
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _

_Item = TypeVar("_Item", Goal, Action, Agreement)


def part(part: str) -> str:
    """Whether she leads or takes part; "" when not chosen."""
    return {"lead": _("lead"), "take-part": _("take part")}.get(part, "")


def formality(formality: str) -> str:
    return {"formal": _("formal"), "informal": _("informal")}.get(formality, "")


def when(activity: Activity, placement: Placement | None = None) -> str:
    """The dates in the cell, else those of the activity, else its period as typed."""
    own = formats.span(placement.since, placement.until) if placement else ""
    return own or formats.span(activity.since, activity.until) or activity.period


def energy(framework: Framework, placement: Placement) -> str:
    return framework.word("energy", placement.energy) if placement.energy else ""


def recognition(framework: Framework, placement: Placement) -> str:
    return ", ".join(framework.word("recognition", each) for each in placement.recognition)


def went(one: Goal | Action | Agreement) -> str:
    """How it went and what came of it, such as "Done. They use it."; "" while nobody looked back on it."""
    return ". ".join(part for part in (choice_word("status", one.status), one.outcome) if part)


def who(framework: Framework, one: Action | Agreement) -> str:
    return ", ".join(framework.word("actor", actor) for actor in one.actors)


def still_open(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    """What is over is told where the plan looks back."""
    return tuple(one for one in items if not one.status)


def goal_names(portfolio: Portfolio) -> dict[str, str]:
    """What each goal is called, by its id: with its number in this plan, unless it is over."""
    numbers = {goal.id: number for number, goal in enumerate(still_open(portfolio.goals), 1)}
    return {
        goal.id: f"{numbers[goal.id]}. {goal.title}" if goal.id in numbers else goal.title
        for goal in portfolio.goals
    }
