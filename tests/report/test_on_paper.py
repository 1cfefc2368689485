"""Cards to cut and the board on a large sheet: everything is on it, as text, within its place."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coachapp.domain.for_reader import Choice
from coachapp.domain.from_table import numbered
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.report import deck, expertise, poster, summary
from tests import portfolios
from tests.report.reading import DATE, bare, fonts, in_one_line, pages
from tests.report.validator import faults

A3 = (1191, 842)


def cards_of(portfolio: Portfolio, folder: Path) -> list[str]:
    deck.write(portfolio, folder / "cards.pdf", language="en", date=DATE, choice=Choice())
    return pages(folder / "cards.pdf")


def test_each_activity_has_a_card_with_its_number(tmp_path: Path) -> None:
    portfolio = sample.portfolio("en")
    told = in_one_line("\n".join(cards_of(portfolio, tmp_path)))
    for number, activity in numbered(portfolio).items():
        assert bare(f"{number}{activity.title}") in bare(told)


def test_ten_cards_are_on_a_page_and_without_activities_there_is_one_to_write_on(tmp_path: Path) -> None:
    assert len(cards_of(portfolios.many(31), tmp_path)) == 4
    assert len(cards_of(portfolios.empty(), tmp_path)) == 1


def test_the_worst_titles_stay_text_and_every_font_is_in_the_file(tmp_path: Path) -> None:
    told = bare("".join(cards_of(portfolios.worst(), tmp_path)))
    assert bare("<img src='file:///etc/passwd'>") in told
    assert all(fonts(tmp_path / "cards.pdf").values())


def test_marks_high_above_a_letter_leave_what_follows_on_its_line(tmp_path: Path) -> None:
    """Numbers of one row of cards stand at one height, whatever stood before them."""
    piled = "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O"
    portfolio = sample.portfolio("en")
    plain = _tops(portfolio, tmp_path)
    first = replace(portfolio.activities[0], title=piled)
    assert _tops(replace(portfolio, activities=(first, *portfolio.activities[1:])), tmp_path) == plain


def _tops(portfolio: Portfolio, folder: Path) -> list[int]:
    """How high the titles of the second card and on stand on the first page."""
    cards_of(portfolio, folder)
    with pypdfium2.PdfDocument(folder / "cards.pdf") as document:
        text = document[0].get_textpage()
        found = (text.search(activity.title) for activity in portfolio.activities[1:6])
        places = [search.get_next() for search in found]
        return [round(text.get_charbox(place[0])[1]) for place in places if place]


@pytest.mark.parametrize("portfolio", [sample.portfolio("en"), portfolios.worst()], ids=["sample", "worst"])
def test_the_board_fills_one_sheet_of_a3(tmp_path: Path, portfolio: Portfolio) -> None:
    path = tmp_path / "board.pdf"
    poster.write(portfolio, path, language="en", date=DATE, choice=Choice())
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == A3
    (told,) = pages(path)
    assert "Property of the teacher" in told
    assert all(str(level.title) in told for level in portfolio.framework.shown_levels)


def test_an_empty_board_tells_nothing_of_anybody(tmp_path: Path) -> None:
    path = tmp_path / "board.pdf"
    portfolio = sample.portfolio("en")
    poster.write_empty(portfolio, path, language="en", date=DATE, choice=Choice())
    (told,) = pages(path)
    assert portfolio.owner not in told
    assert not any(activity.title in told for activity in portfolio.activities)


@pytest.mark.parametrize("portfolio", [sample.portfolio("en"), portfolios.worst()], ids=["sample", "worst"])
def test_summary_and_card_are_one_page_each_of_what_is_not_private(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    summary.write(portfolio, tmp_path / "s.pdf", language="en", date=DATE, choice=Choice())
    placed = sorted({placement.activity_id for placement in portfolio.placements})[: expertise.MOST]
    card = expertise.only(portfolio, placed)
    expertise.write(card, tmp_path / "c.pdf", language="en", date=DATE, choice=Choice())
    for path in (tmp_path / "s.pdf", tmp_path / "c.pdf"):
        (told,) = pages(path)
        assert "Property of the teacher" in told
        assert not any(word in told for word in ("hours", "gives energy", "costs energy", "recognised"))


def test_the_papers_comply_with_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    portfolio = sample.portfolio("nl")
    papers = (deck.write, poster.write, poster.write_empty, summary.write, expertise.write)
    for number, write in enumerate(papers):
        write(portfolio, tmp_path / f"{number}.pdf", language="nl", date=DATE, choice=Choice())
    assert faults(sorted(tmp_path.iterdir())) == []
