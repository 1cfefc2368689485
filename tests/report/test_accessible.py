"""Everything on paper can be heard as well, and kept: PDF/UA-1 and PDF/A-2a."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from PIL import Image, ImageCms

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.packs import default_framework, sample
from coachapp.report import (
    coach_guide,
    colours,
    deck,
    expertise,
    poster,
    preparation_sheet,
    recovery_sheet,
    summary,
)
from coachapp.report.preparation import Preparation
from tests import portfolios
from tests.report import chance, heard
from tests.report.heard import Part
from tests.report.reading import bare, in_one_line, written
from tests.report.validator import faults

ALL: Final = Choice(hours=True, energy=True)
SHEET = recovery_sheet.Sheet(("word",) * 24, "مريم & <b> \x01\u200b.coach", "0" * 32, dt.date(2026, 11, 26))
FILLED = Preparation(portfolios.HOSTILE, portfolios.PROSE, portfolios.LINE)


@pytest.fixture(scope="module", params=["nl", "en"])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    return written(sample.portfolio(request.param), folder, request.param, choice=Choice()).path


def documents(folder: Path) -> Iterator[Path]:
    """One of each kind of file that the program writes, in both languages."""
    for language in ("nl", "en"):
        place = folder / language
        place.mkdir()
        yield written(sample.portfolio(language), place, language, choice=ALL).path
        sheets = [place / f"{name}.pdf" for name in ("blank", "filled", "guide", "recovery")]
        preparation_sheet.write(sheets[0], language=language)
        preparation_sheet.write(sheets[1], language=language, filled=FILLED)
        coach_guide.write(default_framework(), sheets[2], language=language)
        recovery_sheet.write(SHEET, sheets[3], language=language)
        yield from sheets
        yield from forms(sample.portfolio(language), place, language)


def forms(portfolio: Portfolio, folder: Path, language: str) -> Iterator[Path]:
    """The other papers that are made of a portfolio."""
    writers = (summary.write, expertise.write, deck.write, poster.write, poster.write_empty)
    for number, write in enumerate(writers):
        path = folder / f"form{number}.pdf"
        write(portfolio, path, language=language, date=dt.date(2026, 11, 26), choice=Choice())
        yield path


def worst(folder: Path) -> Iterator[Path]:
    """No activity, many, the strangest and longest texts, and some at random."""
    worst = portfolios.with_files(portfolios.worst())
    cases = (portfolios.empty("&<b>Ελένη</b> مريم"), portfolios.many(100), worst)
    place = folder
    for number, portfolio in enumerate(cases):
        place = folder / f"worst{number}"
        place.mkdir()
        yield written(portfolio, place, choice=ALL).path
    yield from forms(portfolios.worst(), place, "nl")
    yield from (chance.plan(number, folder) for number in range(6))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("files")
    return [*documents(folder), *worst(folder)]


@pytest.mark.timeout(400)
def test_the_validator_accepts_every_document(files: list[Path]) -> None:
    assert faults(files) == []


def test_the_validator_refuses_a_plan_of_which_the_tags_are_taken_away(plan: Path, tmp_path: Path) -> None:
    with pikepdf.open(plan) as pdf:
        for page in pdf.pages:
            kept = [
                instruction
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) not in ("BMC", "BDC", "EMC")
            ]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(tmp_path / "bare.pdf")
    assert any(fault.startswith("7.1-3: ") for fault in faults([tmp_path / "bare.pdf"]))


def test_the_files_are_sound(files: list[Path]) -> None:
    for path in files:
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_headings_begin_with_the_title_and_skip_no_level(plan: Path) -> None:
    levels = [int(part.role[1:]) for part in heard.parts(plan) if re.fullmatch(r"H\d", part.role)]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_drawing_leads_to_the_table_that_tells_the_same(plan: Path) -> None:
    parts = [part for part in heard.parts(plan) if part.role in ("H2", "H3", "Figure", "Table")]
    board, *others = (at for at, part in enumerate(parts) if part.role == "Figure")
    assert [parts[at - 1].text.split(",")[0] for at in others] in (
        ["Since the previous plan", "Goals and actions in time"],
        ["Sinds het vorige plan", "Doelen en acties in de tijd"],
    )
    assert all(parts[at + 1].role == "Table" for at in others)
    table = [at for at, one in enumerate(parts) if one.role == "H2" and f"{one.text}" in parts[board].text]
    assert [parts[at + 1].role for at in table] == ["Table"]


def test_without_the_table_the_words_for_the_drawing_say_where_everything_lies(tmp_path: Path) -> None:
    portfolio = sample.portfolio("en")
    parts = heard.parts(written(portfolio, tmp_path, choice=Choice(frozenset({"table"}))).path)
    told = next(part.text for part in parts if part.role == "Figure")
    placed = {placement.activity_id for placement in portfolio.placements}
    assert all(one.title in told for one in portfolio.activities if one.id in placed)


def test_every_activity_and_every_answer_is_heard_in_the_order_of_the_plan(plan: Path) -> None:
    language = "nl" if "Ontwikkelplan" in heard.parts(plan)[1].text else "en"
    portfolio = sample.portfolio(language)
    said = heard.parts(plan)[0].text
    placed = {placement.activity_id for placement in portfolio.placements}
    beside = [activity.title for activity in portfolio.activities if activity.id not in placed]
    assert all(activity.title in said for activity in portfolio.activities if activity.id in placed)
    assert all(title in said for title in beside)
    goals = [goal for goal in portfolio.goals if not goal.status]
    titles = [f"{number}. {goal.title}" for number, goal in enumerate(goals, 1)]
    answers = [text for goal in goals for text in (goal.why, goal.noticed, goal.specific) if text]
    over = [goal.title for goal in portfolio.goals if goal.status]
    assert over
    assert in_order(said, [*titles, *over])
    assert in_order(said, answers)
    assert in_order(said, [action.what for action in portfolio.actions if not action.status])


def test_what_stands_on_every_page_is_heard_on_none(plan: Path) -> None:
    said = heard.parts(plan)[0].text
    for words in ("page 1 of", "pagina 1 van", "not meant for assessment Development"):
        assert words not in said


def test_each_cell_of_the_board_as_table_says_what_it_stands_below(tmp_path: Path) -> None:
    portfolio = sample.portfolio("en")
    parts = heard.parts(written(portfolio, tmp_path).path)
    cell = next(part for part in parts if part.role == "TD" and part.text == "doing now")
    column, role, activity = cell.heads
    assert column == "Status"
    assert role in {str(role.title.text("en")) for role in portfolio.framework.roles}
    assert activity in {each.title for each in portfolio.activities}


def test_every_row_has_one_cell_that_says_what_it_is(plan: Path) -> None:
    tables = 0
    rows: list[list[Part]] = []
    for part in heard.parts(plan):
        tables += part.role == "Table"
        if part.role == "TR":
            rows.append([])
        elif part.role in ("TH", "TD"):
            rows[-1].append(part)
    assert tables == 7
    for row in rows:
        columns = [cell for cell in row if cell.scope == "Column"]
        assert columns == row or [cell.scope for cell in row].count("Row") == 1


def test_a_table_over_many_pages_is_one_and_its_heads_are_heard_once(tmp_path: Path) -> None:
    portfolio = portfolios.many(300)
    parts = heard.parts(written(portfolio, tmp_path, choice=Choice(frozenset({"to_place"}))).path)
    table = next(part for part in parts if part.role == "Table")
    assert [part.role for part in parts].count("Table") == 1
    assert table.text.count("Activity") == 1
    titles = {str(role.title.text("en")) for role in portfolio.framework.roles}
    assert all(table.text.count(title) == 1 for title in titles)
    rows = [part for part in parts if part.role == "TR"]
    assert len(rows) == 1 + len(titles) + len(portfolio.placements)


def test_a_paragraph_over_two_pages_is_heard_as_one(tmp_path: Path) -> None:
    activity = Activity("a", "Long", "word " * 1500 + "end")
    path = written(replace(portfolios.empty(), activities=(activity,)), tmp_path).path
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) > 2
    assert [part.text for part in heard.parts(path) if "word word" in part.text][1:] == [
        "word " * 1500 + "end"
    ]


def test_words_at_the_end_of_a_line_are_apart_and_a_cut_word_is_whole(tmp_path: Path) -> None:
    text = (
        "Kwaliteitszorgmedewerkers, studieloopbaanbegeleiders overleggen over ontwikkelingsgerichtheid. " * 5
    )
    title = "Aansprakelijkheidswaardevaststellingsveranderingen " * 3
    activity = Activity("a", title, text.strip())
    placement = Placement("p", "a", default_framework().board[0])
    portfolio = replace(portfolios.empty(), activities=(activity,), placements=(placement,))
    parts = heard.parts(written(portfolio, tmp_path, "nl").path)
    assert any(part.role == "TH" and part.text == title.strip() for part in parts)
    assert any(part.role == "P" and part.text == text.strip() for part in parts)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Μαρία Παπαδοπούλου", "el"),
        ("مدرسة النور: تعليم الأحياء", "ar"),
        ("בית ספר: הוראת ביולוגיה", "he"),
        ("Школа", "ru"),
    ],
)
def test_another_script_is_heard_in_its_own_language_and_order(
    title: str, language: str, tmp_path: Path
) -> None:
    text = f"Les van {title} in 2026, en meer."
    portfolio = replace(portfolios.empty(), activities=(Activity("a", "x", text), Activity("b", title)))
    parts = heard.parts(written(portfolio, tmp_path, "nl").path)
    assert [part.text for part in parts if part.language == language] == [title, title]
    assert {part.language for part in parts} == {"", language}
    assert any(part.role == "P" and part.text == text for part in parts)


def test_a_title_that_begins_from_the_right_is_heard_from_its_beginning(tmp_path: Path) -> None:
    title = "مدرسة Oefenschool (5 vwo)"
    portfolio = replace(portfolios.empty(), activities=(Activity("a", title),))
    parts = heard.parts(written(portfolio, tmp_path, "nl").path)
    assert any(part.role == "P" and part.text == title for part in parts)


def test_texts_in_all_scripts_are_heard_as_they_were_typed(tmp_path: Path) -> None:
    """But for what no font has."""
    said = bare(heard.parts(written(portfolios.worst(), tmp_path, choice=ALL).path)[0].text)
    for text in portfolios.HOSTILE[:8]:
        assert bare(in_one_line(text)).replace("ﬁ", "fi") in said.replace("ﬁ", "fi")


def test_an_arrow_is_heard_as_a_word(tmp_path: Path) -> None:
    said = heard.parts(written(sample.portfolio("en"), tmp_path).path)[0].text
    portfolio = sample.portfolio("en")
    ambition = next(
        one for one in portfolio.ambitions if one.origin and one.target != one.origin and one.target
    )
    framework = portfolio.framework
    assert ambition.origin
    assert ambition.target
    assert f"{framework.cell_title(ambition.origin)} to {framework.cell_title(ambition.target)}" in said


def test_the_code_and_the_lines_to_write_on_are_told(tmp_path: Path) -> None:
    recovery_sheet.write(SHEET, tmp_path / "recovery.pdf", language="en")
    preparation_sheet.write(tmp_path / "blank.pdf", language="nl")
    figures = [
        part.text
        for name in ("recovery", "blank")
        for part in heard.parts(tmp_path / f"{name}.pdf")
        if part.role == "Figure"
    ]
    assert figures[0] == "A QR code that holds the 24 words."
    assert figures[-1] == "2 regels om op te schrijven"


def test_our_profile_means_the_same_colours_as_others_do(tmp_path: Path) -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(colours.srgb()))
    picture = Image.effect_noise((64, 64), 90).convert("RGB")
    picture.paste((31, 95, 139), (0, 0, 20, 20))
    same = ImageCms.profileToProfile(picture, ours, ImageCms.createProfile("sRGB"))
    assert same
    pairs = zip(picture.tobytes(), same.tobytes(), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1


def in_order(text: str, parts: list[str]) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)
