"""What became of what was agreed before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable

from coachapp import formats
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Agreement, Goal, Portfolio
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.sections.goals import answers, labelled
from coachapp.report.style import BODY, MUTED
from coachapp.report.text import Text
from coachapp.report.typesetting import Span

_ROOM = 48.0  # for a title and two lines

Over = Goal | Action | Agreement


def review(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    """By the day of the conversation it comes from, as far as that is known."""
    days = _by_day(portfolio)
    if days:
        yield from heading(_("Looking back on the previous plan"))
    for day in sorted(days):
        if day:
            yield from heading(_("Agreed on {date}").format(date=formats.day(day)), 1, room=80)
        for one in days[day]:
            yield from _told(portfolio, choice, one)


def _by_day(portfolio: Portfolio) -> dict[str, list[Over]]:
    dates = {talk.id: talk.date for talk in portfolio.conversations}
    days: dict[str, list[Over]] = defaultdict(list)
    for one in (*portfolio.goals, *portfolio.actions, *portfolio.agreements):
        if one.status:
            days[dates.get(one.conversation_id, "")].append(one)
    return days


def _told(portfolio: Portfolio, choice: Choice, one: Over) -> Iterator[Flowable]:
    about = " · ".join(filter(None, _about(portfolio, choice, one)))
    yield CondPageBreak(_ROOM)
    title = one.text if isinstance(one, Agreement) else one.what if isinstance(one, Action) else one.title
    yield Text((Span(title, bold=True), Span(f"· {about}", colour=MUTED)), BODY._replace(before=4, after=1))
    if one.outcome:
        yield Text(one.outcome)
    if isinstance(one, Goal):
        yield from labelled(_once(portfolio, one))


def _about(portfolio: Portfolio, choice: Choice, one: Over) -> Iterator[str]:
    """What it was, how it went, and what more was said of it then."""
    kinds = {Goal: _("goal"), Action: _("action"), Agreement: _("agreement")}
    yield kinds[type(one)]
    yield choice_word("status", one.status).lower()
    if isinstance(one, Goal):
        return
    yield words.who(portfolio.framework, one)
    yield formats.day(one.due)
    if isinstance(one, Action):
        yield one.support
        yield formats.hours(one.hours) if choice.hours and one.hours else ""
        yield from (one.money, one.source, choice_word("granted", one.granted).lower())


def _once(portfolio: Portfolio, goal: Goal) -> Sequence[tuple[str, str]]:
    return (*answers(portfolio, goal), (_("Who supports it"), goal.acceptable))
