"""What became of the board since the previous plan; it tells what is so, and judges nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain.board_then import Laid
from coachapp.domain.for_reader import Choice
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.since import since as differing
from coachapp.domain.values import Cell
from coachapp.domain.years import Difference
from coachapp.i18n import gettext as _
from coachapp.report.board.changes import CAME, LEFT, MOVED, OTHERWISE, form_of
from coachapp.report.board.since import SinceBoard
from coachapp.report.sections import words
from coachapp.report.table import Group, Table
from coachapp.report.text import Content

_ORDER: Final = (MOVED, CAME, LEFT, OTHERWISE)


def since(portfolio: Portfolio, choice: Choice, date: dt.date) -> Iterable[Flowable]:
    """Where nothing differs it tells nothing: that the board stayed as it was is no news to report."""
    found = differing(portfolio, portfolio, choice, date.isoformat())
    if not found:
        return
    day = formats.day(found.then.date)
    title = _("Since the previous plan, {date}").format(date=day)
    yield SinceBoard(title, portfolio, choice, found.changes)
    heads = (_("No."), _("Activity"), _("Then"), _("Now"))
    yield Table(heads, (7, 33, 32, 32), list(_groups(portfolio.framework, found.changes)), names=1)


def _groups(framework: Framework, changes: Sequence[Difference]) -> Iterator[Group]:
    titles = {
        MOVED: _("Moved"),
        CAME: _("Came on the board"),
        LEFT: _("Not on the board any more"),
        OTHERWISE: _("Otherwise than it was"),
    }
    rows: dict[str, list[Sequence[Content]]] = {form: [] for form in _ORDER}
    for number, change in enumerate(changes, 1):
        rows[form_of(change)].append(_row(framework, number, change))
    return (Group(titles[form], told) for form, told in rows.items() if told)


def _row(framework: Framework, number: int, change: Difference) -> Sequence[Content]:
    then, now = (_told(framework, card, change.fields) for card in (change.before, change.after))
    return str(number), change.card.title, then, now


def _told(framework: Framework, card: Laid | None, fields: Iterable[str]) -> str:
    """Where it lay, and what of it was another."""
    if card is None:
        return _("not on the board")
    return " · ".join((_cell(framework, card.cell), *(_said(framework, name, card) for name in fields)))


def _cell(framework: Framework, cell: Cell) -> str:
    known = {role.id for role in framework.roles}, {level.id for level in framework.levels}
    if cell.role in known[0] and cell.level in known[1]:
        return framework.cell_title(cell)
    return _("in a cell that this board doesn't have")


def _said(framework: Framework, name: str, card: Laid) -> str:
    if name == "hours":
        return formats.hours(card.amount) if card.amount else card.hours
    value = str(getattr(card, name))
    return words.part(value) if name == "part" else framework.word(name, value)
