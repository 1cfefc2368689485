"""Words about activities and placements that several sections share."""

from coachapp import formats
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Action, Activity, Agreement, Goal, Placement
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _


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


def with_end(text: str, one: Action | Agreement) -> str:
    """What was to be done, with how it went: the plan of later claims nothing that is over."""
    return f"{text} – {told}" if (told := went(one)) else text


def who(framework: Framework, one: Action | Agreement) -> str:
    return ", ".join(framework.word("actor", actor) for actor in one.actors)
