"""Dates for somebody's calendar, as an ICS file (RFC 5545) with an alarm each."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _

if TYPE_CHECKING:
    from icalendar import Event

_MAKER: Final = "-//CoachApp//CoachApp//EN"
_ALARM_BEFORE: Final = dt.timedelta(days=1)
_THE_MORNING_BEFORE: Final = dt.timedelta(hours=15)  # of a whole day, which begins at midnight


class NoDay(CoachError):
    """`value`: a date without a day, as typed."""

    def _template(self) -> str:
        return _("A calendar needs a whole day, such as 31-8-2026. Type the day of the follow-up first.")


class Meeting(NamedTuple):
    """`id` and `turn` let a calendar see a later version of the same date; no `at`: the whole day."""

    id: str
    turn: int
    title: str
    date: str
    at: dt.time | None = None
    minutes: int = 60


def ics(meetings: Iterable[Meeting], now: dt.datetime | None = None) -> bytes:
    """The bytes of the file; a time is that of this computer's clock. Raises NoDay."""
    from icalendar import Calendar  # noqa: PLC0415 - only who asks for a file waits for it

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for meeting in meetings:
        calendar.add_component(_event(meeting, now or dt.datetime.now(dt.UTC)))
    return calendar.to_ical()


def _event(meeting: Meeting, now: dt.datetime) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{meeting.id}@coachapp")
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("sequence", meeting.turn)
    event.add("summary", meeting.title)
    event.add("class", "PRIVATE")
    begin, end = _span(meeting)
    event.add("dtstart", begin)
    event.add("dtend", end)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", meeting.title)
    alarm.add("trigger", -(_ALARM_BEFORE if meeting.at else _THE_MORNING_BEFORE))
    event.add_component(alarm)
    return event


def file_name(meeting: Meeting) -> Path:
    """Such as "Follow-up 2027-02-15.ics"."""
    return Path(_("Follow-up {date}").format(date=meeting.date) + ".ics")


def _span(meeting: Meeting) -> tuple[dt.date, dt.date]:
    """Days run to the next; times are told in UTC, so that no zone has to be described."""
    try:
        day = dt.date.fromisoformat(meeting.date)
    except ValueError:
        raise NoDay(value=meeting.date) from None
    if meeting.at is None:
        return day, day + dt.timedelta(days=1)
    begin = dt.datetime.combine(day, meeting.at).astimezone(dt.UTC)  # a time without a zone is local
    return begin, begin + dt.timedelta(minutes=meeting.minutes)
