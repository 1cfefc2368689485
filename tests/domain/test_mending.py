"""A portfolio of which parts are lost is made to hold again."""

from dataclasses import replace

from coachapp.domain import mending, rules
from coachapp.domain.portfolio import Ambition, Goal
from coachapp.domain.values import Cell
from tests import portfolios


def test_what_holds_stays_the_very_same() -> None:
    whole = portfolios.many(30)
    mended = mending.mended(whole)
    assert mended == (whole, ())
    assert mended.portfolio.activities[0] is whole.activities[0]


def test_a_card_of_a_lost_activity_goes_and_is_told_by_its_place_and_words() -> None:
    whole = portfolios.worst()
    first = whole.placements[0]
    mended = mending.mended(replace(whole, activities=whole.activities[1:]))
    assert not list(rules.faults(mended.portfolio))
    assert first.activity_id not in {placement.activity_id for placement in mended.portfolio.placements}
    assert any(first.why in sentence and "is lost" in sentence for sentence in mended.lost)
    assert {r.activity_id for r in mended.portfolio.reflections} == {""}


def test_references_and_choices_that_point_nowhere_are_emptied_and_counted() -> None:
    whole = replace(portfolios.many(5), goals=(Goal("1", "Doel", "gone"),), contexts=())
    mended = mending.mended(whole)
    assert mended.portfolio.goals[0].ambition_id == ""
    assert not list(rules.faults(mended.portfolio))
    assert mended.lost == (
        "In the activities, 5 choices or references are empty now: what they pointed to is lost.",
        "In the goals, 1 choice or reference is empty now: what it pointed to is lost.",
    )


def test_cells_that_are_not_on_the_board_are_left_out() -> None:
    whole = portfolios.many(3)
    off = replace(whole.placements[0], cell=Cell("x", "y"))
    aim = Ambition("9", "Verder", target=Cell("x", "y"), origin=off.cell)
    mended = mending.mended(replace(whole, placements=(off, *whole.placements[1:]), ambitions=(aim,)))
    assert mended.portfolio.placements == whole.placements[1:]
    assert mended.portfolio.ambitions == (replace(aim, target=None, origin=None),)
    assert "What lay in x/y is lost." in mended.lost


def test_a_choice_the_board_does_not_know_is_left_out_and_others_stay() -> None:
    whole = portfolios.many(3)
    known = whole.framework.choices("recognition")[0]
    odd = replace(whole.placements[0], recognition=(known, "nobody"), status="nothing")
    mended = mending.mended(replace(whole, placements=(odd, *whole.placements[1:])))
    assert mended.portfolio.placements[0].recognition == (known,)
    assert mended.portfolio.placements[0].status == ""


def test_an_activity_lies_in_a_cell_once_and_not_beside_the_board_too() -> None:
    whole = portfolios.many(3)
    twin = replace(whole.placements[0], id="f" * 32)
    aside = tuple(replace(activity, aside="off") for activity in whole.activities)
    mended = mending.mended(replace(whole, activities=aside, placements=(*whole.placements, twin)))
    assert mended.portfolio.placements == whole.placements
    assert not list(rules.faults(mended.portfolio))
