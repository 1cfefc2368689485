"""What the teacher aims for, and who does what."""

from collections.abc import Iterable, Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.style import LABELLED
from coachapp.report.table import Group, Table
from coachapp.report.text import Content, Heading, Text

_TOGETHER: Final = 2  # answers at least that stay on a page


def goals(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    aims, names = words.still_open(portfolio.goals), words.goal_names(portfolio)
    if aims:
        yield from heading(_("Goals"))
    for goal in aims:
        yield CondPageBreak(80)
        yield Heading(names[goal.id], 1)
        yield from labelled(answers(portfolio, goal))


def labelled(answers: Iterable[tuple[str, str]]) -> Iterable[Flowable]:
    """Those that are given; the last ones keep each other company."""
    told: list[Flowable] = [Text(text, LABELLED, label) for label, text in answers if text]
    yield from told[:-_TOGETHER]
    if told:
        yield KeepTogether(told[-_TOGETHER:])


def answers(portfolio: Portfolio, goal: Goal) -> Sequence[tuple[str, str]]:
    """Each with what it is an answer to; who supports it is told with all that helps."""
    ambition = next((a for a in portfolio.ambitions if a.id == goal.ambition_id), None)
    return (
        (_("Ambition"), insight.ambition_name(portfolio, ambition) if ambition else ""),
        (_("Why"), goal.why),
        (_("What students will notice"), goal.noticed),
        (_("What exactly"), goal.specific),
        (_("How I will see it"), goal.measurable),
        (_("What makes it feasible"), goal.realistic),
        (_("By when"), goal.time_bound),
        (_("Where it fits in"), goal.plan_link),
    )


def actions(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    """What helps and what it takes is told in sections of their own."""
    to_do = words.still_open(portfolio.actions)
    if not to_do:
        return
    yield from heading(_("Actions"), room=150)
    rows = [
        (action.goal_id, (action.what, words.who(portfolio.framework, action), formats.day(action.due)))
        for action in to_do
    ]
    yield Table((_("What"), _("Who"), _("When")), (52, 28, 20), by_goal(portfolio, rows))


def by_goal(portfolio: Portfolio, rows: Iterable[tuple[str, Sequence[Content]]]) -> Sequence[Group]:
    """Rows below the goal that each is for."""
    groups: dict[str, list[Sequence[Content]]] = {goal.id: [] for goal in portfolio.goals}
    groups[""] = []
    for goal_id, row in rows:
        groups[goal_id].append(row)
    titles = words.goal_names(portfolio)
    titles[""] = _("Beside the goals") if any(groups[goal] for goal in titles) else ""
    return [Group(titles[goal], told) for goal, told in groups.items() if told]
