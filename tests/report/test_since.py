"""What became of the board since the previous plan: drawn, and told in a table."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from coachapp.domain.board_then import Laid, Snapshot, as_board
from coachapp.domain.for_reader import Choice, seen
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.since import since
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.report import plan_document, plan_text
from coachapp.report.board import changes, layout
from coachapp.report.paper import A4
from coachapp.report.style import SIDE
from coachapp.report.typesetting import Typesetter
from tests import portfolios
from tests.report import heard, reading
from tests.report.reading import DATE, in_one_line, written

ALL = Choice(energy=True, hours=True)
HEADING = "Since the previous plan, 20 November 2025"


def table_of(path: Path) -> list[list[str]]:
    """The rows of the table after the drawing, as they are heard."""
    parts = heard.parts(path)
    start = next(at for at, part in enumerate(parts) if part.text.startswith("Since the previous plan"))
    table = next(at for at, part in enumerate(parts) if at > start and part.role == "Table")
    rows: list[list[str]] = []
    for part in parts[table + 1 :]:
        if part.level <= parts[table].level:
            break
        if part.role == "TR":
            rows.append([])
        elif part.role in ("TH", "TD"):
            rows[-1].append(part.text)
    return rows


def moved() -> Portfolio:
    """One moved, one came, one left, one is otherwise, one is as it was."""
    start = replace(portfolios.empty(), language="en")
    group, school = Cell("leren", "micro"), Cell("leren", "meso")
    then = [
        Laid("a", "Goes", group, "doing"),
        Laid("c", "Leaves", group, "doing"),
        Laid("d", "Changes", school, "exploring", part="take-part", hours="40 year"),
        Laid("e", "Stays", school, "doing"),
    ]
    now = (("a", school), ("b", group), ("d", school), ("e", school))
    titles = (("a", "Goes"), ("b", "Comes"), ("c", "Leaves"), ("d", "Changes"), ("e", "Stays"))
    return replace(
        start,
        activities=tuple(Activity(*each) for each in titles),
        placements=tuple(Placement(f"p{n}", *each, part="lead") for n, each in enumerate(now)),
        snapshots=(Snapshot("s", "2025-11-20", as_board(then)),),
    )


def test_each_change_has_its_number_with_where_it_lay_and_lies(tmp_path: Path) -> None:
    path = written(moved(), tmp_path, choice=ALL).path
    role, word = "Helping students learn", partial(moved().framework.word, "status")
    assert table_of(path) == [
        ["No.", "Activity", "Then", "Now"],
        ["Moved"],
        ["1", "Goes", f"{role} · Group", f"{role} · School"],
        ["Came on the board"],
        ["2", "Comes", "not on the board", f"{role} · Group"],
        ["Not on the board any more"],
        ["3", "Leaves", f"{role} · Group", "not on the board"],
        ["Otherwise than it was"],
        [
            "4",
            "Changes",
            f"{role} · School · {word('exploring')} · take part",
            f"{role} · School · {word('doing')} · lead",
        ],
    ]


def test_the_drawing_shows_the_same_numbers_and_says_where_it_is_told(tmp_path: Path) -> None:
    path = written(moved(), tmp_path, choice=Choice(frozenset({"board", "table"}))).path
    figures = [part.text for part in heard.parts(path) if part.role == "Figure"]
    assert figures == ["A drawing of the board then and now. The table after it tells the same."]
    text = reading.text(path)
    for words in ("1 Goes", "2 Comes", "3 Leaves", "4 Changes", "1 as it was"):
        assert words in text
    assert text.count("1 Goes") == 3  # where it lay, where it lies, and in the table
    for words in ("where it lay then", "where it lies now", "new on the board", "not on the board any more"):
        assert words in text


@pytest.mark.parametrize("snapshots", [(), (Snapshot("s", "2025-11-20", as_board(())),)])
def test_where_nothing_differs_or_no_board_was_kept_nothing_is_said(
    tmp_path: Path, snapshots: tuple[Snapshot, ...]
) -> None:
    portfolio = replace(portfolios.empty(), snapshots=snapshots)
    assert "previous plan," not in reading.text(written(portfolio, tmp_path, choice=ALL).path)


def test_word_and_markdown_have_the_table(tmp_path: Path) -> None:
    portfolio = seen(sample.portfolio("en"), ALL, DATE.isoformat())
    plan_text.write(portfolio, tmp_path / "plan.md", language="en", date=DATE, choice=ALL)
    text = (tmp_path / "plan.md").read_text("utf-8")
    assert f"## {HEADING}\n\n| No. | Activity | Then | Now |" in text
    assert (
        "| 1 | Research learning line | Developing education · Group | Developing education · School |"
        in text
    )
    plan_document.write(portfolio, tmp_path / "plan.docx", language="en", date=DATE, choice=ALL)
    tables = Document(str(tmp_path / "plan.docx")).tables
    (found,) = [t for t in tables if [c.text for c in t.rows[0].cells] == ["No.", "Activity", "Then", "Now"]]
    assert found._tbl.tblPr.xpath("w:tblCaption/@w:val") == [HEADING]


def test_the_plan_of_another_reader_tells_only_of_what_she_may_know(tmp_path: Path) -> None:
    portfolio, choice = moved(), Choice(frozenset({"a"}))
    text = reading.text(written(seen(portfolio, choice, DATE.isoformat()), tmp_path, choice=choice).path)
    assert "Goes" not in text
    assert "Since the previous plan" in text


def test_a_cell_that_is_gone_is_told_and_has_no_arrow(tmp_path: Path) -> None:
    start = moved()
    lost = Laid("a", "Goes", Cell("gone", "away"), "doing")
    portfolio = replace(start, snapshots=(Snapshot("s", "2025-11-20", as_board([lost])),))
    rows = table_of(written(portfolio, tmp_path, choice=ALL).path)
    assert ["1", "Goes", "in a cell that this board doesn't have", "Helping students learn · School"] in rows


def test_every_mark_stays_within_its_cell(tmp_path: Path) -> None:
    portfolio = portfolios.worst()
    found = since(portfolio, portfolio, ALL, DATE.isoformat())
    assert found
    framework, levels = portfolio.framework, portfolio.framework.shown_levels
    across = layout.columns([True] * len(levels), A4.sheet.width - 2 * SIDE)
    widths = {level.id: layout.card_width(width) for level, (_x, width) in zip(levels, across, strict=True)}
    setter = Typesetter("nl")
    told = list(changes.contents(framework, found.changes, (), setter, widths).items())
    laid = layout.laid_out(
        across, [told[at : at + len(levels)] for at in range(0, len(told), len(levels))], 600
    )
    assert laid.height <= 600
    for field in laid.fields:
        assert all(one.box.bottom < other.box.y for one, other in pairwise(field.cards))
        for card, box in field.cards:
            assert box.bottom <= field.box.bottom
            room = box.width - changes.NUMBER
            assert all(line.width * 8 <= room for line in card.title), in_one_line(card.title[0].text)
