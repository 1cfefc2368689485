"""The preparation sheet: one page with few words, on paper and to type in; its lines become activities."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from coachapp.exchange import read, understand
from coachapp.report import preparation_document, preparation_sheet
from coachapp.report.preparation import LINES, Preparation
from tests import portfolios
from tests.report.reading import in_one_line, pages

FILLED = Preparation(
    ("Lesgeven biologie, 3 vwo", "Mentoraat (2 havo)", "MR-lid; secretaris"),
    "De excursie liep als een trein.",
    "Waar word ik blij van?",
)
WORST = Preparation(portfolios.HOSTILE, portfolios.PROSE, portfolios.LINE)
SAID = {
    "en": ("Preparing our conversation", "five to twelve things", "Something I am proud of", "My question"),
    "nl": ("Ons gesprek voorbereiden", "vijf tot twaalf dingen", "Iets waar ik trots op ben", "Mijn vraag"),
}


def taken(pasted: str) -> list[str]:
    return [row.title for row in understand(read(pasted), ()).rows if row.ticked]


def copied(document: Any) -> str:
    """The table as a word processor copies it."""
    return "".join("\t".join(cell.text for cell in row.cells) + "\r\n" for row in document.tables[0].rows)


def words(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("filled", [Preparation(), FILLED, WORST], ids=["blank", "filled", "worst"])
def test_the_sheet_is_one_page_that_says_what_is_asked(
    tmp_path: Path, language: str, filled: Preparation
) -> None:
    preparation_sheet.write(tmp_path / "sheet.pdf", language=language, filled=filled)
    (page,) = pages(tmp_path / "sheet.pdf")
    for said in SAID[language]:
        assert said in in_one_line(page)


@pytest.mark.parametrize("language", SAID)
def test_the_document_has_headings_a_table_with_heads_and_the_language(tmp_path: Path, language: str) -> None:
    preparation_document.write(tmp_path / "sheet.docx", language=language)
    document: Any = Document(str(tmp_path / "sheet.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert [SAID[language][0], *SAID[language][2:]] == [headings[0], *headings[2:]]
    assert SAID[language][1] in words(document)
    head = document.tables[0].rows[0]
    assert head._tr.trPr.xpath("w:tblHeader")
    assert len(document.tables[0].rows) == LINES + 1
    assert document.core_properties.language == language
    assert document.styles["Normal"].element.xpath("w:rPr/w:lang/@w:val")[0].startswith(language)


def test_a_blank_sheet_names_nobody(tmp_path: Path) -> None:
    preparation_document.write(tmp_path / "sheet.docx", language="en")
    told = Document(str(tmp_path / "sheet.docx")).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("CoachApp", "", "")


def test_lines_copied_out_of_the_document_are_activities(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    preparation_document.write(path, language="nl")
    document: Any = Document(str(path))
    for row, text in zip(document.tables[0].rows[1:], FILLED.activities, strict=False):
        row.cells[1].text = text  # what a person types
    document.save(path)
    assert taken(copied(Document(str(path)))) == list(FILLED.activities)


def test_lines_copied_out_of_the_page_are_activities(tmp_path: Path) -> None:
    preparation_sheet.write(tmp_path / "sheet.pdf", language="nl", filled=FILLED)
    (page,) = pages(tmp_path / "sheet.pdf")
    lines = page.splitlines()
    start, end = lines.index("1. Lesgeven biologie, 3 vwo"), lines.index("12.")
    assert taken("\n".join(lines[start : end + 1])) == list(FILLED.activities)


@pytest.mark.parametrize("write", [preparation_sheet.write, preparation_document.write])
def test_what_was_typed_is_text_and_never_markup(tmp_path: Path, write: Callable[..., None]) -> None:
    write(tmp_path / "sheet", language="nl", filled=WORST)
    if write is preparation_document.write:
        document: Any = Document(str(tmp_path / "sheet"))
        assert [row.cells[1].text for row in document.tables[0].rows[1:]] == list(portfolios.HOSTILE[:LINES])
    else:
        assert "&<b>Vet</b> &amp; <img src='file:///etc/passwd'>" in pages(tmp_path / "sheet")[0]
    assert [left.name for left in tmp_path.iterdir()] == ["sheet"]
