"""Hours as people write them."""

from decimal import Decimal

import pytest

from coachapp.exchange.hours import decimal_mark, read_hours


@pytest.mark.parametrize(
    ("typed", "amount", "per"),
    [
        ("12,5", "12.5", "year"),
        ("12.5", "12.5", "year"),
        ("850,0", "850", "year"),
        ("1.263,5", "1263.5", "year"),
        ("1,263.5", "1263.5", "year"),
        ("1 263,5", "1263.5", "year"),
        ("1\u00a0263", "1263", "year"),
        ("1'263", "1263", "year"),
        ("1.263", "1263", "year"),
        ("0.125", "0.125", "year"),
        ("31.9038461538", "31.9", "year"),
        ("12.5 h", "12.5", "year"),
        ("60u", "60", "year"),
        ("60 klokuren", "60", "year"),
        ("2 uur per week", "2", "week"),
        ("2 u p.w.", "2", "week"),
        ("2 hours a week", "2", "week"),
        ("2 hrs/wk", "2", "week"),
        ("40 uur/jaar", "40", "year"),
        ("12:30", "12.5", "year"),
    ],
)
def test_an_amount_is_understood(typed: str, amount: str, per: str) -> None:
    hours = read_hours(typed)
    assert hours
    assert (hours.amount, hours.per) == (Decimal(amount), per)


@pytest.mark.parametrize(
    "typed", ["", "ca. 60", "40-60", "-3", "3 uur per maand", "0,2 fte", "1.2.3", "9999", "9" * 400, "veel"]
)
def test_anything_else_is_not_taken_for_hours(typed: str) -> None:
    assert read_hours(typed) is None


def test_the_other_amounts_of_a_list_tell_what_its_points_mean() -> None:
    assert decimal_mark(["12", "1.5", "1.263"]) == "."
    assert decimal_mark(["850,0", "1.263"]) == ","
    assert decimal_mark(["1.263", "12"]) == ""
    assert read_hours("1.263", mark=".") != read_hours("1.263", mark=",")
