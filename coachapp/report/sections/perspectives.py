"""Each goal looked at from three sides that may pull in different directions."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.sections.goals import labelled


def perspectives(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    looked_at = [goal for goal in portfolio.goals if any(text for _label, text in _sides(goal))]
    if looked_at:
        yield from heading(_("Perspectives"))
    names = words.goal_names(portfolio)
    for goal in looked_at:
        yield from heading(names[goal.id], 1, room=80)
        yield from labelled(_sides(goal))


def _sides(goal: Goal) -> Sequence[tuple[str, str]]:
    return (
        (_("I and the profession"), goal.professional),
        (_("School or team"), goal.institutional),
        (_("Society and rules"), goal.political),
        (_("Where they pull apart"), goal.tension),
        (_("Whom I will talk to"), goal.talk_to),
    )
