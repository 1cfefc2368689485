"""What the preview of a list says, line by line."""

from decimal import Decimal
from pathlib import Path

import pytest

from coachapp.domain.portfolio import Context
from coachapp.domain.values import TITLE_LENGTH, Hours
from coachapp.exchange import Role, activities, read, understand
from coachapp.exchange.rows import Note
from tests.exchange.lists import left, preview, taken


def test_months_without_a_year_ask_for_the_school_year_and_stay_as_text() -> None:
    text = "Taak\tPeriode\nMentoraat\taug-jul\nMR\tsinds 2019\n"
    found = preview(text)
    assert found.needs_school_year
    assert [(r.period, r.since) for r in found.rows if r.ticked] == [("aug-jul", ""), ("sinds 2019", "2019")]
    told = preview(text, school_year=2025)
    assert not told.needs_school_year
    assert [(r.since, r.until) for r in told.rows if r.ticked] == [("2025-08", "2026-07"), ("2019", "")]


def test_the_files_name_tells_the_school_year(tmp_path: Path) -> None:
    path = tmp_path / "taken 2025-2026.csv"
    path.write_text("Taak;Periode\nMentoraat;okt-feb\n")
    assert [(r.since, r.until) for r in preview(path).rows if r.ticked] == [("2025-10", "2026-02")]


def test_a_row_that_is_there_already_is_left_whatever_its_capitals_and_spaces() -> None:
    found = preview("mentoraat\nMR-lid\n", known=["  MENTORAAT "])
    assert left(found) == [(1, "present")]
    assert found.rows[0].takeable


def test_one_task_for_two_classes_is_two_activities_but_the_same_line_twice_is_one() -> None:
    found = preview("Taak;Klas;Uren\nLes;2 havo;100\nLes;3 vwo;100\nLes;3 vwo;100\n")
    assert taken(found) == ["Les", "Les"]
    assert left(found) == [(1, "heading"), (4, "twice")]


@pytest.mark.parametrize(
    "line", ["Totaal;;12", "Subtotaal onderwijs;;12", "Grand total:;;12", "Jaartaak totaal;;12", ";TOTAAL;12"]
)
def test_totals_are_left(line: str) -> None:
    assert (3, "subtotal") in left(preview(f"Taak;Klas;Uren\nMentoraat;2h;12\n{line}\n"))


@pytest.mark.parametrize(
    "line", ["Totaalpakket ICT;;12", "Total physical response;for colleagues;12", "Samen lezen;;12"]
)
def test_what_only_looks_like_a_total_is_taken(line: str) -> None:
    assert line.partition(";")[0] in taken(preview(f"Task;Description;Hours\nMentoring;x;12\n{line}\n"))


def test_a_task_of_no_hours_is_left_and_one_without_hours_is_taken() -> None:
    found = preview("Taak;Uren\nMentoraat;0\nMR;\nOR;0,5\n")
    assert taken(found) == ["MR", "OR"]
    assert (2, "no_hours") in left(found)


def test_a_line_with_only_numbers_names_no_activity() -> None:
    assert (3, "no_title") in left(preview("Taak;Uren;Periode\nMentoraat;12;mei\n;12;\n"))


def test_a_line_without_a_task_is_named_by_its_description() -> None:
    found = preview("Taak;Omschrijving;Uren\nMentoraat;klas 2;40\n;oudergesprekken;20\n")
    assert taken(found) == ["Mentoraat", "oudergesprekken"]
    assert found.rows[-1].description == ""


def test_nothing_of_a_taken_line_is_lost() -> None:
    found = preview(
        "Nr;Taak;Uren;Uren per week;Periode;Sinds;Team;Omschrijving\n"
        "1;MR;ca. 60;2;soms;lang geleden;Bovenbouw;Namens het personeel\n"
    )
    row = found.rows[1]
    assert row.hours == Hours(Decimal(2), "week")
    assert row.period == "soms; Sinds: lang geleden"
    assert row.description == "Namens het personeel\nUren: ca. 60\nTeam: Bovenbouw"
    assert row.notes == (Note.HOURS_AS_TEXT,)
    assert found.roles[0] is Role.LEFT_OUT


def test_a_beginning_that_is_a_whole_period_keeps_its_end() -> None:
    row = preview("Taak;Sinds;Vanaf\nMR;2019-2021;2018\n").rows[1]
    assert (row.since, row.period) == ("2018", "Sinds: 2019-2021; Vanaf: 2018")


def test_hours_in_their_own_words_overrule_the_heading() -> None:
    found = preview("Taak;Uren per jaar\nMR;2 uur per week\nPTA;1.263\nBHV;12,5\n")
    assert [r.hours for r in found.rows[1:]] == [
        Hours(Decimal(2), "week"),
        Hours(Decimal(1263), "year"),
        Hours(Decimal("12.5"), "year"),
    ]


def test_a_long_line_is_shortened_between_words_and_kept_whole_in_the_description() -> None:
    long = "Lesgeven aan alle klassen " * 20
    (row,) = preview(long).rows
    assert row.ticked
    assert len(row.title) <= TITLE_LENGTH
    assert row.title.endswith("klassen…") or row.title.endswith("alle…") or row.title.endswith("aan…")
    assert row.description == long.strip()
    assert row.notes == (Note.SHORTENED,)


def test_a_line_too_long_for_one_activity_cannot_be_ticked() -> None:
    found = preview(f"Taak;Omschrijving\nMR;{'x' * 30_000}\nPTA;y\n")
    assert taken(found) == ["PTA"]
    assert (2, "too_long") in left(found)
    assert not found.rows[1].takeable
    assert [a.title for a in activities(found, {2, 3})] == ["PTA"]


def test_headings_need_not_stand_on_top_nor_be_there_at_all() -> None:
    found = preview("Naam;S.\n\nTask,Notes,Hours\nMentoring,x,12\nTeaching,y,13\n")
    assert (taken(found), found.heading and found.heading.number) == (["Mentoring", "Teaching"], 3)
    bare = preview("1\tMentoraat\tklas 2\t12,5\taug-jul\n2\tMR\tpersoneel\t60\tmei\n")
    assert [role.value for role in bare.roles] == ["left_out", "title", "description", "hours_year", "period"]
    assert taken(bare) == ["Mentoraat", "MR"]


def test_a_person_can_say_what_the_columns_are() -> None:
    table = read("Vak\tGroep\nBiologie\tH2b\n")
    guessed = understand(table, ())
    told = understand(table, (), columns=[Role.DESCRIPTION, Role.TITLE])
    assert taken(guessed)[-1] == "Biologie"
    assert (told.rows[-1].title, told.rows[-1].description) == ("H2b", "Biologie")


def test_columns_without_a_name_are_numbered_and_roles_have_words() -> None:
    found = preview("Taak;;Uren\nMR;x;12\nPTA;y;13\n")
    assert found.headings == ("Taak", "Column 2", "Uren")
    assert [role.label() for role in Role] == [
        "Activity",
        "Description",
        "Hours per year",
        "Hours per week",
        "Period",
        "From",
        "Until",
        "Workplace",
        "Add to the description",
        "Leave out",
    ]


def test_a_known_workplace_is_referred_to_and_another_one_is_written_down() -> None:
    found = preview("Taak;School;Uren\nMR;Het  Lyceum;60\nStage;Pabo;20\n")
    school = Context("c1", "het lyceum")
    first, second = activities(found, found.ticked, [school])
    assert (first.context_id, first.description) == ("c1", "")
    assert (second.context_id, second.description) == ("", "School: Pabo")


def test_activities_keep_the_order_of_the_list_and_what_was_ticked() -> None:
    found = preview("Lesgeven\nMentoraat\nMR\n")
    made = activities(found, {3, 1})
    assert [a.title for a in made] == ["Lesgeven", "MR"]
    assert sorted(made, key=lambda a: a.id) == list(made)


def test_an_unticked_line_can_be_ticked_by_hand() -> None:
    found = preview("Taak;Uren\nMR;60\nTotaal leerlingbegeleiding;12\nExtra;1\n")
    assert "Totaal leerlingbegeleiding" not in taken(found)
    assert [a.title for a in activities(found, {3})] == ["Totaal leerlingbegeleiding"]


def test_every_reason_and_note_has_words() -> None:
    for row in preview("Taak;Uren\nMR;veel\n;1\nTotaal;2\n\nOR;0\nMR;veel\n", known=["OR"]).rows:
        assert row.remark() or row.ticked
