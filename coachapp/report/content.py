"""All that a plan tells, in order: what every form of it is made from."""

import datetime as dt

from reportlab.platypus import Flowable

from coachapp.domain.for_reader import SECTIONS as IN_ORDER
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.report.sections import SECTIONS
from coachapp.report.sections.closing import ending
from coachapp.report.sections.head import head


def content_of(portfolio: Portfolio, choice: Choice, date: dt.date) -> tuple[list[Flowable], list[Flowable]]:
    """The plan, and what ends it."""
    body = list(head(portfolio, choice, date))
    for name in IN_ORDER:
        if name not in choice.left_out:
            body.extend(SECTIONS[name](portfolio, choice))
    return body, list(ending(portfolio, choice))
