"""The document as a thing: its pages, fonts, bookmarks and what it says about itself."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Activity, Agreement, Evidence, Goal, Placement
from coachapp.packs import sample
from coachapp.report.plan import Written
from tests import portfolios
from tests.report.reading import bookmarks, fonts, in_one_line, pages, written


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return written(sample.portfolio("en"), tmp_path_factory.mktemp("plan"))


def test_every_page_says_whose_it_is_and_how_many_there_are(plan: Written) -> None:
    found = pages(plan.path)
    assert len(found) == plan.pages
    for number, page in enumerate(found, 1):
        assert "Property of the teacher; not meant for assessment" in page
        assert f"page {number} of {plan.pages}" in page
        assert "Development plan · S. de Vries" in page


def test_every_font_is_in_the_file(plan: Written) -> None:
    found = fonts(plan.path)
    assert {name.partition("+")[2] for name in found} == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
    }
    assert all(found.values())


def test_the_file_has_a_title_an_author_and_a_language(plan: Written) -> None:
    with pikepdf.open(plan.path) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Development plan · S. de Vries (made up)"
        assert str(pdf.docinfo["/Author"]) == "S. de Vries (made up)"
        assert str(pdf.Root["/Lang"]) == "en"
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_bookmarks_lead_to_the_pages_of_their_headings(plan: Written) -> None:
    found = bookmarks(plan.path)
    text = [in_one_line(page) for page in pages(plan.path)]
    assert ("Where I stand now" in title for _level, title, _page in found)
    assert {level for level, _title, _page in found} == {0, 1}
    assert all(title in text[page] for _level, title, page in found)
    assert [page for _level, _title, page in found] == sorted(page for _level, _title, page in found)


def test_the_same_portfolio_and_date_give_the_same_bytes(plan: Written, tmp_path: Path) -> None:
    again = written(sample.portfolio("en"), tmp_path)
    assert again.path.read_bytes() == plan.path.read_bytes()


def test_arabic_gives_the_same_bytes_whatever_was_written_before(tmp_path: Path) -> None:
    first = written(portfolios.worst(), tmp_path).path.read_bytes()
    written(portfolios.empty("مدرسة عائشة"), tmp_path)
    assert written(portfolios.worst(), tmp_path).path.read_bytes() == first


def test_the_plan_is_small(plan: Written) -> None:
    assert plan.path.stat().st_size < 250_000


def test_a_table_over_many_pages_says_on_each_what_its_columns_are(tmp_path: Path) -> None:
    result = written(portfolios.many(300), tmp_path)
    table = [page for page in pages(result.path) if "Activity" in page]
    assert len(table) > 5
    assert all("Reach" in page and "Status" in page for page in table)


def test_a_crowded_board_says_how_many_more_there_are(tmp_path: Path) -> None:
    assert "more in the table" in "".join(pages(written(portfolios.many(300), tmp_path).path)[:3])


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_another_program_reads_the_same(plan: Written) -> None:
    command = ["pdftotext", "-raw", str(plan.path), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    text = in_one_line(told.stdout)
    portfolio = sample.portfolio("en")
    shown = [activity for activity in portfolio.activities if activity.aside != "off"]
    assert all(activity.title in text for activity in shown)


@pytest.mark.parametrize("count", range(1, 40))
def test_no_page_has_only_the_small_print_or_ends_in_a_heading(count: int, tmp_path: Path) -> None:
    activities = tuple(Activity(f"{n:03}", f"Task {n}", "Told in a line.") for n in range(count))
    found = pages(written(replace(portfolios.empty(), activities=activities), tmp_path).path)
    assert all("Task" in page for page in found[1:])
    assert not [page for page in found if re.search(r"To place\s*$", page)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("more", [0, 3, 5, 9, 14, 16, 17, 18, 23])
def test_no_page_of_a_whole_plan_ends_in_a_heading(language: str, more: int, tmp_path: Path) -> None:
    portfolio = sample.portfolio(language)
    ids = [f"more{n}" for n in range(more)]
    first = portfolio.placements[0]
    portfolio = replace(
        portfolio,
        activities=(*portfolio.activities, *(Activity(each, each) for each in ids)),
        placements=(*portfolio.placements, *(Placement(each, each, first.cell) for each in ids)),
    )
    plan = written(portfolio, tmp_path, language, Choice(hours=True, energy=True))
    headings = {title for _level, title, _page in bookmarks(plan.path)}
    ends = [in_one_line(page.strip().splitlines()[-1]) for page in pages(plan.path)]
    assert not headings.intersection(ends)


@pytest.mark.parametrize("before", range(0, 30, 3))
def test_a_heading_stays_with_the_first_row_of_its_table_however_high(before: int, tmp_path: Path) -> None:
    activities = tuple(Activity(f"{n:03}", f"Task {n}") for n in range(before))
    portfolio = replace(
        portfolios.empty(),
        activities=activities,
        evidence=(Evidence("e", "W" * 300, note="W" * 300),),
        agreements=(Agreement("a", "We look back"),),
    )
    path = written(portfolio, tmp_path).path
    assert not [page for page in pages(path) if re.search(r"Evidence\s*(File\s+Note\s*)?$", page)]
    assert len(pages(path)) <= 4


@pytest.mark.parametrize("before", range(0, 30, 2))
def test_a_heading_stays_with_what_helps_however_long_the_action_is(before: int, tmp_path: Path) -> None:
    portfolio = replace(
        portfolios.empty(),
        activities=tuple(Activity(f"{n:03}", f"Task {n}") for n in range(before)),
        goals=(Goal("g", "Grow"),),
        actions=(Action("a", "W" * 300, "g", support="time"), Action("b", "W" * 300, "g", support="money")),
        agreements=(Agreement("a", "We look back"),),
    )
    path = written(portfolio, tmp_path, choice=Choice(frozenset({"actions"}))).path
    assert not [page for page in pages(path) if re.search(r"(Support|1\. Grow)\s*$", page)]


@pytest.mark.parametrize("count", [15, 51])
def test_a_table_leaves_no_row_alone_on_its_last_page(count: int, tmp_path: Path) -> None:
    """Where one more than fits would be."""
    actions = tuple(Action(f"a{n}", f"Task {n}", due="2027-01") for n in range(count))
    choice = Choice(frozenset({"timeline"}))
    found = pages(written(replace(portfolios.empty(), actions=actions), tmp_path, choice=choice).path)
    rows = [page.count("Task ") for page in found]
    assert sum(rows) == count
    assert rows[-1] == 2
