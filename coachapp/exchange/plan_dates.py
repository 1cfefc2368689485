"""The dates of a plan for somebody's calendar: what is still to be done, by when, and the follow-up."""

import calendar as months
from collections.abc import Iterator
from typing import Final

from coachapp.domain.portfolio import Action, Agreement, Portfolio
from coachapp.errors import CoachError
from coachapp.exchange import calendar
from coachapp.exchange.calendar import Meeting
from coachapp.i18n import gettext as _

_DECEMBER: Final = 12


class NoDates(CoachError):
    def _template(self) -> str:
        return _(
            "Nothing in this plan has a date yet. Give an action, an agreement or the follow-up a date first."
        )


def ics(portfolio: Portfolio) -> bytes:
    """The bytes of the file. Raises NoDates."""
    meetings = tuple(dates(portfolio))
    if not meetings:
        raise NoDates
    return calendar.ics(meetings)


def dates(portfolio: Portfolio) -> Iterator[Meeting]:
    for item in (*portfolio.actions, *portfolio.agreements):
        if item.due and not item.status:
            yield Meeting(item.id, item.stamp.counter, _title(item), last_day(item.due))
    if portfolio.follow_up:
        day = last_day(portfolio.follow_up)
        yield Meeting(portfolio.id, portfolio.stamp.counter, _("Follow-up conversation"), day)


def last_day(date: str) -> str:
    """What is due in a month or a year has until its last day."""
    year, *rest = (int(part) for part in date.split("-"))
    month = rest[0] if rest else _DECEMBER
    day = rest[1] if rest[1:] else months.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}"


def _title(item: Action | Agreement) -> str:
    return item.what if isinstance(item, Action) else item.text
