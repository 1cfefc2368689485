"""Placing apart: what each sees, how two views lie, and what becomes of what both settle on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachapp.document import Document
from coachapp.domain import blind, edits, insight, rules
from coachapp.domain.blind import ALONE, BESIDE, COACH, FURTHER, SAME, TEACHER
from coachapp.domain.conversation import PLACERS, RELATIONSHIPS, Conversation, Note, View
from coachapp.domain.copies import Copy
from coachapp.domain.differences import differences
from coachapp.domain.handing_over import Chosen, handed_over, returned
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import Activity, Ambition, Placement, Portfolio, Shared
from coachapp.domain.values import Cell, new_id
from tests import portfolios

BOARD = portfolios.empty().framework.board
HERE, NEXT, OTHER_ROLE = Cell("leren", "micro"), Cell("leren", "meso"), Cell("organiseren", "micro")
FAR = Cell("organiseren", "macro")
TALK = Conversation("c1", "2026-11-26", relationship="independent")
IDS = ("a0", "a1", "a2")

_CELLS = st.sampled_from(BOARD)
_STEPS = st.lists(st.tuples(st.sampled_from(PLACERS), st.sampled_from(IDS), st.none() | _CELLS), max_size=25)


def few() -> Portfolio:
    """To place, in a cell, in two cells, and under own learning; with what belongs to them."""
    titles = ("Teaching", "Mentor", "Council", "Master")
    activities = tuple(Activity(f"a{n}", title, "In words") for n, title in enumerate(titles))
    return replace(
        portfolios.empty(),
        activities=(*activities[:3], replace(activities[3], aside="learning")),
        placements=(
            Placement("p1", "a1", HERE, energy="gives"),
            Placement("p2", "a2", HERE),
            Placement("p3", "a2", FAR),
        ),
        ambitions=(Ambition("w1", activity_id="a1", target=FAR),),
        conversations=(TALK, Conversation("c2")),
        notes=(Note("n1", "Secret to the board", "c1", cell=HERE),),
    )


def viewed(portfolio: Portfolio, by: str, *cells: tuple[str, Cell]) -> Portfolio:
    views = [View(new_id(), TALK.id, activity_id, cell, by) for activity_id, cell in cells]
    return blind.lay(views)(portfolio)


# ---------------------------------------------------------------- who and what


@pytest.mark.parametrize("relationship", RELATIONSHIPS)
def test_only_with_a_boss_nobody_places_apart(relationship: str) -> None:
    talk = replace(TALK, relationship=relationship)
    assert blind.may_place_apart(talk) is (relationship not in ("hr", "manager"))
    assert not blind.may_place_apart(replace(talk, ended_on="2026-11-26"))


def test_what_waits_and_what_lies_on_the_board_can_take_part() -> None:
    assert [activity.title for activity in blind.choosable(few())] == ["Teaching", "Mentor", "Council"]


def test_each_begins_with_an_empty_board_and_sees_only_own_cards() -> None:
    before = viewed(few(), TEACHER, ("a0", HERE), ("a1", FAR))
    coach = blind.board_of(before, TALK.id, COACH, IDS)
    assert coach.placements == coach.views == coach.ambitions == coach.notes == coach.conversations == ()
    assert [activity.id for activity in insight.beside_board(coach, "")] == list(IDS)
    teacher = blind.board_of(before, TALK.id, TEACHER, IDS)
    assert [(p.activity_id, p.cell) for p in teacher.placements] == [("a0", HERE), ("a1", FAR)]
    assert list(rules.faults(teacher)) == list(rules.faults(coach)) == []


def test_an_activity_has_one_place_on_ones_own_board_and_can_be_taken_back() -> None:
    portfolio = viewed(few(), TEACHER, ("a0", HERE))
    portfolio = viewed(portfolio, TEACHER, ("a0", FAR))
    assert [view.cell for view in portfolio.views] == [FAR]
    portfolio = viewed(portfolio, COACH, ("a0", NEXT))
    portfolio = blind.take_back(TALK.id, TEACHER, ["a0"])(portfolio)
    assert [(view.by, view.cell) for view in portfolio.views] == [(COACH, NEXT)]


def test_of_two_views_after_joining_the_one_written_last_counts() -> None:
    document = Document(few())
    document.apply("", edits.add(View("v2", TALK.id, "a0", HERE, TEACHER)))
    document.apply("", edits.add(View("v1", TALK.id, "a0", FAR, TEACHER)))
    assert blind.laid(document.portfolio, TALK.id, TEACHER)["a0"].cell == FAR
    document.apply("", blind.take_back(TALK.id, TEACHER, ["a0"]))
    assert document.portfolio.views == ()


def test_another_conversation_is_another_matter() -> None:
    other = edits.add(View(new_id(), "c2", "a0", HERE, TEACHER))(few())
    assert blind.compared(other, TALK.id) == ()
    assert not blind.may_compare(other, TALK.id)
    assert blind.may_compare(edits.add(View(new_id(), "c2", "a0", HERE, COACH))(other), "c2")


@given(_STEPS)
def test_the_board_of_one_never_tells_what_the_other_laid(steps: list[tuple[str, str, Cell | None]]) -> None:
    portfolio, own, own_only = few(), dict[str, Cell](), few()
    for by, activity_id, cell in steps:
        views = [View(new_id(), TALK.id, activity_id, cell, by)] if cell else []
        step = blind.lay(views) if views else blind.take_back(TALK.id, by, [activity_id])
        portfolio = step(portfolio)
        if by == COACH:
            own_only = step(own_only)
            own = {**own, activity_id: cell} if cell else {k: v for k, v in own.items() if k != activity_id}
    seen = blind.board_of(portfolio, TALK.id, COACH, IDS)
    assert seen == blind.board_of(own_only, TALK.id, COACH, IDS)
    assert {p.activity_id: p.cell for p in seen.placements} == own


@given(_STEPS)
def test_both_boards_are_shown_only_when_nothing_is_given_away(
    steps: list[tuple[str, str, Cell | None]],
) -> None:
    portfolio = few()
    for by, activity_id, cell in steps:
        if cell:
            portfolio = viewed(portfolio, by, (activity_id, cell))
    shown = blind.compared(portfolio, TALK.id)
    complete = bool(shown) and all(one.teacher and one.coach for one in shown)
    assert blind.may_compare(portfolio, TALK.id) is complete
    assert all((one.apart == ALONE) == (one.teacher is None or one.coach is None) for one in shown)


def test_the_history_names_the_activity_but_not_the_cell() -> None:
    before = few()
    told = " ".join(line.words for line in differences(before, viewed(before, TEACHER, ("a0", FAR))))
    assert "Teaching" in told
    assert before.framework.cell_title(FAR) not in told
    assert str(FAR) not in told


# ---------------------------------------------------------------- how far apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (HERE, HERE, SAME),
        (HERE, NEXT, BESIDE),
        (HERE, OTHER_ROLE, BESIDE),
        (HERE, Cell("leren", "macro"), FURTHER),
        (HERE, Cell("organiseren", "meso"), FURTHER),
        (HERE, FAR, FURTHER),
        (HERE, None, ALONE),
        (None, HERE, ALONE),
    ],
)
def test_two_views_lie_in_one_cell_one_apart_or_further(
    one: Cell | None, other: Cell | None, apart: str
) -> None:
    assert blind.apart(few().framework, one, other) == apart


@given(_CELLS, _CELLS)
def test_it_does_not_matter_whose_view_is_which(one: Cell, other: Cell) -> None:
    framework = few().framework
    assert blind.apart(framework, one, other) == blind.apart(framework, other, one)


@pytest.mark.parametrize("apart", [SAME, BESIDE, FURTHER, ALONE])
def test_every_difference_has_a_question_without_a_verdict(apart: str) -> None:
    assert "?" in blind.question(apart)
    assert not any(word in blind.question(apart).lower() for word in ("right", "wrong", "%", "agree"))


def test_over_each_other_lie_two_cards_or_the_one_that_both_laid() -> None:
    both = viewed(few(), TEACHER, ("a0", HERE), ("a1", HERE))
    both = viewed(both, COACH, ("a0", FAR), ("a1", HERE), ("a2", NEXT))
    shown = blind.over_each_other(both, TALK.id)
    cards = sorted((p.activity_id, str(p.cell)) for p in shown.placements)
    assert cards == sorted([("a0", str(HERE)), ("a0", str(FAR)), ("a1", str(HERE)), ("a2", str(NEXT))])
    assert shown.views == shown.notes == ()
    assert list(rules.faults(shown)) == []


# ---------------------------------------------------------------- settling


@pytest.mark.parametrize(
    ("activity_id", "cell", "after"),
    [
        ("a0", NEXT, {NEXT}),
        ("a1", NEXT, {NEXT}),
        ("a1", HERE, {HERE}),
        ("a2", NEXT, {HERE, FAR, NEXT}),
        ("a2", FAR, {HERE, FAR}),
    ],
)
def test_what_both_settle_on_becomes_the_placement_and_both_views_stay(
    activity_id: str, cell: Cell, after: set[Cell]
) -> None:
    before = viewed(few(), TEACHER, (activity_id, HERE))
    before = viewed(before, COACH, (activity_id, FAR))
    settled = blind.settle(Placement(new_id(), activity_id, cell, placed_on="2026-11-26"))(before)
    assert set(insight.cells_of(settled, activity_id)) == after
    assert settled.views == before.views
    assert list(rules.faults(settled)) == []


def test_a_card_that_moves_keeps_what_was_said_of_it() -> None:
    settled = blind.settle(Placement(new_id(), "a1", NEXT, placed_on="2026-11-26"))(few())
    moved = next(p for p in settled.placements if p.id == "p1")
    assert (moved.cell, moved.energy, moved.placed_on) == (NEXT, "gives", "2026-11-26")


def test_it_is_settled_once_it_was_laid_after_both_views() -> None:
    document = Document(few())
    document.apply("", lambda portfolio: viewed(portfolio, TEACHER, ("a0", HERE), ("a1", HERE)))
    document.apply("", lambda portfolio: viewed(portfolio, COACH, ("a0", FAR), ("a1", FAR)))
    assert [one.settled for one in blind.compared(document.portfolio, TALK.id)] == [False, False]
    document.apply("", blind.settle(Placement(new_id(), "a1", FAR)))
    document.apply("", edits.change(Activity, ["a0"], title="Teaching well"))
    assert [one.settled for one in blind.compared(document.portfolio, TALK.id)] == [False, True]
    document.apply("", edits.change(Placement, ["p1"], energy="costs"))
    document.apply("", lambda portfolio: viewed(portfolio, COACH, ("a1", NEXT)))
    assert [one.settled for one in blind.compared(document.portfolio, TALK.id)] == [False, False]


# ---------------------------------------------------------------- each on a computer of one's own


def given_out(portfolio: Portfolio, *activity_ids: str) -> Portfolio:
    left = Shared("f" * 32, "blind", "2026-11-26", reader="K. Oach")
    return handed_over(portfolio, Chosen(frozenset(activity_ids), apart=TALK.id), left)


def test_a_copy_to_place_apart_in_holds_titles_and_the_conversation_and_no_more() -> None:
    before = edits.change(Conversation, [TALK.id], question="Secret", recorded="Secret too")(few())
    before = viewed(before, TEACHER, ("a0", HERE))
    copy = given_out(before, "a0", "a1")
    assert [(a.title, a.description, a.aside) for a in copy.activities] == [
        ("Teaching", "", ""),
        ("Mentor", "", ""),
    ]
    assert [(c.id, c.question, c.recorded, c.date) for c in copy.conversations] == [("c1", "", "", "")]
    assert copy.placements == copy.views == copy.notes == copy.ambitions == copy.contexts == copy.teams == ()
    assert list(rules.faults(copy)) == []
    assert blind.asked_of_us(copy) == copy.conversations[0]
    assert blind.asked_of_us(before) is None


def test_what_was_laid_in_the_copy_comes_back_and_nothing_else_changes() -> None:
    teacher = Document(few(), "teacher")
    teacher.apply("", lambda portfolio: viewed(portfolio, TEACHER, ("a0", HERE)))
    teacher.apply("", edits.add(Shared("f" * 32, "blind", "2026-11-26")))
    assert blind.is_awaited(teacher.portfolio)
    coach = Document(given_out(teacher.portfolio, "a0", "a1"), "coach")
    coach.apply("", lambda portfolio: viewed(portfolio, COACH, ("a0", FAR), ("a1", NEXT)))
    seen = {"teacher": 9, "coach": 9}
    mine, theirs = Copy(teacher.portfolio, seen={"teacher": 9}), Copy(coach.portfolio, seen=seen)
    both = joined(mine, theirs).portfolio
    assert replace(both, views=()) == replace(teacher.portfolio, views=())
    assert [one.apart for one in blind.compared(both, TALK.id)] == [FURTHER, ALONE]
    assert not blind.is_awaited(returned(both, coach.portfolio, "2026-11-27"))
