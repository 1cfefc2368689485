"""The lists of three teachers, as they arrive."""

from decimal import Decimal

import pytest

from coachapp.domain.values import Hours
from coachapp.exchange import Reason, activities, read, understand
from tests.exchange.lists import LISTS, left, preview, taken

SAMPLES = ("jaartaak-vo-cp1252.csv", "taken-mbo-hybride.csv", "activities-po.tsv")


def test_a_secondary_teachers_year_is_read_with_its_title_block_and_totals() -> None:
    found = preview(LISTS / "jaartaak-vo-cp1252.csv")
    assert [
        (r.line, r.title, str(r.hours.amount), r.period, r.since, r.until)
        for r in found.rows
        if r.ticked and r.hours
    ] == [
        (6, "Lesgeven biologie", "850", "aug-jul", "2026-08", "2027-07"),
        (7, "Mentoraat", "62.5", "aug-jul", "2026-08", "2027-07"),
        (8, "Begeleiding profielwerkstuk", "24", "okt-feb", "2026-10", "2027-02"),
        (9, "PTA en examens", "40", "sep-dec", "2026-09", "2026-12"),
        (10, "Leerlijn onderzoeken", "60", "aug-jul", "2026-08", "2027-07"),
        (11, "Werkgroep formatief handelen", "45", "aug-jul", "2026-08", "2027-07"),
        (12, "Coaching startende docent", "30", "aug-jan", "2026-08", "2027-01"),
        (13, "Docentontwikkelteam", "80", "aug-jul", "2026-08", "2027-07"),
        (14, "Excursie Naturalis", "12", "mei", "2027-05", "2027-05"),
        (15, "MR-lid", "60", "aug-jul", "2026-08", "2027-07"),
        (18, "Deskundigheidsbevordering", "160", "sep-jun", "2026-09", "2027-06"),
        (19, "Duurzame inzetbaarheid", "40", "", "", ""),
    ]
    assert left(found) == [
        (1, "above"),
        (2, "above"),
        (3, "above"),
        (4, "blank"),
        (5, "heading"),
        (16, "blank"),
        (17, "subtotal"),
        (20, "blank"),
        (21, "subtotal"),
    ]
    assert (found.school_year, found.needs_school_year) == (2026, False)


def test_accents_and_signs_of_windows_arrive_whole_and_the_class_is_not_lost() -> None:
    rows = {row.title: row for row in preview(LISTS / "jaartaak-vo-cp1252.csv").rows}
    assert rows["MR-lid"].description == "Personeelsgeleding – beleid €-begroting\nKlas/groep: school"
    assert "collega\u2019s" in rows["Werkgroep formatief handelen"].description
    assert rows["Deskundigheidsbevordering"].description == "Master Ecologie (deeltijd), Lerarenbeurs"


def test_a_hybrid_teachers_list_keeps_quotes_line_breaks_and_the_second_job() -> None:
    found = preview(LISTS / "taken-mbo-hybride.csv")
    assert [(r.line, r.title, r.hours and r.hours.amount) for r in found.rows if r.ticked] == [
        (2, "Lesgeven: anatomie, fysiologie", Decimal(640)),
        (3, "SLB / loopbaanbegeleiding", Decimal(120)),
        (4, "BPV-bezoeken", Decimal("95.5")),
        (5, "Keuzedeel zorgtechnologie", Decimal(80)),
        (7, "Examencommissie", Decimal(60)),
        (8, "Teamcoördinatie onderwijsteam VIG", Decimal(150)),
        (9, "Begeleiding zij-instromer", Decimal(40)),
        (10, "Landelijk netwerk examinering", Decimal(16)),
        (11, "Wijkverpleegkundige (tweede baan)", Decimal(624)),
    ]
    rows = {row.title: row for row in found.rows}
    assert '"past dit werk bij mij?"' in rows["SLB / loopbaanbegeleiding"].description
    assert rows["Keuzedeel zorgtechnologie"].description == (
        "Nieuw keuzedeel ontwikkelen met twee zorginstellingen\nen het practoraat\nSoort: ontwikkeling"
    )
    assert left(found) == [(1, "heading")]


def test_a_primary_teachers_english_list_has_hours_per_week_and_a_beginning() -> None:
    found = preview(LISTS / "activities-po.tsv")
    assert [(r.title, r.hours, r.since, r.until, r.description) for r in found.rows if r.ticked] == [
        ("Teach group 7, all subjects", _week("20"), "2012-08", "", "pupils aged 10-11"),
        (
            "Coach a pupil who reads two years behind",
            _week("1"),
            "2025-09",
            "",
            "three short sessions a week",
        ),
        ("Design a theme on water with colleagues of groups 6-8", _week("1.5"), "2025-10", "", ""),
        ("Arrange the parent evening and the end-of-year play", _week("0.5"), "2026-03", "", ""),
        ("Run the literacy learning team of the school", _week("2"), "2023-08", "", "monthly sessions"),
        ("Supervise two student teachers from the Pabo", _week("2"), "2024-09", "", ""),
        (
            "Take part in the regional reading-clinic network",
            _week("0.5"),
            "2025-01",
            "",
            "three boards, 28 schools",
        ),
        ("Write a blog about reading for a teachers' magazine", _week("1"), "2024-11", "", "national"),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_list_a_second_time_adds_nothing(name: str) -> None:
    table = read(LISTS / name)
    first = understand(table, ())
    new = activities(first, first.ticked)
    assert [activity.title for activity in new] == taken(first)
    again = understand(table, [activity.title for activity in new])
    assert not again.ticked
    assert {r.reason for r in again.rows if r.line in first.ticked} == {Reason.PRESENT}


def _week(amount: str) -> Hours:
    return Hours(Decimal(amount), "week")
