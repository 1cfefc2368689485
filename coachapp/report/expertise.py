"""Writes a card of one page with what a teacher can be asked for: only what she chose."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coachapp import formats, i18n
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.insight import Placed
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save
from coachapp.report.short import short

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

MOST: Final = 15  # activities on a page
_LINE: Final = 110  # characters
_NAME: Final = 90


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,
    choice: Choice,  # noqa: ARG001 - as all forms
    size: Size = A4,
) -> None:
    """What is on the board of `only(portfolio, …)`, whole or not at all; safe in any thread."""
    from coachapp.report.page import built, of_her_own  # noqa: PLC0415 - only who writes one waits for it
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        imprint = of_her_own(_("What I can be asked for"), portfolio, language, size)
        flowables = [*_head(portfolio, date), *_offered(portfolio)]
        content, _pages = built(flowables, imprint, Typesetter(language))
    save(content, path)


def only(portfolio: Portfolio, chosen: Collection[str]) -> Portfolio:
    """The same with these activities and no others."""
    return replace(
        portfolio,
        activities=tuple(one for one in portfolio.activities if one.id in chosen),
        placements=tuple(one for one in portfolio.placements if one.activity_id in chosen),
    )


def _head(portfolio: Portfolio, date: dt.date) -> Iterator["Flowable"]:
    from coachapp.report.rules import below_title  # noqa: PLC0415
    from coachapp.report.style import BODY, MUTED, NAME, TITLE  # noqa: PLC0415
    from coachapp.report.text import Text, Title  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    yield Title(Span(_("What I can be asked for"), bold=True), TITLE)
    yield Text(short(portfolio.owner, _NAME), NAME)
    functions = dict.fromkeys(context.function for context in portfolio.contexts if context.function)
    told = " · ".join((*functions, formats.long_date(date)))
    yield Text(Span(short(told, _LINE), colour=MUTED), BODY)
    yield below_title()


def _offered(portfolio: Portfolio) -> Iterator["Flowable"]:
    """By role; an activity in more cells stands where it lies first."""
    from coachapp.report.text import Heading  # noqa: PLC0415

    lying, told = insight.by_cell(portfolio), set[str]()
    for number, role in enumerate(portfolio.framework.roles):
        here: list[Placed] = []
        for level in portfolio.framework.shown_levels:
            for placed in lying[Cell(role.id, level.id)]:
                if placed.activity.id not in told:
                    told.add(placed.activity.id)
                    here.append(placed)
        if here:
            yield Heading(str(role.title), mark=number)
            yield from (_line(portfolio, placed) for placed in here)


def _line(portfolio: Portfolio, placed: Placed) -> "Flowable":
    from coachapp.report.style import BODY, MUTED  # noqa: PLC0415
    from coachapp.report.text import Text  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    framework, (activity, placement) = portfolio.framework, placed
    profiles = (framework.word("role_profile", profile) for profile in activity.profiles)
    about = " · ".join((str(framework.level(placement.cell.level).title), *profiles))
    title = Span(short(activity.title, _NAME), bold=True)
    return Text((title, Span(f"· {short(about, _NAME)}", colour=MUTED)), BODY._replace(after=5))
