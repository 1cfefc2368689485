"""What the teacher aims for, and who does what."""

from collections.abc import Iterable, Sequence
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Goal, Portfolio
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.style import LABELLED
from coachapp.report.table import Group, Table
from coachapp.report.text import Content, Heading, Text

_TOGETHER: Final = 2  # answers at least that stay on a page


def goals(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    if portfolio.goals:
        yield from heading(_("Goals"))
    for number, goal in enumerate(portfolio.goals, 1):
        yield CondPageBreak(80)
        yield Heading(_numbered(number, goal), 1)
        answers: list[Flowable] = [
            Text(text, LABELLED, label) for label, text in _answers(portfolio, goal) if text
        ]
        yield from answers[:-_TOGETHER]
        yield KeepTogether(answers[-_TOGETHER:])


def _numbered(number: int, goal: Goal) -> str:
    return f"{number}. {goal.title}"


def _answers(portfolio: Portfolio, goal: Goal) -> Sequence[tuple[str, str]]:
    ambition = next((a for a in portfolio.ambitions if a.id == goal.ambition_id), None)
    return (
        (_("Ambition"), insight.ambition_name(portfolio, ambition) if ambition else ""),
        (_("Why"), goal.why),
        (_("What students will notice"), goal.noticed),
        (_("What exactly"), goal.specific),
        (_("How I will see it"), goal.measurable),
        (_("Who supports it"), goal.acceptable),
        (_("What makes it feasible"), goal.realistic),
        (_("By when"), goal.time_bound),
        (_("Where it fits in"), goal.plan_link),
        (_("How it went"), words.went(goal)),
    )


def actions(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    if not portfolio.actions:
        return
    yield from heading(_("Actions"), room=150)
    titles = {goal.id: _numbered(number, goal) for number, goal in enumerate(portfolio.goals, 1)}
    by_goal: dict[str, list[Sequence[Content]]] = {goal: [] for goal in (*titles, "")}
    for action in portfolio.actions:
        by_goal[action.goal_id].append(_row(portfolio, action))
    titles[""] = _("Beside the goals") if titles and by_goal[""] else ""
    groups = [Group(titles[goal], rows) for goal, rows in by_goal.items() if rows]
    yield Table((_("What"), _("Who"), _("When"), _("Support")), (36, 22, 18, 24), groups)


def _row(portfolio: Portfolio, action: Action) -> Sequence[Content]:
    who = words.who(portfolio.framework, action)
    return words.with_end(action.what, action), who, formats.day(action.due), _support(action)


def _support(action: Action) -> str:
    """What helps and what it costs; whether that is agreed is told only where it was said."""
    granted = choice_word("granted", action.granted)
    money = ", ".join(part for part in (action.money, action.source) if part)
    told = "; ".join(part for part in (action.support, money) if part)
    return f"{told} ({granted.lower()})" if told and granted else told or granted
