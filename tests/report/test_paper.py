"""Each paper is on A4 or Letter as asked, with nothing beyond its margins and no page too many."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import default_framework, sample
from coachapp.report import (
    coach_guide,
    deck,
    expertise,
    plan,
    plan_document,
    poster,
    preparation_document,
    preparation_sheet,
    recovery_sheet,
    summary,
)
from coachapp.report.paper import A4, LETTER, Size
from tests import portfolios
from tests.report import heard
from tests.report.reading import DATE, opened

Writer = Callable[[Portfolio, Path, Size], object]

SHEET = recovery_sheet.Sheet(("abandon",) * 24, "Aisha (made up).coach", "0" * 32, DATE)
MARGIN = 20 / 25.4 * 72 - 1
ON = {"A4": (210, 297), "Letter": (216, 279)}
LARGE = {"A4": (420, 297), "Letter": (432, 279)}


def form(write: Callable[..., object]) -> Writer:
    return lambda portfolio, path, size: write(
        portfolio, path, language="nl", date=DATE, choice=Choice(), size=size
    )


ONE_PAGE: dict[str, Writer] = {
    "guide": lambda _, path, size: coach_guide.write(default_framework(), path, language="nl", size=size),
    "preparation": lambda _, path, size: preparation_sheet.write(path, language="nl", size=size),
    "recovery": lambda _, path, size: recovery_sheet.write(SHEET, path, language="nl", size=size),
    "summary": form(summary.write),
    "expertise": form(expertise.write),
}
PAGES: dict[str, Writer] = {"plan": form(plan.write), "deck": form(deck.write)}
either = pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])


def sides(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page, in millimetres."""
    with pikepdf.open(path) as pdf:
        boxes = [page.mediabox for page in pdf.pages]
    return [(round(float(box[2]) / 72 * 25.4), round(float(box[3]) / 72 * 25.4)) for box in boxes]


def outside(path: Path) -> list[str]:
    """The letters that stand in the margins at the sides, or off the page."""
    found: list[str] = []
    with opened(path) as document:
        for page in document:
            text, width, height = page.get_textpage(), page.get_width(), page.get_height()
            for at in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(at)
                if left < MARGIN or right > width - MARGIN or bottom < 0 or top > height:
                    found.append(text.get_text_range(at, 1))
    return [letter for letter in found if letter.strip()]


@either
@pytest.mark.parametrize("name", ONE_PAGE)
def test_what_is_one_page_is_so_on_either_paper(tmp_path: Path, size: Size, name: str) -> None:
    path = tmp_path / f"{name}.pdf"
    ONE_PAGE[name](sample.portfolio("nl"), path, size)
    assert sides(path) == [ON[size.name]]
    assert outside(path) == []


@either
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("portfolio", [sample.portfolio("nl"), portfolios.worst()], ids=["sample", "worst"])
def test_all_pages_are_on_the_paper_and_keep_its_margins(
    tmp_path: Path, size: Size, name: str, portfolio: Portfolio
) -> None:
    path = tmp_path / f"{name}.pdf"
    PAGES[name](portfolio, path, size)
    assert set(sides(path)) == {ON[size.name]}
    assert outside(path) == []


@either
@pytest.mark.parametrize("write", [poster.write, poster.write_empty], ids=["poster", "empty"])
def test_the_large_board_is_one_sheet_of_twice_the_paper(
    tmp_path: Path, size: Size, write: Callable[..., object]
) -> None:
    form(write)(sample.portfolio("nl"), tmp_path / "board.pdf", size)
    assert sides(tmp_path / "board.pdf") == [LARGE[size.name]]
    assert outside(tmp_path / "board.pdf") == []


@either
def test_documents_are_on_the_paper_and_their_tables_as_wide_as_it_has_room(
    tmp_path: Path, size: Size
) -> None:
    path = tmp_path / "document.docx"
    for write in (
        lambda: form(plan_document.write)(sample.portfolio("nl"), path, size),
        lambda: preparation_document.write(path, language="nl", size=size),
    ):
        write()
        document = Document(str(path))
        page = document.sections[0]
        assert page.page_width
        assert page.page_height
        assert page.left_margin
        assert (round(page.page_width.mm), round(page.page_height.mm)) == ON[size.name]
        for table in document.tables:
            widths = [cell.width for cell in table.rows[0].cells if cell.width]
            assert abs(sum(widths) - (page.page_width - 2 * page.left_margin)) < 5000


def test_the_cards_have_a_title_that_is_heard_first_and_once(tmp_path: Path) -> None:
    form(deck.write)(portfolios.many(25), tmp_path / "cards.pdf", A4)
    parts = heard.parts(tmp_path / "cards.pdf")
    assert (parts[1].role, parts[1].text) == ("H1", "Kaartjes om te knippen")
    assert [part.role for part in parts].count("H1") == 1
