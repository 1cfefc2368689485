"""What helps the teacher on, and the time and money that it takes."""

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Portfolio
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.sections.goals import by_goal
from coachapp.report.style import LABELLED
from coachapp.report.table import Table
from coachapp.report.text import Text

_WIDE = LABELLED._replace(indent=210)


def support(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    """Goal by goal: who stands behind it, and what helps with each action."""
    names = words.goal_names(portfolio) | {"": _("Beside the goals") if portfolio.goals else ""}
    told = [(name, lines) for goal, name in names.items() if (lines := list(_helping(portfolio, goal)))]
    if told:
        yield from heading(_("Support"))
    for name, lines in told:
        if name:
            yield from heading(name, 1, room=80)
        yield from lines


def _helping(portfolio: Portfolio, goal_id: str) -> Iterator[Flowable]:
    for goal in words.still_open(portfolio.goals):
        if goal.id == goal_id and goal.acceptable:
            yield Text(goal.acceptable, _WIDE, _("Who supports it"))
    for action in words.still_open(portfolio.actions):
        if action.goal_id == goal_id and action.support:
            yield Text(action.support, _WIDE, action.what)


def means(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    """What each action takes, where that comes from, and whether it is agreed."""
    costly = [one for one in words.still_open(portfolio.actions) if _takes(one, choice)]
    if not costly:
        return
    yield from heading(_("Time and money"), room=150)
    heads = (_("For what"), _("Hours"), _("Money"), _("Where from"), _("Requested or agreed"))
    rows = [(one.goal_id, (one.what, *_taken(one, choice))) for one in costly]
    yield Table(heads, (30, 16, 13, 22, 19), by_goal(portfolio, rows))
    if choice.hours and sum(one.hours is not None for one in costly) > 1:
        total = formats.total(insight.total(one.hours for one in costly))
        yield Text(_("Together for these actions: {hours}.").format(hours=total))


def _takes(one: Action, choice: Choice) -> bool:
    return bool((choice.hours and one.hours) or one.money or one.source or one.granted)


def _taken(one: Action, choice: Choice) -> tuple[str, str, str, str]:
    hours = formats.hours(one.hours) if choice.hours and one.hours else ""
    return hours, one.money, one.source, choice_word("granted", one.granted).lower()
