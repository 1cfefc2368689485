"""Views on the board: which cards each is about, and with which sign and word."""

from collections.abc import Callable
from typing import Final

from coachapp.domain import competences
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import shapes
from coachapp.ui.board.emphasis import Emphasis
from coachapp.ui.board.signs import Sign
from coachapp.ui.conversation import view_signs
from coachapp.ui.inputs import words
from coachapp.ui.inputs.choices import Choice

Signing = Callable[[Portfolio, Placement, Activity], Sign | None]


def choices() -> list[Choice]:
    """The views to choose from."""
    return [
        Choice("energy", _("Energy"), shapes.energy_sign("gives")),
        Choice("recognition", _("Recognised by"), shapes.recognition_sign(("colleagues",))),
        Choice("hours", _("Hours"), view_signs.clock()),
        Choice("part", _("Lead or take part"), shapes.lead_sign()),
        Choice("together", _("Alone or with my team"), view_signs.people()),
        Choice("competence", _("Career competences"), view_signs.bubble()),
    ]


def emphasis(portfolio: Portfolio, view: str, competence: str = "") -> Emphasis:
    """What stands out in a view; of the competences, with what was written about one of them."""
    if view == "competence":
        sign = Sign(view_signs.bubble(), portfolio.framework.word("career_competence", competence))
        return Emphasis(dict.fromkeys(competences.cards(portfolio, competence), sign))
    activities = {activity.id: activity for activity in portfolio.activities}
    found = ((p.id, _SIGNS[view](portfolio, p, activities[p.activity_id])) for p in portfolio.placements)
    return Emphasis({card_id: sign for card_id, sign in found if sign})


def legend(portfolio: Portfolio, view: str, competence: str = "") -> list[Sign]:
    """What the signs of a view mean."""
    framework = portfolio.framework
    if view == "energy":
        terms = framework.terms("energy")
        return [Sign(shapes.energy_sign(term.id), words.sentence(term.text)) for term in terms]
    if view == "competence":
        named = framework.word("career_competence", competence)
        return [Sign(view_signs.bubble(), _("A note about “{name}” goes with it").format(name=named))]
    return {
        "recognition": [
            Sign(shapes.recognition_sign(("colleagues",)), _("Seen, and by whom")),
            Sign(shapes.recognition_sign(("unseen",)), _("Seen by nobody yet")),
        ],
        "hours": [Sign(view_signs.clock(), _("Hours as they are written, per week or per year"))],
        "part": [
            Sign(shapes.lead_sign(), _("I lead this")),
            Sign(view_signs.take_part_sign(), _("I take part in this")),
        ],
        "together": [
            Sign(view_signs.person(), _("Alone")),
            Sign(view_signs.people(), _("What my team does together")),
        ],
    }[view]


def marks(portfolio: Portfolio, view: str) -> list[Choice]:
    """What can be said of a card in this view by one key: 1 for the first, and so on."""
    framework = portfolio.framework
    if view == "energy":
        return words.vocabulary(framework, "energy", shapes.energy_sign)
    if view == "recognition":
        return words.vocabulary(framework, "recognition", words.recognition_sign)
    return words.parts() if view == "part" else []


def _energy(portfolio: Portfolio, placement: Placement, _activity: Activity) -> Sign | None:
    word = portfolio.framework.word("energy", placement.energy)
    return Sign(shapes.energy_sign(placement.energy), word) if placement.energy else None


def _recognition(portfolio: Portfolio, placement: Placement, _activity: Activity) -> Sign | None:
    named = ", ".join(portfolio.framework.word("recognition", kind) for kind in placement.recognition)
    return Sign(shapes.recognition_sign(placement.recognition), named) if named else None


def _hours(_portfolio: Portfolio, _placement: Placement, activity: Activity) -> Sign | None:
    if activity.hours is None:
        return None
    from coachapp import formats  # noqa: PLC0415 - Babel waits until somebody asks for hours

    return Sign(view_signs.clock(), formats.hours(activity.hours))


def _part(_portfolio: Portfolio, placement: Placement, _activity: Activity) -> Sign | None:
    if placement.part == "lead":
        return Sign(shapes.lead_sign(), _("lead"))
    return Sign(view_signs.take_part_sign(), _("take part")) if placement.part else None


def _together(portfolio: Portfolio, _placement: Placement, activity: Activity) -> Sign | None:
    if not activity.team_id:
        return Sign(view_signs.person(), _("alone"))
    team = next(one.name for one in portfolio.teams if one.id == activity.team_id)
    return Sign(view_signs.people(), team)


_SIGNS: Final[dict[str, Signing]] = {
    "energy": _energy,
    "recognition": _recognition,
    "hours": _hours,
    "part": _part,
    "together": _together,
}
