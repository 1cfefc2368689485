"""Dates, numbers and hours in the reader's language, by Babel."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from coachapp.domain.insight import Total
from coachapp.domain.values import Hours
from coachapp.i18n import gettext as _
from coachapp.i18n import language, ngettext

if TYPE_CHECKING:  # Babel takes longer to import than the rest of the start
    from babel import Locale

_UNITS: Final = (("GB", 10**9), ("MB", 10**6), ("kB", 10**3))
_LOCALES: Final = {"en": "en_GB"}


@cache
def _locale(code: str) -> "Locale":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(_LOCALES.get(code, code))
    except (UnknownLocaleError, ValueError):  # words of an unknown language read as English too
        return Locale.parse(_LOCALES["en"])


def long_date(date: dt.date) -> str:
    """Such as "31 August 2026"."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, "long", _locale(language()))


def moment(at: dt.datetime) -> str:
    """Such as "31 August 2026, 14:05"."""
    return f"{long_date(at.date())}, {at:%H:%M}"


def size(count: int) -> str:
    """Of a file, such as "1.3 MB"; units as file managers count them."""
    unit, worth = next((one for one in _UNITS if count >= one[1]), _UNITS[-1])
    return f"{number(max(Decimal(count) / worth, Decimal(1)).quantize(Decimal('0.1')))} {unit}"


def date_and_time(at: dt.datetime) -> str:
    """Such as "26 November at 14:05"; with its year if that is another one than this."""
    this_year = at.year == dt.datetime.now(at.tzinfo).year
    date = _day_and_month(at) if this_year else long_date(at.date())
    return _("{date} at {time}").format(date=date, time=f"{at:%H:%M}")


def lately(at: dt.datetime) -> str:
    """Such as "14:05" for today, else "26 November at 14:05"."""
    is_today = at.date() == dt.datetime.now(at.tzinfo).date()
    return f"{at:%H:%M}" if is_today else date_and_time(at)


def _day_and_month(at: dt.datetime) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415

    return format_skeleton("MMMMd", at, locale=_locale(language()))


def day(text: str) -> str:
    """A portfolio's date, as exact as it is: "2026", "August 2026", "31 August 2026"; nothing is ""."""
    year, month, of_month = [*text.split("-"), "", ""][:3] if text else ("", "", "")
    if not month:
        return year
    date = dt.date(int(year), int(month), int(of_month or 1))
    return long_date(date) if of_month else _month(date)


def _month(date: dt.date) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415

    return format_skeleton("yMMMM", dt.datetime.combine(date, dt.time()), locale=_locale(language()))


def short_month(date: dt.date) -> str:
    """Such as "Aug"."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, "LLL", _locale(language()))


def span(since: str, until: str) -> str:
    """Such as "since 2019", "until May 2023" or "2019 – May 2023"; nothing is ""."""
    if since and until:
        return _both(since, until)
    if since:
        return _("since {date}").format(date=day(since))
    return _("until {date}").format(date=day(until)) if until else ""


def _both(since: str, until: str) -> str:
    if since == until:
        return day(since)
    months_of_one_year = len(since) == len(until) == len("2026-08") and since[:4] == until[:4]
    first = day(since).rpartition(" ")[0] if months_of_one_year else day(since)
    return f"{first} – {day(until)}"


def number(value: Decimal) -> str:
    """Such as "1,263.5", without zeros at the end."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, "#,##0.##", _locale(language()))


def minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def hours(value: Hours) -> str:
    """Such as "12.5 hours per week"."""
    return _amount(value.amount, value.per)


def total(value: Total) -> str:
    """Such as "1,263.5 hours per year and 2 hours per week"; no hours at all is ""."""
    year, week = (
        _amount(amount, per) if amount else "" for amount, per in ((value.year, "year"), (value.week, "week"))
    )
    return (
        _("{hours} and {more_hours}").format(hours=year, more_hours=week) if year and week else year or week
    )


def _amount(amount: Decimal, per: str) -> str:
    few = 1 if amount == 1 else 2
    per_week = ngettext("{hours} hour per week", "{hours} hours per week", few)
    per_year = ngettext("{hours} hour per year", "{hours} hours per year", few)
    return (per_week if per == "week" else per_year).format(hours=number(amount))
