"""Dates, numbers and hours read the way people write them."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest

from coachapp import formats, i18n
from coachapp.domain.insight import Total
from coachapp.domain.values import Hours


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("", "", ""),
        ("2026", "2026", "2026"),
        ("2026-08", "augustus 2026", "August 2026"),
        ("2026-08-31", "31 augustus 2026", "31 August 2026"),
    ],
)
def test_a_date_is_as_exact_as_it_was_typed(text: str, dutch: str, english: str) -> None:
    with i18n.speaking("nl"):
        assert formats.day(text) == dutch
    with i18n.speaking("en"):
        assert formats.day(text) == english


def test_a_period_may_be_open_at_either_side() -> None:
    with i18n.speaking("en"):
        assert formats.span("2019", "") == "since 2019"
        assert formats.span("", "2023-05") == "until May 2023"
        assert formats.span("2019", "2023") == "2019 – 2023"
        assert formats.span("2019", "2019") == "2019"
        assert formats.span("2026-09", "2026-12") == "September – December 2026"
        assert formats.span("2025-09", "2026-06") == "September 2025 – June 2026"
        assert formats.span("", "") == ""


def test_numbers_follow_the_language() -> None:
    with i18n.speaking("nl"):
        assert formats.number(Decimal("1263.50")) == "1.263,5"
    with i18n.speaking("en"):
        assert formats.number(Decimal("1263.50")) == "1,263.5"


def test_hours_are_told_as_they_were_typed() -> None:
    with i18n.speaking("en"):
        assert formats.hours(Hours(Decimal(1), "week")) == "1 hour per week"
        assert formats.hours(Hours(Decimal("12.5"), "week")) == "12.5 hours per week"
        assert formats.hours(Hours(Decimal("62.5"), "year")) == "62.5 hours per year"


def test_a_total_keeps_weeks_and_years_apart() -> None:
    with i18n.speaking("en"):
        both = formats.total(Total(Decimal(2), Decimal("1263.5")))
        assert both == "1,263.5 hours per year and 2 hours per week"
        assert formats.total(Total(Decimal(0), Decimal(1_000_000))) == "1,000,000 hours per year"
        assert formats.total(Total(Decimal(0), Decimal(0))) == ""


def test_a_day_of_the_calendar_reads_in_full() -> None:
    with i18n.speaking("nl"):
        assert formats.long_date(dt.date(2026, 11, 23)) == "23 november 2026"


def test_an_unknown_language_reads_as_english() -> None:
    with i18n.speaking("xx"):
        assert formats.day("2026-08-31") == "31 August 2026"


def test_babel_waits_until_a_date_is_shown() -> None:
    code = "import coachapp.formats, sys; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("code", "at"), [("en", "at"), ("nl", "om")])
def test_a_time_of_today_needs_no_date_and_one_of_this_year_no_year(code: str, at: str) -> None:
    i18n.use(code)
    now = dt.datetime.now().astimezone()
    other_day = now.replace(month=3, day=4 if (now.month, now.day) != (3, 4) else 5, hour=14, minute=5)
    assert formats.lately(now) == f"{now:%H:%M}"
    assert formats.lately(other_day).endswith(f" {at} 14:05")
    assert str(now.year) not in formats.lately(other_day)
    assert "2019" in formats.lately(now.replace(year=2019, day=1))
