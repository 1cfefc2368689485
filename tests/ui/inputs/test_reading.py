"""Dates as people type them."""

import pytest

from coachapp import i18n
from coachapp.errors import NotADate
from coachapp.ui.inputs import reading


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("2026", "2026"),
        ("2026-08", "2026-08"),
        ("2026-8", "2026-08"),
        ("8-2026", "2026-08"),
        ("08/2026", "2026-08"),
        ("31-8-2026", "2026-08-31"),
        ("31/08/2026", "2026-08-31"),
        ("31.8.2026", "2026-08-31"),
        ("2026-08-31", "2026-08-31"),
        ("2026-8-31", "2026-08-31"),
        ("31 aug 2026", "2026-08-31"),
        ("31 augustus 2026", "2026-08-31"),
        ("1 mrt. 2026", "2026-03-01"),
        ("1 mei 2026", "2026-05-01"),
        ("March 2026", "2026-03"),
        ("maart 2026", "2026-03"),
        ("sept 2026", "2026-09"),
        ("August 31, 2026", "2026-08-31"),
        ("Okt 2026", "2026-10"),
    ],
)
def test_a_date_may_be_typed_in_many_ways(typed: str, meant: str) -> None:
    assert reading.date(typed) == meant


@pytest.mark.parametrize(
    "typed", ["soon", "31-2-2026", "13-2026", "2026-13", "0-2026", "12", "1-2-26", "2026-08-32", "x 2026"]
)
def test_what_is_no_date_is_said_so(typed: str) -> None:
    with pytest.raises(NotADate):
        reading.date(typed)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Not a date. Type for example 1 March 2027 or March 2027."),
        ("nl", "Geen datum. Typ bijvoorbeeld 1-3-2027 of maart 2027."),
    ],
)
@pytest.mark.parametrize("typed", ["1-3", "13-2026", "31-2-2026"])
def test_the_examples_are_dates_as_people_write_them(language: str, said: str, typed: str) -> None:
    i18n.use(language)
    with pytest.raises(NotADate) as refused:
        reading.date(typed)
    assert refused.value.text() == said


@pytest.mark.parametrize("typed", ["1 March 2027", "1-3-2027", "March 2027", "maart 2027"])
def test_what_is_given_as_an_example_can_be_typed(typed: str) -> None:
    assert reading.date(typed) in ("2027-03", "2027-03-01")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("iso", ["", "2026", *(f"2026-{month:02}" for month in range(1, 13)), "2026-03-07"])
def test_a_date_that_is_shown_reads_back_the_same(language: str, iso: str) -> None:
    i18n.use(language)
    assert reading.date(reading.date_text(iso)) == iso
