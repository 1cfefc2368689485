"""Where the teacher would like to go: each ambition in words, with the arrow drawn."""

from collections.abc import Iterable

from reportlab.platypus import CondPageBreak, Flowable

from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.board.cards import deepens
from coachapp.report.rules import heading
from coachapp.report.step import Step
from coachapp.report.style import BODY, MUTED
from coachapp.report.text import Text
from coachapp.report.typesetting import Span

_ROOM = 48.0  # for a name and its arrow


def ambitions(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    if portfolio.ambitions:
        yield from heading(_("Ambitions"))
    for ambition in portfolio.ambitions:
        yield from _ambition(portfolio, ambition)


def _ambition(portfolio: Portfolio, ambition: Ambition) -> Iterable[Flowable]:
    yield CondPageBreak(_ROOM)
    about = " · ".join(filter(None, _about(portfolio, ambition)))
    more = (Span(f"· {about}", colour=MUTED),) if about else ()
    name = insight.ambition_name(portfolio, ambition)
    yield Text((Span(name, bold=True), *more), BODY._replace(before=5, after=1))
    origins = (ambition.origin,) if ambition.origin else insight.cells_of(portfolio, ambition.activity_id)
    if deepens(portfolio, ambition) and ambition.target:
        yield _step(portfolio, ambition.target, None, _("deeper in the same cell"), deeper=True)
    elif ambition.target:
        yield _step(portfolio, next(iter(origins), None), ambition.target)
    elif ambition.lets_go:
        yield _step(portfolio, next(iter(origins), None), None, _("letting go"))


def _about(portfolio: Portfolio, ambition: Ambition) -> Iterable[str]:
    activity = next((a.title for a in portfolio.activities if a.id == ambition.activity_id), "")
    yield activity if activity != insight.ambition_name(portfolio, ambition) else ""
    yield portfolio.framework.word("career_line", ambition.career_line) if ambition.career_line else ""
    years = ngettext("within {count} year", "within {count} years", ambition.horizon)
    yield years.format(count=ambition.horizon) if ambition.horizon else ""


def _step(
    portfolio: Portfolio, origin: Cell | None, target: Cell | None, words: str = "", *, deeper: bool = False
) -> Flowable:
    return Step(_end(portfolio, origin), _end(portfolio, target), words, deeper=deeper)


def _end(portfolio: Portfolio, cell: Cell | None) -> tuple[str, int] | None:
    roles = [role.id for role in portfolio.framework.roles]
    return (portfolio.framework.cell_title(cell), roles.index(cell.role)) if cell else None
