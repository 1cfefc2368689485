"""All that a plan tells, in order: what every form of it is made from."""

import datetime as dt

from reportlab.platypus import Flowable

from coachapp.domain.portfolio import Portfolio
from coachapp.report.choices import PlanChoices
from coachapp.report.sections import SECTIONS
from coachapp.report.sections.closing import ending
from coachapp.report.sections.head import head


def content_of(
    portfolio: Portfolio, choices: PlanChoices, date: dt.date
) -> tuple[list[Flowable], list[Flowable]]:
    """The plan, and what ends it."""
    body = list(head(portfolio, choices, date))
    for section in SECTIONS:
        body.extend(section(portfolio, choices))
    return body, list(ending(portfolio, choices))
