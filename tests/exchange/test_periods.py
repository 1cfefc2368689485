"""Periods as people write them; the school year is 2026-2027."""

import pytest

from coachapp.exchange.periods import Period, read_period, school_year


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("2023-08", "2023-08", "2023-08"),
        ("2023-08-31", "2023-08-31", "2023-08-31"),
        ("1-8-2026", "2026-08-01", "2026-08-01"),
        ("1/8/2026", "2026-08-01", "2026-08-01"),
        ("sep 2024", "2024-09", "2024-09"),
        ("sept. '24", "2024-09", "2024-09"),
        ("1 september 2024 t/m 31 januari 2025", "2024-09-01", "2025-01-31"),
        ("sinds 2019", "2019", ""),
        ("since 2012-08", "2012-08", ""),
        ("(sinds 2019)", "2019", ""),
        ("2019 - heden", "2019", ""),
        ("2019 -", "2019", ""),
        ("tot 2025", "", "2025"),
        ("2024-2026", "2024", "2026"),
        ("2026-2027", "2026-08", "2027-07"),
        ("2026/27", "2026-08", "2027-07"),
        ("sep-dec 2026", "2026-09", "2026-12"),
        ("okt 2026 - feb", "2026-10", "2027-02"),
    ],
)
def test_a_period_with_its_own_year_is_understood(typed: str, since: str, until: str) -> None:
    assert read_period(typed) == Period(since, until)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("aug-jul", "2026-08", "2027-07"),
        ("okt-feb", "2026-10", "2027-02"),
        ("van aug tot mei", "2026-08", "2027-05"),
        ("from September to December", "2026-09", "2026-12"),
        ("mei", "2027-05", "2027-05"),
        ("30 sep", "2026-09-30", "2026-09-30"),
        ("t/m mei", "", "2027-05"),
        ("vanaf sept.", "2026-09", ""),
        ("hele jaar", "2026-08", "2027-07"),
        ("jan-dec", "2026-01", "2026-12"),
        ("jul-aug", "2026-07", "2026-08"),
    ],
)
def test_months_get_their_year_from_the_school_year_or_ask_for_it(typed: str, since: str, until: str) -> None:
    assert read_period(typed, 2026) == Period(since, until)
    assert read_period(typed) == Period(asks_year=True)


@pytest.mark.parametrize(
    "typed", ["", "maandelijks", "week 36-40", "31-2-2026", "mei 2026 - mei 2025", "decor", "Q1", "sinds"]
)
def test_anything_else_is_left_as_text(typed: str) -> None:
    assert read_period(typed, 2026) is None


@pytest.mark.parametrize("typed", ["Jaartaak 2026-2027", "taken_2026-27", "Schooljaar 2026/2027 (concept)"])
def test_a_title_names_the_school_year(typed: str) -> None:
    assert school_year(typed) == 2026


@pytest.mark.parametrize("typed", ["2026", "tel. 2026-1999", "export 2025-09-26", "2019-2024"])
def test_other_numbers_are_no_school_year(typed: str) -> None:
    assert school_year(typed) is None
