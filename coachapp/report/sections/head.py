"""The head of the plan: whose it is, where she works, and what she asks."""

import datetime as dt
from collections.abc import Iterable

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Context, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.facts import Facts
from coachapp.report.rules import below_title, rule
from coachapp.report.style import BODY, MUTED, NAME, QUESTION, SMALL, TITLE
from coachapp.report.text import Text, Title
from coachapp.report.typesetting import Span


def head(portfolio: Portfolio, choice: Choice, date: dt.date) -> Iterable[Flowable]:
    yield Title(Span(_("Development plan"), bold=True), TITLE)
    yield Text(portfolio.owner, NAME)
    for context in portfolio.contexts:
        if line := _workplace(portfolio, choice, context):
            yield Text(Span(line, colour=MUTED), BODY._replace(after=0))
    yield below_title()
    framework = portfolio.framework
    yield Facts(
        [
            (_("Date"), formats.long_date(date)),
            (_("Conversation with"), portfolio.coach),
            (_("Follow-up"), formats.day(portfolio.follow_up)),
            (
                _("Board"),
                _("{name}, version {version}").format(name=framework.title, version=framework.version),
            ),
        ]
    )
    yield rule(0.5)
    if portfolio.question:
        yield Text(Span(_("My question"), colour=MUTED), SMALL._replace(before=8, after=0))
        yield Text(portfolio.question, QUESTION)


def _workplace(portfolio: Portfolio, choice: Choice, context: Context) -> str:
    titles = {sector.id: str(sector.title) for sector in portfolio.framework.sectors}
    sectors = ", ".join(titles.get(sector, sector) for sector in context.sectors)
    hours = formats.hours(context.hours) if choice.hours and context.hours else ""
    dates = formats.span(context.since, context.until)
    return " · ".join(filter(None, (context.function, context.name, sectors, dates, hours)))
