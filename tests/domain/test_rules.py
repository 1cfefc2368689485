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
        ({"activities": (Activity("1", "a"), Activity("1", "b"))}, "2 have the same id 1."),
        ({"activities": (Activity("2", "a"), Activity("1", "b"))}, "In the activities, the order is not"),
        ({"placements": (Placement("9", "1", HERE),)}, "“leren/nano”: it refers to something"),
        ({"placements": (Placement("9", "", HERE),)}, "“leren/nano”: it refers to something"),
        ({"teams": (Team("1", "t", "gone"),)}, "“t”: it refers to something that is not there."),
        ({"contexts": (Context("1", sectors=("space",)),)}, "space"),
        ({"ambitions": (Ambition("1", target=Cell("leren", "supra")),)}, "leren/supra"),
        ({"actions": (Action("1", "a", actors=("nobody",)),)}, "nobody"),
        (
            {"activities": (Activity("1", "a", aside="off"),), "placements": (Placement("2", "1", HERE),)},
            "“a” lies on the board and beside it at once.",
        ),
        (
            {
                "activities": (Activity("1", "a"),),
                "placements": (Placement("2", "1", HERE), Placement("3", "1", HERE)),
            },
            "“a” lies 2 times in leren/nano.",
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
    told = [fault.split(":")[0] for fault in faults(broken)]
    assert told == ["In the activities, “a”", "In the activities, “b”", "In the goals, “g”"]
