"""Numbered cards on a table: what was typed for each cell becomes what lies there."""

import pytest

from coachapp.domain import edits
from coachapp.domain.from_table import (
    NoSuchCard,
    NotACardNumber,
    lay,
    numbered,
    read,
    steps,
    told,
)
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from tests import portfolios

ONE, GROUP, SCHOOL = portfolios.empty().framework.board[:3]


@pytest.fixture
def portfolio() -> Portfolio:
    """Four activities; the second lies in a cell with a reason, the fourth in two."""
    empty = portfolios.empty()
    activities = (Activity(f"{n:032x}", f"Work {n}") for n in range(1, 5))
    lying = (
        Placement(f"{11:032x}", f"{2:032x}", ONE, why="because"),
        Placement(f"{12:032x}", f"{4:032x}", ONE),
        Placement(f"{13:032x}", f"{4:032x}", GROUP),
    )
    return edits.in_order(edits.add(*activities), edits.place(*lying))(empty)


def laid(portfolio: Portfolio, **typed: str) -> dict[str, list[str]]:
    cells = {"one": ONE, "group": GROUP, "school": SCHOOL}
    cards = numbered(portfolio)
    lying = {cells[name]: tuple(cards[n] for n in read(text, cards)) for name, text in typed.items()}
    after = lay(steps(portfolio, lying), "2026-11-26")(portfolio)
    titles = {activity.id: activity.title for activity in after.activities}
    return {
        name: sorted(titles[p.activity_id] for p in after.placements if p.cell == cell)
        for name, cell in cells.items()
    }


def test_the_numbers_may_stand_with_spaces_commas_or_twice(portfolio: Portfolio) -> None:
    cards = numbered(portfolio)
    assert read("3 1, 2;3", cards) == (3, 1, 2)
    assert read("  ", cards) == ()


@pytest.mark.parametrize("typed", ["three", "3a", "-1", "1" * 5000, "²"])
def test_what_is_no_number_is_said_so(portfolio: Portfolio, typed: str) -> None:
    with pytest.raises(NotACardNumber) as told:
        read(f"1 {typed}", numbered(portfolio))
    assert typed[:20] in told.value.text()


@pytest.mark.parametrize("typed", ["5", "0"])
def test_a_card_that_is_not_there_is_said_so(portfolio: Portfolio, typed: str) -> None:
    with pytest.raises(NoSuchCard) as told:
        read(typed, numbered(portfolio))
    assert told.value.text() == f"There is no card {typed}: the cards are numbered from 1 to 4."


def test_cards_are_laid_and_what_lay_elsewhere_goes_along_with_its_reason(portfolio: Portfolio) -> None:
    assert laid(portfolio, school="1 2") == {
        "one": ["Work 4"],
        "group": ["Work 4"],
        "school": ["Work 1", "Work 2"],
    }
    cards = numbered(portfolio)
    after = lay(steps(portfolio, {SCHOOL: (cards[2],)}), "2026-11-26")(portfolio)
    moved = next(placement for placement in after.placements if placement.activity_id == cards[2].id)
    assert (moved.why, moved.placed_on) == ("because", "2026-11-26")


def test_a_number_in_two_cells_lies_in_both(portfolio: Portfolio) -> None:
    assert laid(portfolio, one="2 3", group="3") == {
        "one": ["Work 2", "Work 3", "Work 4"],
        "group": ["Work 3", "Work 4"],
        "school": [],
    }


def test_what_is_not_told_stays_where_it_is(portfolio: Portfolio) -> None:
    assert steps(portfolio, {ONE: (numbered(portfolio)[4],)}) == ()
    assert laid(portfolio, one="4")["group"] == ["Work 4"]


def test_what_would_happen_is_told_in_a_sentence(portfolio: Portfolio) -> None:
    cards = numbered(portfolio)
    assert (
        told(steps(portfolio, {SCHOOL: (cards[1], cards[3], cards[2])})) == "2 cards are placed, 1 card moves"
    )
