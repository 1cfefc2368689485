"""All that a plan tells, in order: what every form of it is made from."""

import datetime as dt
from collections.abc import Iterable

from reportlab.platypus import Flowable

from coachapp.domain.for_reader import SECTIONS as IN_ORDER
from coachapp.domain.for_reader import Choice
from coachapp.domain.look import Look
from coachapp.domain.portfolio import Portfolio
from coachapp.report.sections import told
from coachapp.report.sections.closing import ending
from coachapp.report.sections.head import head


def content_of(portfolio: Portfolio, choice: Choice, date: dt.date) -> tuple[list[Flowable], list[Flowable]]:
    """The plan, and what ends it."""
    body = list(head(portfolio, choice, date))
    for name in _in_order(portfolio.framework.look):
        if name not in choice.left_out:
            body.extend(told(name, portfolio, choice, date))
    return body, list(ending(portfolio, choice))


def _in_order(look: Look | None) -> Iterable[str]:
    """What an institute puts first, then the others as usual."""
    return dict.fromkeys((*((name for name in look.sections if name in IN_ORDER) if look else ()), *IN_ORDER))
