"""Goals and actions in time: a drawing, and the same as a table."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Portfolio
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.style import MUTED, SMALL
from coachapp.report.table import Group, Table
from coachapp.report.text import Text
from coachapp.report.timeline.drawing import Timeline
from coachapp.report.timeline.lanes import Aim, Flag
from coachapp.report.timeline.scale import days_of
from coachapp.report.typesetting import Span


def timeline(portfolio: Portfolio, _choice: Choice, date: dt.date) -> Iterable[Flowable]:
    """Of what has a date; a goal has the time of its actions."""
    to_do = words.still_open(portfolio.actions)
    dated = [action for action in to_do if action.due]
    if not dated:
        return
    follow_up = (
        portfolio.follow_up if portfolio.follow_up >= date.isoformat()[: len(portfolio.follow_up)] else ""
    )
    yield from heading(_("Goals and actions in time"), room=200)
    yield Timeline(list(_aims(portfolio, dated)), list(_flags(date, follow_up)))
    yield from _undated(portfolio, to_do, dated)
    yield Table(
        (_("When"), _("What"), _("Goal")),
        (22, 44, 34),
        [Group("", _rows(portfolio, dated, follow_up))],
        names=1,
    )


def _aims(portfolio: Portfolio, dated: Sequence[Action]) -> Iterator[Aim]:
    names = words.goal_names(portfolio) | {"": ""}
    for goal_id, name in names.items():
        actions = [(action.what, days_of(action.due)) for action in dated if action.goal_id == goal_id]
        if actions:
            beside = _("Beside the goals") if names.keys() - {""} else ""
            yield Aim(name or beside, actions)


def _flags(date: dt.date, follow_up: str) -> Iterator[Flag]:
    day = date.isoformat()
    yield Flag(_("This plan: {date}").format(date=formats.day(day)), days_of(day))
    if follow_up:
        told = _("Follow-up: {date}").format(date=formats.day(follow_up))
        yield Flag(told, days_of(follow_up), is_dashed=True)


def _rows(portfolio: Portfolio, dated: Sequence[Action], follow_up: str) -> list[tuple[str, str, str]]:
    """In the order of their days."""
    names = words.goal_names(portfolio)
    told = [(one.due, one.what, names.get(one.goal_id, "")) for one in dated]
    told += [(follow_up, _("Follow-up"), "")] if follow_up else []
    told.sort(key=lambda row: days_of(row[0]))
    return [(formats.day(due), what, goal) for due, what, goal in told]


def _undated(portfolio: Portfolio, to_do: Sequence[Action], dated: Sequence[Action]) -> Iterator[Flowable]:
    without = len(to_do) - len(dated)
    aims = {action.goal_id for action in dated}
    goals = sum(goal.id not in aims for goal in words.still_open(portfolio.goals))
    told = (
        ngettext("{count} goal", "{count} goals", goals).format(count=goals) if goals else "",
        ngettext("{count} action", "{count} actions", without).format(count=without) if without else "",
    )
    if any(told):
        text = _("Without a date: {items}.").format(items=", ".join(filter(None, told)))
        yield Text(Span(text, colour=MUTED), SMALL)
