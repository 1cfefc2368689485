"""Where the teacher stands now: the board as a drawing, and the same as a table."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.insight import Placed
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.report.board.whole import WholeBoard
from coachapp.report.rules import heading
from coachapp.report.sections.words import energy, part, recognition, when
from coachapp.report.style import MUTED, SMALL, SUBHEADING
from coachapp.report.table import Group, Table
from coachapp.report.text import Content, Text
from coachapp.report.typesetting import Span


def board(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    yield WholeBoard(_("Where I stand now"), portfolio, choice)


def board_as_table(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    if not portfolio.placements:
        return
    # A part by itself, as an institute may put it elsewhere; it looks like one of the board's.
    yield from heading(_("The board as a table"), room=190, style=SUBHEADING)
    heads = (
        str(portfolio.framework.level_axis),
        _("Activity"),
        _("Status"),
        _("When"),
        _("Energy and recognition"),
        _("Hours"),
    )
    yield Table(heads, (15, 33, 22, 22, 22, 16), list(_groups(portfolio, choice)), names=1)
    if choice.hours:
        yield from _total(portfolio)


def _groups(portfolio: Portfolio, choice: Choice) -> Iterable[Group]:
    lying = insight.by_cell(portfolio)
    for number, role in enumerate(portfolio.framework.roles):
        rows = [
            _row(portfolio, choice, str(level.title), placed)
            for level in portfolio.framework.shown_levels
            for placed in lying[Cell(role.id, level.id)]
        ]
        if rows:
            yield Group(str(role.title), rows, number)


def _row(portfolio: Portfolio, choice: Choice, level: str, placed: Placed) -> Sequence[Content]:
    activity, placement = placed
    framework = portfolio.framework
    own = choice.energy
    status = (framework.word("status", placement.status), part(placement.part))
    return (
        Span(level, colour=MUTED),
        activity.title,
        " · ".join(filter(None, status)),
        when(activity, placement),
        " · ".join(filter(None, (energy(framework, placement), recognition(framework, placement))))
        if own
        else "",
        formats.hours(activity.hours) if choice.hours and activity.hours else "",
    )


def _total(portfolio: Portfolio) -> Iterable[Flowable]:
    placed = {placement.activity_id for placement in portfolio.placements}
    total = formats.total(insight.total(a.hours for a in portfolio.activities if a.id in placed))
    if total:
        yield Text(_("Together on the board: {hours}.").format(hours=total))
        counted = _("In this total each activity counts once. In each cell it lies in, it counts fully.")
        yield Text(Span(counted, colour=MUTED), SMALL)
