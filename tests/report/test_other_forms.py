"""The plan as a Word document and as Markdown: the same content, and what was typed is text."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from coachapp.domain.conversation import Note
from coachapp.domain.escaping import within
from coachapp.domain.for_reader import FOR_ANYONE, Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.report import plan_document, plan_text
from tests import portfolios
from tests.report.reading import DATE, bare, text, written

ALL = Choice(hours=True, energy=True)
HEADINGS = {
    "en": ("Development plan", "Where I stand now", "Ambitions", "Goals", "Actions", "Agreements"),
    "nl": ("Ontwikkelplan", "Waar ik nu sta", "Wensen", "Doelen", "Acties", "Afspraken"),
}


def document_of(portfolio: Portfolio, folder: Path, language: str = "en", choice: Choice = ALL) -> Any:
    path = folder / "plan.docx"
    plan_document.write(portfolio, path, language=language, date=DATE, choice=choice)
    return Document(str(path))


def markdown_of(portfolio: Portfolio, folder: Path, language: str = "en", choice: Choice = ALL) -> str:
    path = folder / "plan.md"
    plan_text.write(portfolio, path, language=language, date=DATE, choice=choice)
    return path.read_text("utf-8")


def words(document: Any) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


@pytest.mark.parametrize("language", HEADINGS)
def test_the_document_has_real_headings_and_lists_and_its_language(tmp_path: Path, language: str) -> None:
    document = document_of(sample.portfolio(language), tmp_path, language)
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert headings[0] == HEADINGS[language][0]
    assert [h for h in headings if h in HEADINGS[language]] == list(HEADINGS[language])
    assert any(p.style.name == "List Bullet" for p in document.paragraphs)
    assert document.core_properties.language == language
    assert document.styles["Normal"].element.xpath("w:rPr/w:lang/@w:val")[0].startswith(language)


def test_each_table_of_the_document_has_a_head_that_comes_back(tmp_path: Path) -> None:
    document = document_of(sample.portfolio("en"), tmp_path)
    assert len(document.tables) > 2
    for table in document.tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        assert all(cell.text for cell in table.rows[0].cells)
    board = document.tables[0]
    assert board._tbl.tblPr.xpath("w:tblCaption/@w:val") == ["Where I stand now"]
    assert [cell.text for cell in board.rows[0].cells][1:] == [
        "One to one",
        "Group",
        "School",
        "Beyond the school",
    ]
    assert "Research learning line" in words(document)


def test_every_page_says_whose_it_is(tmp_path: Path) -> None:
    document = document_of(sample.portfolio("en"), tmp_path)
    page = document.sections[0]
    assert page.header.paragraphs[0].text == "Property of the teacher; not meant for assessment"
    assert page.footer._element.xpath("//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert "*Property of the teacher; not meant for assessment*" in markdown_of(
        sample.portfolio("en"), tmp_path
    )


@pytest.mark.parametrize("choice", [FOR_ANYONE, ALL], ids=["usual", "all"])
def test_the_forms_tell_what_the_pdf_tells(tmp_path: Path, choice: Choice) -> None:
    portfolio = sample.portfolio("en")
    told = bare(text(written(portfolio, tmp_path, choice=choice).path))
    forms = (
        words(document_of(portfolio, tmp_path, choice=choice)),
        markdown_of(portfolio, tmp_path, choice=choice),
    )
    typed = [a.title for a in portfolio.activities] + [g.why for g in portfolio.goals]
    for said in (*typed, "850 hours a year", "Together on the board", "gives energy"):
        for form in forms:
            assert (bare(said) in told) == (bare(within(said)) in bare(form) or bare(said) in bare(form)), (
                said
            )


def test_what_was_typed_is_text_in_the_document(tmp_path: Path) -> None:
    portfolio = portfolios.worst()
    told = words(document_of(portfolio, tmp_path))
    assert all(activity.title in told for activity in portfolio.activities if activity.aside != "off")
    assert [left.name for left in tmp_path.iterdir()] == ["plan.docx"]


def test_what_was_typed_is_no_markup_in_the_text(tmp_path: Path) -> None:
    told = markdown_of(portfolios.worst(), tmp_path)
    assert within("&<b>Vet</b> &amp; <img src='file:///etc/passwd'> {title} %s %(x)s") in told
    assert "<img" not in told.replace("\\<img", "")


@pytest.mark.parametrize("language", HEADINGS)
def test_an_empty_portfolio_gives_a_whole_document(tmp_path: Path, language: str) -> None:
    empty = portfolios.empty()
    assert HEADINGS[language][1] in words(document_of(empty, tmp_path, language))
    assert HEADINGS[language][1] in markdown_of(empty, tmp_path, language)


def test_a_question_reads_as_one_before_what_was_answered(tmp_path: Path) -> None:
    portfolio = replace(
        portfolios.empty(language="en"), notes=(Note("n", "I make steps of it.", question_id="meaning-2"),)
    )
    question = next(str(q.text) for q in portfolio.framework.questions if q.id == "meaning-2")
    assert f"*{within(question)}*\n\nI make steps of it." in markdown_of(portfolio, tmp_path)
    paragraphs = document_of(portfolio, tmp_path).paragraphs
    at = next(at for at, each in enumerate(paragraphs) if each.text == question)
    assert paragraphs[at].paragraph_format.keep_with_next
    assert paragraphs[at].runs[0].font.color.rgb is not None
    assert paragraphs[at + 1].text == "I make steps of it."


def test_every_section_is_in_each_form(tmp_path: Path) -> None:
    portfolio = portfolios.with_files(sample.portfolio("en"))
    headings = (
        *("Qualities and motives", "Support", "Time and money", "Evidence", "Perspectives"),
        *("To take up together", "Looking back on the previous plan", "Signatures"),
    )
    text = markdown_of(portfolio, tmp_path)
    document = document_of(portfolio, tmp_path)
    named = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [h for h in named if h in headings] == list(headings)
    assert [h for h in headings if f"## {h}\n" in text] == list(headings)
    for said in ("Department and team leader support it", "€ 450", "Time for other schools", "S. chose"):
        assert said in words(document)
        assert within(said) in text
