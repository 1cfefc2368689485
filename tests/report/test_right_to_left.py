"""Names and texts in Arabic and Hebrew stand as people who read them expect, also amid Dutch and English."""

import pytest

from coachapp.report import shaping
from coachapp.report.typesetting import Line, Span, Typesetter

WIDTH = 14


def lines(text: str, *others: str) -> list[Line]:
    return Typesetter("nl").lines([Span(text), *(Span(other, bold=True) for other in others)], WIDTH)


def seen(text: str) -> str:
    """From left to right."""
    parts = shaping.in_order_of_sight(text, shaping.base_direction(text))
    return "".join(part[::-1] if turned else part for part, turned in parts)


@pytest.mark.parametrize(
    ("typed", "from_left_to_right"),
    [
        ("בית (ספר)", "(רפס) תיב"),
        ("בית (2 havo)", "(havo 2) תיב"),
        ("בית «ספר» [א]", "[א] «רפס» תיב"),
        ("Les (בית) en (x)", "Les (תיב) en (x)"),
        ("Les בית (x) ספר", "Les תיב (x) רפס"),
        ("Les בית (ספר) x", "Les (רפס) תיב x"),
    ],
)
def test_brackets_open_towards_what_is_in_them(typed: str, from_left_to_right: str) -> None:
    assert seen(typed) == from_left_to_right


def test_lines_of_one_text_from_the_right_begin_where_the_longest_does() -> None:
    told = lines("مدرسة النور لتعليم الأحياء والكيمياء والفيزياء في المدينة " * 2)
    assert len(told) > 2
    ends = {round(line.indent + line.width, 6) for line in told}
    assert ends == {round(max(line.width for line in told), 6)}
    assert len({line.indent for line in told}) > 1


def test_a_line_that_begins_with_a_latin_word_belongs_to_its_paragraph_still() -> None:
    told = lines("مدرسة النور لتعليم الأحياء والكيمياء Lyceum مدرسة النور")
    assert {line.direction for line in told} == {"R"}
    latin_first = next(line for line in told[1:] if line.text.startswith("Lyceum"))
    assert letters(latin_first)[-1] == "Lyceum"  # at the right, where the line begins


def letters(line: Line) -> list[str]:
    """The words of plain letters, from left to right."""
    text = "".join(piece.text if piece.text.isascii() else "…" for piece in line.pieces)
    return [word for word in text.replace("…", " … ").split() if word]


def test_what_is_read_from_the_left_begins_at_the_left() -> None:
    for text in ("Lesgeven aan school مدرسة النور en meer van zulke woorden achter elkaar", "Biologie " * 9):
        assert {line.indent for line in lines(text)} == {0}
    assert {line.indent for line in lines("مدرسة النور", "Lesgeven aan drie klassen en meer")} == {0}


def test_a_short_text_from_the_right_ends_in_dots_at_its_left() -> None:
    told = Typesetter("nl").few_lines(Span("مدرسة النور لتعليم الأحياء " * 9), WIDTH, 2)
    assert len(told) == 2
    assert letters(told[1])[0] == "…"
    assert max(line.indent + line.width for line in told) <= WIDTH
    assert len({round(line.indent + line.width, 6) for line in told}) == 1


def test_no_line_begins_with_the_dot_between_two_things() -> None:
    text = "trekken · Het Voorbeeldcollege · curriculumontwikkelaar · formeel · 40 uur"
    told = [line.text for line in lines(text)]
    assert len(told) > 2
    assert not [line for line in told if line.startswith("·")]
    assert " ".join(told).replace("\xad ", "") == text


def test_bold_words_are_no_wider_than_their_line() -> None:
    words = "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 9
    told = Typesetter("nl").lines([Span(words, bold=True)], WIDTH)
    assert max(line.width for line in told) <= WIDTH + 1e-6
