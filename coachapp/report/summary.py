"""Writes the development plan on one page: the board, what is wanted, the goals and the next date."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coachapp import formats, i18n
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save
from coachapp.report.short import short

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_MOST = 4  # ambitions, and as many goals
_LINE = 160  # characters
_NAME = 90


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio, path: Path, *, language: str, date: dt.date, choice: Choice, size: Size = A4
) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from coachapp.report.page import built, of_her_own  # noqa: PLC0415 - only who writes one waits for it
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        imprint = of_her_own(_("Summary of my plan"), portfolio, language, size)
        flowables = [*_head(portfolio, date), *_wanted(portfolio), *_board(portfolio, choice)]
        content, _pages = built(flowables, imprint, Typesetter(language))
    save(content, path)


def _head(portfolio: Portfolio, date: dt.date) -> Iterator["Flowable"]:
    from coachapp.report.facts import Facts  # noqa: PLC0415
    from coachapp.report.rules import below_title  # noqa: PLC0415
    from coachapp.report.style import NAME, QUESTION, TITLE  # noqa: PLC0415
    from coachapp.report.text import Text, Title  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    yield Title(Span(_("Summary of my plan"), bold=True), TITLE)
    yield Text(short(portfolio.owner, _NAME), NAME)
    yield below_title()
    follow_up = formats.day(portfolio.follow_up)
    yield Facts([(_("Date"), formats.long_date(date)), (_("Follow-up"), follow_up)])
    if portfolio.question:
        yield Text(short(portfolio.question, _LINE), QUESTION)


def _wanted(portfolio: Portfolio) -> Iterator["Flowable"]:
    from coachapp.report.style import HEADING  # noqa: PLC0415
    from coachapp.report.text import Heading, Text  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    ambitions = [insight.ambition_name(portfolio, one) for one in portfolio.ambitions]
    goals = [one.title for one in portfolio.goals if not one.status]
    style = HEADING._replace(size=12, leading=16, before=6, after=2)
    for title, lines in ((_("Ambitions"), ambitions), (_("Goals"), goals)):
        if lines:
            yield Heading(title, style=style)
        for number, line in enumerate(lines[:_MOST], 1):
            yield Text((Span(f"{number}."), Span(short(line, _LINE))))  # also before what goes from the right
        if lines[_MOST:]:
            yield Text(_("and {count} more in the plan").format(count=len(lines) - _MOST))


def _board(portfolio: Portfolio, choice: Choice) -> Iterator["Flowable"]:
    from coachapp.report.board.large import RestOfPage  # noqa: PLC0415

    yield RestOfPage(_("Where I stand now"), portfolio, choice)
