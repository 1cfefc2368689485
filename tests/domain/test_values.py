"""The small values: what a person may type, and what becomes of it."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachapp.domain import values
from coachapp.domain.values import Cell, Hours, Stamp
from coachapp.errors import EmptyText, NotADate, NotAValue, NotHours, TextTooLong


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Les\t geven\n", "Les geven"),
        ("a\x00b\x1fc\x7f", "a b c"),
        ("half\ud800", "half"),
        ("\uf0b7 bullet of a word processor", "bullet of a word processor"),
        ("\ufffe\ufdd0x\U0001ffff", "x"),
        ("regel\u2028twee\u2029drie", "regel twee drie"),
        ("👩🏽‍🏫 les", "👩🏽‍🏫 les"),
        ("\u200fعربي", "\u200fعربي"),
        ("", ""),
    ],
)
def test_a_line_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert values.line(typed) == kept


def test_a_character_that_only_a_newer_python_knows_survives() -> None:
    assert values.line("a\U0001fadfb") == "a\U0001fadfb"
    assert values.title("\U0003fffd") == "\U0003fffd"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x00\x01", "\u200b", "\u200e\u200f", "\ufeff \u2060"])
def test_a_title_that_cannot_be_seen_is_refused(typed: str) -> None:
    with pytest.raises(EmptyText):
        values.title(typed)


def test_a_title_may_have_300_characters_and_not_one_more() -> None:
    assert values.title("x" * 300)
    with pytest.raises(TextTooLong) as refused:
        values.title("x" * 301)
    assert "301" in refused.value.text()
    assert "300" in refused.value.text()


def test_prose_keeps_its_lines_and_tabs() -> None:
    assert values.prose("  een\r\ntwee\rdrie\n\tvier\x07 ") == "een\ntwee\ndrie\n\tvier"
    with pytest.raises(TextTooLong):
        values.prose("x" * (values.TEXT_LENGTH + 1))


@given(st.text())
def test_cleaning_a_text_twice_changes_nothing_more(typed: str) -> None:
    assert values.line(values.line(typed)) == values.line(typed)
    assert values.prose(values.prose(typed)) == values.prose(typed)
    values.prose(typed).encode()


@pytest.mark.parametrize("typed", ["", "2026", "2026-08", "2026-08-31", " 2024-02-29 ", "0001", "9999-12-31"])
def test_a_year_a_month_or_a_day_is_a_date(typed: str) -> None:
    assert values.date(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        *("26", "2026-8", "2026-13", "2026-00", "2026-02-30", "2025-02-29", "2026-04-31", "0000", "2026-"),
        *("31-08-2026", "2026/08/31", "20260831", "2026-W05-1", "soon", "٢٠٢٦", "2026-08-31T10:00", "-2026"),
    ],
)
def test_what_is_on_no_calendar_is_refused(typed: str) -> None:
    with pytest.raises(NotADate) as refused:
        values.date(typed)
    assert typed in refused.value.text()


@pytest.mark.parametrize(
    ("typed", "amount"), [("12", "12"), ("12,5", "12.5"), (" 0.25 ", "0.25"), ("8784", "8784"), ("0", "0")]
)
def test_hours_are_kept_as_typed(typed: str, amount: str) -> None:
    assert Hours.parse(typed, "week") == Hours(Decimal(amount), "week")


def test_no_hours_typed_is_no_hours() -> None:
    assert Hours.parse("  ") is None


@pytest.mark.parametrize(
    "typed",
    ["many", "-1", "-0", "8785", "1e3", "1_000", "nan", "inf", "1.2.3", "٣", "1 000", ".", "9" * 5000],
)
def test_what_is_no_amount_of_hours_is_refused(typed: str) -> None:
    with pytest.raises(NotHours):
        Hours.parse(typed)


def test_hours_are_per_week_or_per_year() -> None:
    with pytest.raises(NotAValue):
        Hours(Decimal(1), "month")
    for amount in (Decimal("NaN"), Decimal("Infinity"), Decimal("-0.1")):
        with pytest.raises(NotHours):
            Hours(amount)


def test_a_cell_is_written_as_role_and_level() -> None:
    assert Cell.parse(" leren / nano ") == Cell("leren", "nano")
    assert str(Cell("leren", "nano")) == "leren/nano"
    assert Cell.parse("leren") == Cell("leren", "")


def test_stamps_of_a_later_change_are_higher_whatever_the_device() -> None:
    assert Stamp(2, "a") > Stamp(1, "z") > Stamp(1, "a") > Stamp()


def test_ids_sort_in_the_order_of_making_and_read_as_uuids() -> None:
    ids = [values.new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))
    assert {(UUID(made).version, UUID(made).variant) for made in ids} == {(7, "specified in RFC 4122")}


def test_two_threads_never_make_the_same_id() -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda _: values.new_id(), range(4000)))
    assert len(set(ids)) == 4000


def test_only_the_given_words_can_be_chosen() -> None:
    assert values.one_of("a", ("a", "b"), "letter") == "a"
    with pytest.raises(NotAValue) as refused:
        values.one_of("c", ("a", "b"), "letter")
    assert "c" in refused.value.text()


def test_a_name_of_a_file_shows_its_ending_at_its_end() -> None:
    assert values.file_name("plan \u202efdp.exe") == "plan fdp.exe"
