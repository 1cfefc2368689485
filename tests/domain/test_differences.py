"""What differs between two portfolios, as a person would tell it."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachapp import i18n
from coachapp.domain import edits, wording
from coachapp.domain.differences import differences
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import (
    KINDS,
    Action,
    Activity,
    Ambition,
    Goal,
    Placement,
    Portfolio,
    Variant,
)
from coachapp.domain.values import Cell, Stamp
from coachapp.errors import CoachError
from tests import portfolios
from tests.document.drawing import CASES

BEFORE = portfolios.many(12)
HERE, THERE = BEFORE.framework.board[0], BEFORE.framework.board[5]
LESSON = Activity("a" * 32, "Lesgeven")
BASE = edits.in_order(edits.add(LESSON), edits.place(Placement("b" * 32, LESSON.id, HERE)))(BEFORE)


def title(cell: Cell) -> str:
    return BASE.framework.cell_title(cell)


HOME, AWAY = title(HERE), title(THERE)


def told(*steps: Edit) -> list[str]:
    return [one.words for one in differences(BASE, edits.in_order(*steps)(BASE))]


def test_nothing_differs_from_itself() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (edits.add(Activity("c" * 32, "MR-lid")), "“MR-lid” was added."),
        (
            edits.add(Activity("c" * 32, "MR-lid", aside="learning")),
            "“MR-lid” was added, under my own learning.",
        ),
        (edits.remove(Activity, [LESSON.id]), "“Lesgeven” was removed."),
        (edits.move(["b" * 32], THERE), f"“Lesgeven” was moved from {HOME} to {AWAY}."),
        (
            edits.place(Placement("c" * 32, LESSON.id, THERE)),
            f"“Lesgeven” was also placed in {AWAY}.",
        ),
        (edits.take_off(["b" * 32]), f"“Lesgeven” was taken from {HOME}."),
        (
            edits.set_aside([LESSON.id], "off"),
            f"“Lesgeven” was taken from {HOME} and laid off the board.",
        ),
        (edits.change(Activity, [LESSON.id], title="Lessen"), "“Lessen”: title changed."),
        (edits.change(Activity, [LESSON.id], since="2019", until="2020"), "“Lesgeven”: period changed."),
        (
            edits.change(Placement, ["b" * 32], energy="gives"),
            f"“Lesgeven” in {HOME}: energy changed.",
        ),
        (edits.describe(coach="Iemand", question="Wat?"), "About the portfolio: question, coach changed."),
        (edits.add(Goal("c" * 32, "Rust")), "Goal “Rust” was added."),
        (edits.add(Action("c" * 32, "Bellen")), "Action “Bellen” was added."),
        (
            edits.add(Ambition("c" * 32, activity_id=LESSON.id, target=THERE)),
            "Ambition “Lesgeven” was added.",
        ),
        (edits.add(Goal("c" * 32, "x" * 300)), f"Goal “{'x' * 60}…” was added."),
    ],
)
def test_each_change_is_one_plain_sentence(step: Edit, words: str) -> None:
    assert told(step) == [words]


def test_taken_off_and_laid_elsewhere_is_moved() -> None:
    words = told(edits.take_off(["b" * 32]), edits.place(Placement("c" * 32, LESSON.id, THERE)))
    assert words == [f"“Lesgeven” was moved from {HOME} to {AWAY}."]


def test_a_new_activity_tells_where_it_lies() -> None:
    new = Activity("c" * 32, "MR-lid")
    cells = [Placement(f"{n}" * 32, new.id, cell) for n, cell in enumerate((HERE, THERE))]
    assert told(edits.add(new), edits.place(*cells)) == [f"“MR-lid” was added, in {HOME} and {AWAY}."]


def test_what_waits_for_a_choice_is_no_difference_that_anyone_sees() -> None:
    waiting = Variant("activities", LESSON.id, "title", '"Mentor"', Stamp(1, "thuis"))
    assert differences(BASE, replace(BASE, variants=(waiting,))) == ()


def test_every_kind_and_field_has_a_word_of_its_own() -> None:
    i18n.use("nl")
    own = ((cls, kind) for kind, cls in KINDS.items())
    for cls, kind in (*own, (Portfolio, "portfolio")):
        names = [f.name for f in fields(cls) if f.compare and f.name not in (*KINDS, "id", "framework")]
        for name in names:
            if (kind, name) not in NOT_TOLD:
                assert wording.field_word(kind, name) != name or name in SAME_IN_DUTCH, (kind, name)
        if kind not in ("placements", "portfolio"):
            assert wording.kind_word(kind) != kind


NOT_TOLD = {
    ("portfolio", "variants"),
    ("activities", "aside"),
    ("placements", "cell"),
    ("placements", "placed_on"),
}
SAME_IN_DUTCH = {"coach", "team", "status", "competence"}


@given(st.data())
def test_a_difference_is_told_when_and_only_when_there_is_one(data: st.DataObject) -> None:
    step = data.draw(data.draw(st.sampled_from(list(CASES.values())))(BASE))
    try:
        after = step(BASE)
    except CoachError:
        return
    there, back = differences(BASE, after), differences(after, BASE)
    assert bool(there) == bool(back) == (undated(after) != undated(BASE))


def undated(portfolio: Portfolio) -> Portfolio:
    """The day something was laid in a cell goes along with its move and is not told apart."""
    placements = tuple(replace(placement, placed_on="") for placement in portfolio.placements)
    return replace(portfolio, placements=placements)
