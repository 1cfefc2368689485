"""Spreadsheets: values, dates, formulas, sheets."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from coachapp.exchange import read, understand
from coachapp.exchange.rows import Note
from tests.exchange.lists import left, preview, saved, taken, xlsx

Keep = Callable[..., Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    def kept(data: bytes, name: str = "taken.xlsx") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return kept


def test_a_workbook_reads_like_the_list_it_shows(keep: Keep) -> None:
    data = xlsx(
        ["Jaartaak 2026-2027"],
        [],
        ["Taak", "Omschrijving", "Uren per jaar", "Sinds", "Periode"],
        ["Mentoraat", "klas 2", 62.5, dt.date(2023, 8, 1), "aug-jul"],
        ["MR", None, 60, dt.datetime(2024, 9, 1), "okt-feb"],  # noqa: DTZ001 - so sheets have it
        [],
        ["BHV", "", "1.263,5", 2019, None],
        ["Totaal", None, 122.5],
        [None, None, None],
    )
    found = preview(keep(data))
    assert [
        (r.line, r.title, str(r.hours and r.hours.amount), r.since, r.until) for r in found.rows if r.ticked
    ] == [
        (4, "Mentoraat", "62.5", "2023-08-01", "2027-07"),
        (5, "MR", "60", "2024-09-01", "2027-02"),
        (7, "BHV", "1263.5", "2019", ""),
    ]
    assert left(found) == [(1, "above"), (2, "blank"), (3, "heading"), (6, "blank"), (8, "subtotal")]


def test_an_amount_that_was_calculated_is_never_a_thousand_times_too_large(keep: Keep) -> None:
    rows = preview(keep(xlsx(["Taak", "Uren"], ["A", 1.263], ["B", 1659 / 52], ["C", 0.1 + 0.2]))).rows
    assert [str(r.hours and r.hours.amount) for r in rows[1:]] == ["1.263", "31.9", "0.3"]
    (alone,) = preview(keep(xlsx(["Taak", "Uren"], ["A", 1.263]))).rows[1:]
    assert str(alone.hours and alone.hours.amount) == "1.263"


def test_durations_and_truths_are_read_as_shown(keep: Keep) -> None:
    data = xlsx(["Taak", "Uren", "Vast"], ["A", dt.timedelta(hours=12, minutes=30), True])
    row = preview(keep(data)).rows[1]
    assert (str(row.hours and row.hours.amount), row.description) == ("12.5", "Vast: True")


def test_a_formula_without_a_value_is_said_and_never_read_as_text(keep: Keep) -> None:
    row = preview(keep(xlsx(["Taak", "Uren"], ["Mentoraat", "=30*2"], ["=A2", 12]))).rows
    assert (row[1].title, row[1].hours, row[1].notes) == ("Mentoraat", None, (Note.UNCALCULATED,))
    assert "spreadsheet program" in row[1].remark()
    assert row[2].reason
    assert row[2].title == ""


def test_formulas_come_in_as_their_values(keep: Keep) -> None:
    data = xlsx(["Taak", "Uren"], ["Mentoraat", "=30*2"])
    counted = _edited(data, b"<f>30*2</f><v></v>", b"<f>30*2</f><v>60</v>", b"<f>30*2</f><v />")
    row = preview(keep(counted)).rows[1]
    assert (str(row.hours and row.hours.amount), row.notes) == ("60", ())


def test_merged_cells_keep_what_stands_in_them(keep: Keep) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Taak", "Omschrijving", "Uren"], ["Mentoraat", "H2b", 40], [None, "ouders", 20]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    assert taken(preview(keep(saved(book)))) == ["Mentoraat", "ouders"]


def test_the_first_sheet_with_anything_is_read_and_others_can_be_asked_for(keep: Keep) -> None:
    book = Workbook()
    book.worksheets[0].title = "Leeg"
    hidden = book.create_sheet("Verborgen")
    hidden.append(["Geheim"])
    hidden.sheet_state = "hidden"
    book.create_sheet("2026-2027").append(["Taak", "Periode"])
    book["2026-2027"].append(["Mentoraat", "mei"])
    book.create_sheet("2025-2026").append(["MR"])
    path = keep(saved(book))
    table = read(path)
    assert (table.sheet, table.sheets) == ("2026-2027", ("Leeg", "2026-2027", "2025-2026"))
    assert [r.since for r in understand(table, ()).rows if r.ticked] == ["2027-05"]
    assert taken(understand(read(path, "2025-2026"), ())) == ["MR"]


def test_the_name_of_a_file_does_not_matter(keep: Keep) -> None:
    assert taken(preview(keep(xlsx(["Mentoraat"]), "taken.csv"))) == ["Mentoraat"]


def _edited(data: bytes, *old_and_new: bytes) -> bytes:
    """The workbook with a value that a spreadsheet program would have calculated."""
    without, with_value, also_without = old_and_new
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            copy.writestr(name, part.replace(without, with_value).replace(also_without, with_value))
    return out.getvalue()
