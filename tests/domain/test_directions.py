"""From a cell or a card each career line becomes an ambition, and so do deepening and letting go."""

from dataclasses import replace

import pytest

from coachapp.domain import directions, edits
from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import TITLE_LENGTH, Cell
from tests import portfolios

HERE = Cell("ontwikkelen", "meso")
FRAMEWORK = portfolios.empty().framework
START = Ambition("", activity_id="a1", origin=HERE)


def wish(line: str, target: Cell | None = None, start: Ambition = START, name: str = "Leerlijn") -> Ambition:
    return directions.wish(FRAMEWORK, line, start, target, name)


def test_every_line_is_offered_and_letting_go_beside_them() -> None:
    assert list(directions.lines(FRAMEWORK)) == [
        *("deepen", "broaden-role", "broaden-scope", "change-context", "hybrid", "lead", "")
    ]


def test_deepening_stays_in_the_cell_and_letting_go_leads_to_none() -> None:
    deeper, gone = wish("deepen"), wish(directions.LET_GO)
    assert deeper.deepens
    assert deeper.career_line == "deepen"
    assert gone.lets_go
    assert (deeper.activity_id, gone.activity_id) == ("a1", "a1")
    assert deeper.id != gone.id


def test_another_role_or_reach_asks_to_which_cell() -> None:
    roles = directions.targets(FRAMEWORK, "broaden-role", HERE)
    assert [str(cell) for cell in roles] == ["leren/meso", "organiseren/meso", "collegas/meso"]
    reaches = directions.targets(FRAMEWORK, "broaden-scope", HERE)
    assert [str(cell) for cell in reaches] == ["ontwikkelen/nano", "ontwikkelen/micro", "ontwikkelen/macro"]
    wider = wish("broaden-scope", reaches[-1])
    assert (wider.origin, wider.target, wider.career_line) == (HERE, reaches[-1], "broaden-scope")


@pytest.mark.parametrize("line", ["deepen", "change-context", "hybrid", "lead", ""])
def test_the_other_lines_ask_for_no_cell(line: str) -> None:
    assert directions.targets(FRAMEWORK, line, HERE) == ()


@pytest.mark.parametrize("line", ["change-context", "hybrid", "lead", "of-another-pack"])
def test_what_is_about_the_whole_work_keeps_its_name_in_words(line: str) -> None:
    wished = wish(line)
    assert wished.title.endswith(": Leerlijn")
    assert (wished.activity_id, wished.origin, wished.target) == ("", None, HERE)
    assert not wished.deepens
    assert not wished.lets_go
    assert len(wish(line, name="W" * TITLE_LENGTH).title) == TITLE_LENGTH


def test_each_can_be_added_to_a_portfolio_and_a_second_like_it_is_known() -> None:
    portfolio = portfolios.empty()
    cell_only = Ambition("", origin=HERE)
    for line in directions.lines(FRAMEWORK):
        target = next(iter(directions.targets(FRAMEWORK, line, HERE)), None)
        wished = wish(line, target, cell_only)
        assert not directions.is_there(portfolio, wished)
        portfolio = edits.add(replace(wished, horizon=3))(portfolio)
        assert directions.is_there(portfolio, wish(line, target, cell_only))
    assert len(portfolio.ambitions) == 7
