"""Bad and odd lists: each is read as a person would, or says in plain words what to do."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from coachapp.errors import CoachError
from coachapp.exchange import faults, read, understand
from tests.exchange.lists import preview, saved, taken, xlsx

TASKS = "Taak;Uren\nMentoraat;12\nCoördinatie één;13\n"
BOTH = ["Mentoraat", "Coördinatie één"]


def _zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def _sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = xlsx(["Taak"])
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in package.namelist():
            mine = f'<worksheet xmlns="{namespace}"><sheetData>{xml}</sheetData></worksheet>'
            copy.writestr(name, mine if name == "xl/worksheets/sheet1.xml" else package.read(name))
    return out.getvalue()


CELL = '<c t="inlineStr"><is><t>{}</t></is></c>'
BAD = {
    "empty file": (b"", faults.EmptyList),
    "only a byte order mark": (b"\xef\xbb\xbf", faults.EmptyList),
    "only a UTF-16 mark": (b"\xff\xfe", faults.EmptyList),
    "only white space": (b" \r\n\t\n   \n", faults.EmptyList),
    "half a UTF-16 letter": ("Taak".encode("utf-16") + b"\x00", faults.NotAList),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), faults.OldWorkbook),
    "a PDF": (b"%PDF-1.7\n", faults.OtherDocument),
    "a rich text": (rb"{\rtf1\ansi Taak}", faults.OtherDocument),
    "a Word document": (_zip(word__document_xml="<w/>"), faults.OtherDocument),
    "a presentation": (_zip(ppt__presentation_xml="<p/>"), faults.OtherDocument),
    "a LibreOffice sheet": (
        _zip(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<o/>"),
        faults.OtherWorkbook,
    ),
    "a LibreOffice text": (
        _zip(mimetype="application/vnd.oasis.opendocument.text", content_xml="<o/>"),
        faults.OtherDocument,
    ),
    "a binary workbook": (_zip(xl__workbook_bin="x"), faults.OtherWorkbook),
    "another ZIP": (_zip(foto_jpg="x"), faults.NotAList),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", faults.NotAList),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, faults.NotAList),
    "zeros": (bytes(10_000), faults.NotAList),
    "noise": (bytes((i * 73 + i // 7) % 256 for i in range(20_000)), faults.NotAList),
    "a portfolio": (b"SQLite format 3\0" + bytes(500), faults.APortfolio),
    "half a workbook": (xlsx(["Taak"], ["Mentoraat"])[:2000], faults.DamagedList),
    "only the beginning of a ZIP": (b"PK\x03\x04", faults.DamagedList),
    "a workbook without sheets": (_zip(xl__workbook_xml="<workbook/>"), faults.DamagedList),
    "a workbook of broken XML": (_sheet("<row><c"), faults.DamagedList),
    "a workbook of empty sheets": (xlsx(), faults.EmptyList),
    "a workbook that unpacks to 60 MB": (_sheet("<row>" + " " * 60_000_000 + "</row>"), faults.ListTooLarge),
    "a workbook of a million cells": (_sheet("<row>" + "<c/>" * 400_000 + "</row>"), faults.TooManyCells),
    "a workbook of 17 million rows": (_sheet('<row r="17000000"><c><v>1</v></c></row>'), faults.EmptyList),
    "50,000 lines": (b"Mentoraat;12\n" * 50_000, faults.TooManyLines),
    "10,001 lines": (b"Mentoraat\n" * 10_001, faults.TooManyLines),
    "a million blank lines": (b"Taak\n" + b"\n" * 1_000_000, faults.TooManyLines),
    "50 MB": (b"Mentoraat;12\n" * 4_000_000, faults.ListTooLarge),
    "10,000 columns": (b"a;" * 10_000 + b"b\n", faults.TooManyColumns),
    "one cell of 5 MB": (b"Taak;Uren\n" + b"x" * 5_000_000 + b";1\n", faults.CellTooLarge),
    "a quotation mark over 5 MB": (b'Taak;Uren\n"' + b"x" * 5_000_000, faults.CellTooLarge),
}

ODD = {
    "plain UTF-8": TASKS.encode(),
    "with a byte order mark": TASKS.encode("utf-8-sig"),
    "Windows-1252": TASKS.encode("cp1252"),
    "UTF-16 with a mark": TASKS.encode("utf-16"),
    "UTF-16 little end first, no mark": TASKS.encode("utf-16-le"),
    "UTF-16 big end first, no mark": TASKS.encode("utf-16-be"),
    "UTF-32": TASKS.encode("utf-32"),
    "old Mac letters": TASKS.encode("mac-roman"),
    "old Mac line ends": TASKS.replace("\n", "\r").encode(),
    "Windows line ends": TASKS.replace("\n", "\r\n").encode(),
    "mixed line ends": b"Taak;Uren\r\nMentoraat;12\rCo\xc3\xb6rdinatie \xc3\xa9\xc3\xa9n;13\n",
    "no line end at the end": TASKS.strip().encode(),
    "tabs": TASKS.replace(";", "\t").encode(),
    "commas": TASKS.replace(";", ",").encode(),
    "bars": TASKS.replace(";", "|").encode(),
    "a line that names the delimiter": ("sep=;\r\n" + TASKS).encode(),
    "everything quoted": b'"Taak";"Uren"\n"Mentoraat";"12"\n"Co\xc3\xb6rdinatie \xc3\xa9\xc3\xa9n";"13"\n',
    "a zero byte in a cell": TASKS.replace("12", "1\0").encode(),
    "delimiters after the last column": TASKS.replace("\n", ";;;;;;\n").encode(),
    "headings in capitals": TASKS.replace("Taak;Uren", "TAAK;UREN").encode(),
    "a space before each cell": TASKS.replace(";", "; ").encode(),
    "a no-break space in a title": TASKS.replace("ie é", "ie\u00a0é").encode(),
    "the heading repeated on each page": (TASKS + "Taak;Uren\n").encode(),
    "footnotes and totals": (TASKS + "\n;\nTotaal;25\n").encode(),
    "the hours first": "Uren;Taak\n12;Mentoraat\n13;Coördinatie één\n".encode(),
    "a workbook": xlsx(["Taak", "Uren"], ["Mentoraat", 12], ["Coördinatie één", 13]),
}


@pytest.mark.parametrize(("data", "fault"), BAD.values(), ids=BAD)
def test_a_bad_list_says_what_to_do(tmp_path: Path, data: bytes, fault: type[CoachError]) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(fault) as caught:
        understand(read(path), ())
    assert caught.value.text().endswith(".")
    assert "{" not in caught.value.text()
    assert path.read_bytes() == data


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_an_odd_list_is_understood(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    assert taken(preview(path)) == BOTH


def test_broken_quotes_spoil_only_their_own_line(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Taak,Omschrijving\nMentoraat,"klas 2, met ouders"\nMR,"halve aanhaling\nPTA,x\n')
    found = preview(path)
    assert taken(found) == ["Mentoraat", "MR", "PTA"]
    assert found.rows[1].description == "klas 2, met ouders"
    assert found.rows[2].description == '"halve aanhaling'


@pytest.mark.parametrize("bad", ["\ud800 Mentoraat", "Mentoraat\udfff", "\x1b[31mMentoraat", "Mentoraat\x07"])
def test_what_cannot_be_shown_is_dropped(bad: str) -> None:
    (title,) = taken(preview(bad))
    assert title.isprintable()
    assert "Mentoraat" in title


@pytest.mark.parametrize("nothing", ["\u200b", "\u2060\u00ad", "---", "***", "\ufeff", "…", "\x00", ";;;"])
def test_a_line_that_says_nothing_is_not_taken(nothing: str) -> None:
    assert taken(preview(f"Mentoraat\n{nothing}\nMR")) == ["Mentoraat", "MR"]


def test_a_file_that_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.csv", tmp_path, Path("/dev/null"), tmp_path / ("x" * 300)):
        with pytest.raises((faults.ListNotFound, faults.ListNotReadable)) as caught:
            read(path)
        assert path.name in caught.value.text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_file_that_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(faults.ListNotFound):
        read(tmp_path / "pipe.csv")


def test_too_much_pasted_text_is_said() -> None:
    with pytest.raises(faults.ListTooLarge):
        read("x" * 11_000_000)
    with pytest.raises(faults.EmptyList):
        read(" \n\n")


def test_a_protected_workbook_is_no_riddle(tmp_path: Path) -> None:
    """One whose parts are encrypted inside the ZIP."""
    data = bytearray(saved(Workbook()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    path = tmp_path / "geheim.xlsx"
    path.write_bytes(data)
    with pytest.raises(faults.DamagedList):
        read(path)
