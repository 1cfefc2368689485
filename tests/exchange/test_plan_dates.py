"""The dates of a plan in a calendar, read back by the RFC's own rules."""

from dataclasses import replace

import pytest
from icalendar import Calendar, Event

from coachapp.domain.portfolio import Action, Agreement, Portfolio
from coachapp.exchange import plan_dates
from coachapp.exchange.plan_dates import NoDates
from tests.portfolios import empty

PLAN = replace(
    empty(),
    follow_up="2027-03-12",
    actions=(
        Action("a", "Visit two colleagues", due="2027-02-01"),
        Action("b", "Write it down"),
        Action("c", "Look back", due="2027-02-02", status="done"),
    ),
    agreements=(Agreement("d", "Talk about hours", due="2028-02"), Agreement("e", "Start", due="2027")),
)


def events(portfolio: Portfolio) -> list[Event]:
    return Calendar.from_ical(plan_dates.ics(portfolio)).events


def test_what_is_still_to_be_done_is_there_with_its_last_day() -> None:
    told = {(str(event["SUMMARY"]), event.start.isoformat()) for event in events(PLAN)}
    assert told == {
        ("Visit two colleagues", "2027-02-01"),
        ("Talk about hours", "2028-02-29"),
        ("Start", "2027-12-31"),
        ("Follow-up conversation", "2027-03-12"),
    }


def test_a_later_version_takes_the_place_of_the_earlier_one() -> None:
    ids = [str(event["UID"]) for event in events(PLAN)]
    assert len(set(ids)) == len(ids)
    assert ids == [str(event["UID"]) for event in events(replace(PLAN, follow_up="2027-04-01"))]


def test_without_any_date_there_is_no_file() -> None:
    with pytest.raises(NoDates, match="a date first"):
        plan_dates.ics(empty())
