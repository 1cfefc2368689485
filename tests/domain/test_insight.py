"""What can be read from a portfolio."""

from decimal import Decimal

import pytest

from coachapp.domain import edits, insight
from coachapp.domain.insight import Total
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import Cell, Hours
from coachapp.packs import sample


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return sample.portfolio("en")


def test_every_cell_of_the_board_is_there_with_what_lies_in_it(portfolio: Portfolio) -> None:
    cells = insight.by_cell(portfolio)
    assert tuple(cells) == portfolio.framework.board
    assert [placed.activity.title for placed in cells[Cell("ontwikkelen", "meso")]] == [
        "Research learning line",
        "School exam programme",
    ]
    assert cells[Cell("organiseren", "macro")] == ()
    assert sum(len(placed) for placed in cells.values()) == len(portfolio.placements)


def test_each_activity_lies_on_the_board_or_in_one_place_beside_it(portfolio: Portfolio) -> None:
    beside = {aside: insight.beside_board(portfolio, aside) for aside in ("", "learning", "off")}
    assert [activity.title for activity in beside["learning"]] == ["Master's in Ecology (part-time)"]
    assert [activity.title for activity in beside["off"]] == ["Nature guide (second job)"]
    on_board = {placement.activity_id for placement in portfolio.placements}
    assert len(on_board) + sum(map(len, beside.values())) == len(portfolio.activities)


def test_an_activity_can_lie_in_two_cells(portfolio: Portfolio) -> None:
    line = next(a for a in portfolio.activities if a.title == "Research learning line")
    assert insight.cells_of(portfolio, line.id) == (Cell("ontwikkelen", "meso"), Cell("collegas", "micro"))
    assert insight.cells_of(portfolio, "nobody") == ()


def test_hours_per_week_and_per_year_are_never_added_together() -> None:
    given = [Hours(Decimal("1.5"), "week"), None, Hours(Decimal(40)), Hours(Decimal("2.25"), "week")]
    assert insight.total(given) == Total(week=Decimal("3.75"), year=Decimal(40))
    assert insight.total([]) == Total(Decimal(0), Decimal(0))


def test_an_ambition_is_named_by_its_words_else_its_activity_else_its_cell(portfolio: Portfolio) -> None:
    line = next(a for a in portfolio.activities if a.title == "Research learning line")
    here, there = Cell("leren", "nano"), Cell("leren", "micro")

    def name(ambition: Ambition) -> str:
        return insight.ambition_name(portfolio, ambition)

    assert name(Ambition("1", "Own words", line.id, here, there)) == "Own words"
    assert name(Ambition("1", "", line.id, here, there)) == "Research learning line"
    assert name(Ambition("1", "", "", here, there)) == "Helping students learn · Group"
    assert name(Ambition("1", "", "", here)) == "Helping students learn · One to one"
    assert name(Ambition("1")) == ""


def test_reading_follows_what_is_changed(portfolio: Portfolio) -> None:
    first = portfolio.placements[0]
    after = edits.take_off([first.id])(portfolio)
    assert first.activity_id in {a.id for a in insight.beside_board(after, "")}
