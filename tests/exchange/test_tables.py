"""Tables and text of a portfolio: for spreadsheets and for reading, with nothing in it that does anything."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coachapp import exchange, i18n
from coachapp.domain.portfolio import Action, Activity, Portfolio
from coachapp.domain.values import Hours, new_id
from coachapp.exchange import exports, tables
from coachapp.exchange.exports import Form, Table
from coachapp.packs import sample
from tests.document.copies import of
from tests.portfolios import HOSTILE, empty, worst

NONE = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
FORMULAS = ("=1+1", "+31 6", "-2", "@SUM(A1)", '=HYPERLINK("http://x","y")', "'=1", "a=b")


def _written(portfolio: Portfolio, ending: str, table: Table = Table.ACTIVITIES) -> bytes:
    out = io.BytesIO()
    exports.write(out, Form(ending, table), of(portfolio), NONE)
    return out.getvalue()


def _with(*titles: str, language: str = "nl") -> Portfolio:
    hours = Hours(Decimal("12.5"), "week")
    items = tuple(Activity(new_id(), title, title, hours=hours, period=title) for title in titles)
    actions = tuple(Action(new_id(), title, support=title) for title in titles)
    return replace(empty(language=language), activities=items, actions=actions)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_our_own_import_reads_the_titles_back(language: str, ending: str, tmp_path: Path) -> None:
    portfolios = (sample.portfolio(language), _with(*FORMULAS[:5], *HOSTILE[:10], language=language))
    for portfolio in portfolios:
        path = tmp_path / f"list{ending}"
        path.write_bytes(_written(portfolio, ending))
        preview = exchange.understand(exchange.read(path), ())
        assert [row.title for row in preview.rows if row.ticked] == [
            one.title for one in portfolio.activities
        ]
        found = exchange.activities(preview, preview.ticked, ())
        assert [one.hours for one in found] == [one.hours for one in portfolio.activities]


@pytest.mark.parametrize("table", list(Table))
def test_no_cell_of_a_csv_is_a_formula(table: Table) -> None:
    text = _written(_with(*FORMULAS, *HOSTILE), ".csv", table).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert "'=1+1" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert tables._harmless("\tx", ".") == "'\tx"
    assert tables._harmless("\rx", ".") == "'\rx"


@pytest.mark.parametrize("table", list(Table))
def test_no_cell_of_a_workbook_is_a_formula(table: Table) -> None:
    data = _written(_with(*FORMULAS, *HOSTILE), ".xlsx", table)
    cells = [cell for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.value == "=1+1")


def test_a_csv_is_as_spreadsheets_of_its_language_expect() -> None:
    dutch, english = (_written(_with("Mentoraat", language=each), ".csv") for each in ("nl", "en"))
    assert dutch.startswith(b"\xef\xbb\xbfActiviteit;")
    assert english.startswith(b"\xef\xbb\xbfActivity,")
    assert b";12,5;" in dutch
    assert b",12.5," in english


def test_words_are_those_of_the_portfolio_whatever_the_screen_speaks() -> None:
    i18n.use("en")
    portfolio = sample.portfolio("nl")
    assert "Door wie" in _written(portfolio, ".csv", Table.ACTIONS).decode()
    assert "## Activiteiten" in _written(portfolio, ".md").decode()


def test_the_worst_portfolio_can_be_written_in_every_form() -> None:
    for ending in (".md", ".csv", ".xlsx", ".zip"):
        for table in Table:
            assert _written(worst(), ending, table)
