"""The plan as a Word document and as Markdown: the same content, and what was typed is text."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_TAB_LEADER

from coachapp.domain.conversation import Note
from coachapp.domain.escaping import within
from coachapp.domain.for_reader import FOR_ANYONE, Choice
from coachapp.domain.portfolio import Activity, Portfolio
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


ARABIC, GREEK = "مريم الأندلسي", "Μαρία Παπαδοπούλου"
ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind contextualSpacing jc rPr",
    "rPr": "rStyle rFonts b bCs i color spacing kern sz szCs rtl cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge shd",
}


def with_names(language: str) -> Portfolio:
    """Somebody made up who gave some things names in other scripts."""
    portfolio = sample.portfolio(language)
    first, second, *others = portfolio.activities
    activities = (replace(first, title=f"{ARABIC} (2 havo)"), replace(second, title=f"Les met {GREEK}"))
    return replace(
        portfolio, owner=ARABIC, coach=GREEK, activities=(*activities, *others), question=f"{ARABIC}؟"
    )


@pytest.mark.parametrize("language", HEADINGS)
def test_each_run_of_the_document_is_in_its_own_language(tmp_path: Path, language: str) -> None:
    document = document_of(with_names(language), tmp_path, language)
    footer = document.sections[0].footer._element
    for part in (document.element.body, footer):
        runs = part.xpath(".//w:r[w:t]")
        arabic = [run for run in runs if any("\u0600" <= c <= "\u06ff" for c in run.xpath("string(w:t)"))]
        assert arabic
        assert all(run.xpath("w:rPr[w:rtl and w:cs]/w:lang/@w:bidi") == ["ar-SA"] for run in arabic)
        assert not [
            run for run in arabic if any(c.isascii() and c.isalpha() for c in run.xpath("string(w:t)"))
        ]
    greek = [run for run in document.element.body.xpath(".//w:r[w:t]") if "Παπ" in run.xpath("string(w:t)")]
    assert len(greek) > 2
    assert all(run.xpath("w:rPr/w:lang/@w:val") == ["el-GR"] for run in greek)


def test_what_begins_from_the_right_is_a_paragraph_from_the_right(tmp_path: Path) -> None:
    document = document_of(with_names("nl"), tmp_path, "nl")
    turned = {p.xpath("string(.)") for p in document.element.body.xpath(".//w:p[w:pPr/w:bidi]")}
    assert turned == {ARABIC, f"{ARABIC}؟", f"{ARABIC} (2 havo)"}


def test_a_title_without_a_text_is_not_kept_with_the_next_one(tmp_path: Path) -> None:
    activities = tuple(Activity(f"a{n}", f"Task {n}", "Told." * (n == 2)) for n in range(4))
    document = document_of(replace(portfolios.empty(language="en"), activities=activities), tmp_path)
    kept = [bool(p.paragraph_format.keep_with_next) for p in document.paragraphs if "Task" in p.text]
    assert kept == [False, False, True, False]


@pytest.mark.parametrize(
    "portfolio", [with_names("nl"), portfolios.worst(), portfolios.empty()], ids=["names", "worst", "empty"]
)
def test_the_document_is_written_as_word_processors_expect(tmp_path: Path, portfolio: Portfolio) -> None:
    """What stands within an element is in the order of the standard, and nothing has another's id."""
    document = document_of(portfolio, tmp_path, "nl")
    for part in (document.element, document.sections[0].footer._element, document.styles.element):
        for name, order in ORDER.items():
            places = {f"{{{part.nsmap['w']}}}{child}": at for at, child in enumerate(order.split())}
            for properties in part.iter(f"{{{part.nsmap['w']}}}{name}"):
                known = [places[child.tag] for child in properties if child.tag in places]
                assert known == sorted(known), properties.xpath("name(.)")
    ids = document.element.xpath("//@w:id | //wp:docPr/@id")
    assert len(ids) == len(set(ids))
    for table in document.element.xpath("//w:tbl"):
        assert table.xpath("w:tblPr/w:tblCaption/@w:val")[0]
        assert table.xpath("w:tr[1]/w:trPr[w:tblHeader and w:cantSplit]")
        assert {len(row.xpath("w:tc")) for row in table.xpath("w:tr")} <= {1, len(table.xpath("w:tblGrid/*"))}


def test_there_are_lines_to_sign_on(tmp_path: Path) -> None:
    paragraphs = document_of(sample.portfolio("en"), tmp_path).paragraphs
    at = next(n for n, one in enumerate(paragraphs) if one.text.startswith("Teacher: "))
    (stop,) = paragraphs[at - 1].paragraph_format.tab_stops
    assert stop.leader == WD_TAB_LEADER.LINES
    assert paragraphs[at - 1].paragraph_format.keep_with_next
