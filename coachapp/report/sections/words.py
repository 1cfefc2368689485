"""Words about activities and placements that several sections share."""

from coachapp import formats
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Activity, Placement
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
