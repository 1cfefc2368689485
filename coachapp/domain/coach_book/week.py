"""This week at a glance: whom to meet, what to ask after, what need not be kept any longer."""

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from coachapp.domain.coach_book.book import Ask, CoachBook, Coachee

_DAYS: Final = 7


class Due(NamedTuple):
    """`kind` is "talk", "ask" or "keep"; `date` may be before today. `text` says what, if there are words."""

    date: str
    kind: str
    coachee: Coachee
    item_id: str
    text: str = ""


def this_week(book: CoachBook, today: dt.date) -> tuple[Due, ...]:
    """Today and the six days after it, and what is left from before; in the order of days."""
    until = today + dt.timedelta(_DAYS - 1)
    known = {one.id: one for one in book.coachees}
    due = [Due(c.next_on, "talk", c, c.id, c.next_where) for c in book.coachees if _within(c.next_on, until)]
    due += [Due(day, "ask", known[a.coachee_id], a.id, a.text) for a, day in _asks(book, known, until)]
    due += [
        Due(t.keep_until, "keep", known[t.coachee_id], t.id, t.title)
        for t in book.trajectories
        if t.keep_until and last_day(t.keep_until) < today
    ]
    order = ("talk", "ask", "keep")
    return tuple(sorted(due, key=lambda one: (first_day(one.date), order.index(one.kind), one.coachee.alias)))


def _asks(book: CoachBook, known: dict[str, Coachee], until: dt.date) -> Iterator[tuple[Ask, str]]:
    """Those without a day of their own belong to the next talk."""
    for ask in book.asks:
        day = ask.ask_on or known[ask.coachee_id].next_on
        if not ask.asked_on and _within(day, until):
            yield ask, day


def _within(day: str, until: dt.date) -> bool:
    return bool(day) and first_day(day) <= until


def first_day(text: str) -> dt.date:
    """Of a year, a month or a day."""
    return dt.date.fromisoformat(f"{text}-01-01"[:10])


def last_day(text: str) -> dt.date:
    first = first_day(text)
    match text.count("-"):
        case 0:
            return first.replace(month=12, day=31)
        case 1:
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        case _:
            return first
