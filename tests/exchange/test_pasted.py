"""Lines pasted or dropped as text."""

import pytest

from tests.exchange.lists import preview, taken


def test_ten_lines_are_ten_activities() -> None:
    lines = [f"Activiteit van dag {n}, met komma; en punt-komma" for n in range(1, 11)]
    assert taken(preview("\n".join(lines))) == lines


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "• ", "•\t", "– ", "\t- ", "  · ", "- [ ] ", "- [x] ", "☐ ", "\uf0b7\t", "a) "]
)
def test_bullets_go(bullet: str) -> None:
    text = f"{bullet}Lesgeven\n{bullet}Mentoraat (2 havo)\n{bullet}MR-lid\n"
    assert taken(preview(text)) == ["Lesgeven", "Mentoraat (2 havo)", "MR-lid"]


@pytest.mark.parametrize("number", ["{n}. ", "{n}) ", "({n}) ", "{n}.\t"])
def test_numbers_before_lines_go(number: str) -> None:
    text = "\r\n".join(number.format(n=n) + f"Taak {n}" for n in range(1, 12))
    assert taken(preview(text)) == [f"Taak {n}" for n in range(1, 12)]


def test_numbers_without_words_are_empty_lines() -> None:
    assert taken(preview("1. Mentoraat\n2. MR\n3.\n4. \n5.\n6.\n")) == ["Mentoraat", "MR"]


@pytest.mark.parametrize("head", ["Nr.\tActiviteit", "No.\tActivity", "#\tTaak"])
@pytest.mark.parametrize("filled", [2, 5, 12])
def test_numbered_rows_of_a_table_under_their_heads_are_clean(head: str, filled: int) -> None:
    rows = [f"{n}.\t" + (f"Taak {n}" if n <= filled else "") for n in range(1, 13)]
    assert taken(preview("\r\n".join([head, *rows]))) == [f"Taak {n}" for n in range(1, filled + 1)]


def test_a_dash_or_number_that_belongs_to_the_words_stays() -> None:
    lines = ["2 havo lesgeven", "1.5 uur bijles", "Werkgroep A - B", "e-coach", "3e graads begeleiding"]
    assert taken(preview("\n".join(lines))) == lines


def test_blank_lines_and_a_caption_are_left() -> None:
    found = preview("\n\nJaartaak 2026-2027\n\n\nMentoraat\n\n\nMR\n\n")
    assert taken(found) == ["Mentoraat", "MR"]
    assert [(r.line, r.reason and r.reason.value) for r in found.rows] == [
        (3, "above"),
        (4, "blank"),
        (6, None),
        (7, "blank"),
        (9, None),
    ]
    assert found.school_year == 2026


def test_a_heading_over_pasted_lines_is_left() -> None:
    assert taken(preview("Mijn taken:\nOverige taken\nMentoraat\n")) == ["Overige taken", "Mentoraat"]
    assert taken(preview("Mentoraat\nOverige taken\nMR\n")) == ["Mentoraat", "Overige taken", "MR"]


def test_a_pasted_table_is_a_table() -> None:
    found = preview("Taak\tUren per week\r\nMentoraat\t1,5\r\nMR\t2\r\n")
    assert [(r.title, r.hours and str(r.hours.amount)) for r in found.rows if r.ticked] == [
        ("Mentoraat", "1.5"),
        ("MR", "2"),
    ]


def test_pasted_csv_is_a_table_when_its_headings_say_so() -> None:
    assert taken(preview("taak,uren\nMentoraat,12\n")) == ["Mentoraat"]


def test_one_line_is_one_activity() -> None:
    assert taken(preview("Mentoraat, klas 2; met ouders thuis")) == ["Mentoraat, klas 2; met ouders thuis"]


def test_one_row_of_a_spreadsheet_is_one_activity_with_its_hours() -> None:
    (row,) = preview("Mentoraat\t62,5").rows
    assert (row.title, row.hours and str(row.hours.amount)) == ("Mentoraat", "62.5")
