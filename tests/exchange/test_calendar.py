"""A date for somebody's calendar: read back by the RFC's own rules, whatever the computer's clock."""

import datetime as dt
import os
import time
from collections.abc import Iterator

import pytest
from icalendar import Calendar, Event

from coachapp.exchange import calendar
from coachapp.exchange.calendar import Meeting, NoDay

NOW = dt.datetime(2026, 11, 26, 12, 0, tzinfo=dt.UTC)
DAY = Meeting("ab" * 16, 3, "Follow-up", "2027-02-15")


@pytest.fixture
def amsterdam() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def lines(meeting: Meeting) -> list[str]:
    """Unfolded, as RFC 5545, 3.1 says."""
    return calendar.ics([meeting], NOW).decode().replace("\r\n ", "").split("\r\n")


def event(meeting: Meeting) -> Event:
    return Calendar.from_ical(calendar.ics([meeting], NOW)).events[0]


def test_a_day_is_a_whole_day_with_an_alarm_the_morning_before() -> None:
    told = lines(DAY)
    assert told[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "CLASS:PRIVATE", "DTSTAMP:20261126T120000Z"} <= {*told}
    assert "DTSTART;VALUE=DATE:20270215" in told
    assert "DTEND;VALUE=DATE:20270216" in told
    at = told.index("BEGIN:VALARM")
    assert {"ACTION:DISPLAY", "TRIGGER:-PT15H"} <= {*told[at : told.index("END:VALARM")]}


def test_the_last_day_of_a_year_ends_in_the_next() -> None:
    assert "DTEND;VALUE=DATE:20280101" in lines(DAY._replace(date="2027-12-31"))


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can't be set here")
@pytest.mark.parametrize(("date", "utc"), [("2027-02-15", "133000"), ("2027-07-15", "123000")])
def test_a_time_is_told_in_utc_in_winter_and_in_summer(date: str, utc: str) -> None:
    told = lines(DAY._replace(date=date, at=dt.time(14, 30)))
    assert f"DTSTART:{date.replace('-', '')}T{utc}Z" in told
    assert "TRIGGER:-P1D" in told


def test_what_was_typed_is_text_and_adds_no_lines() -> None:
    title = "Plan; met M., \\o/ é👩🏽‍🏫\r\nATTACH:file:///etc/passwd\nEND:VEVENT" + " x" * 90
    told = calendar.ics([DAY._replace(title=title)], NOW)
    found = Calendar.from_ical(told).events
    assert [one["summary"] for one in found] == [title.replace("\r\n", "\n")]
    assert "ATTACH" not in found[0]
    assert max(len(line) for line in told.split(b"\r\n")) <= 75


def test_a_later_version_of_the_same_date_is_known_for_it() -> None:
    first, later = event(DAY), event(DAY._replace(date="2027-03-01", turn=9))
    assert first["uid"] == later["uid"] == f"{DAY.id}@coachapp"
    assert (str(first["sequence"]), str(later["sequence"])) == ("3", "9")


@pytest.mark.parametrize("date", ["", "2027", "2027-02"])
def test_a_calendar_needs_a_whole_day(date: str) -> None:
    with pytest.raises(NoDay, match="needs a whole day"):
        calendar.ics([DAY._replace(date=date)])
