"""What must hold in a portfolio, and how it is told when it does not."""

from dataclasses import replace
from typing import Any

import pytest

from coachapp.domain.portfolio import Action, Activity, Ambition, Context, Goal, Placement, Portfolio, Team
from coachapp.domain.rules import faults
from coachapp.domain.values import Cell
from coachapp.packs import sample
from tests.portfolios import empty, many, worst

HERE = Cell("leren", "nano")


@pytest.mark.parametrize("portfolio", [empty(), many(200), worst(), sample.portfolio("en")])
def test_a_portfolio_made_by_edits_has_no_faults(portfolio: Portfolio) -> None:
    assert list(faults(portfolio)) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"activities": (Activity("1", "a"), Activity("1", "b"))}, "2 activities have the same id 1."),
        ({"activities": (Activity("2", "a"), Activity("1", "b"))}, "activities don't lie in the order"),
        ({"placements": (Placement("9", "1", HERE),)}, "placements 9: This is no longer"),
        ({"placements": (Placement("9", "", HERE),)}, "placements 9: This is no longer"),
        ({"teams": (Team("1", "t", "gone"),)}, "teams 1: This is no longer"),
        ({"contexts": (Context("1", sectors=("space",)),)}, "space"),
        ({"ambitions": (Ambition("1", target=Cell("leren", "supra")),)}, "leren/supra"),
        ({"actions": (Action("1", "a", actors=("nobody",)),)}, "nobody"),
        (
            {"activities": (Activity("1", "a", aside="off"),), "placements": (Placement("2", "1", HERE),)},
            "Activity 1 lies on the board and beside it at once.",
        ),
        (
            {
                "activities": (Activity("1", "a"),),
                "placements": (Placement("2", "1", HERE), Placement("3", "1", HERE)),
            },
            "Activity 1 lies 2 times in leren/nano.",
        ),
    ],
)
def test_a_rule_that_does_not_hold_is_told_once_and_plainly(changes: dict[str, Any], told: str) -> None:
    found = list(faults(replace(empty(), **changes)))
    assert len(found) == 1
    assert told in found[0]


def test_each_fault_of_a_portfolio_is_told() -> None:
    broken = replace(
        empty(),
        activities=(Activity("1", "a", team_id="gone"), Activity("2", "b", profiles=("wizard",))),
        goals=(Goal("3", "g", "gone"),),
    )
    assert [fault.split(":")[0] for fault in faults(broken)] == ["activities 1", "activities 2", "goals 3"]
