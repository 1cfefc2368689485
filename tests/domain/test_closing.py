"""How a conversation ends, and what the next one asks after."""

from dataclasses import replace

import pytest

from coachapp.domain import closing, edits, parts
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.portfolio import Action, Agreement, Ambition, Goal, Portfolio
from coachapp.domain.values import Cell
from tests import portfolios

FIRST = Conversation("1" * 32, "2025-03-01", question="What do I want?", ended_on="2025-03-01")
NOW = Conversation("3" * 32, "2026-11-26", question="Is it going well?")
GOAL = Goal("2a" * 16, "Share the learning line", conversation_id=FIRST.id)


def made(*items: object) -> Portfolio:
    return edits.add(FIRST, NOW, *items)(portfolios.empty())  # type: ignore[arg-type]


def names(found: tuple[closing.LookedAt, ...]) -> list[str]:
    return [parts.title(one) for one in found]


def test_what_was_written_down_is_read_back_step_by_step() -> None:
    later = Note("a" * 32, "Two goals", NOW.id, "choose", "choose-1")
    early = Note("b" * 32, "The museum", NOW.id, "look-back", question="What else?")
    loose = Note("c" * 32, "Loose", NOW.id)
    others = Note("d" * 32, "Earlier", FIRST.id, "place")
    portfolio = made(later, early, loose, others, Note("e" * 32, "", NOW.id, "place"))
    told = closing.notes_by_step(portfolio, NOW.id)
    steps = [(one.step.id if one.step else "", [note.text for note in one.notes]) for one in told]
    assert steps == [("look-back", ["The museum"]), ("choose", ["Two goals"]), ("", ["Loose"])]
    asked = [closing.asked(portfolio.framework, note) for note in (later, early, loose)]
    assert asked[0]
    assert asked[1:] == ["What else?", ""]


def test_what_was_set_before_comes_back_with_its_actions() -> None:
    action = Action("2b" * 16, "Ask for hours", GOAL.id, conversation_id=FIRST.id)
    agreed = Agreement("2c" * 16, "We both look", conversation_id=FIRST.id)
    new = Agreement("4" * 32, "Of now", conversation_id=NOW.id)
    found = closing.previous(made(agreed, action, GOAL, new), NOW)
    assert names(found) == ["Share the learning line", "Ask for hours", "We both look"]


def test_what_was_answered_stays_in_the_list_of_the_last_time_only() -> None:
    done = replace(GOAL, status="done")
    assert closing.previous(made(done), NOW) == (done,)
    next_one = Conversation("5" * 32, "2027-03-01")
    portfolio = edits.add(next_one)(made(done))
    assert closing.previous(portfolio, next_one) == ()
    assert closing.previous(portfolio, next_one, {done.id}) == (done,)
    still_open = edits.change(Goal, (GOAL.id,), status="")(portfolio)
    assert names(closing.previous(still_open, next_one)) == [GOAL.title]


def test_what_was_typed_between_two_conversations_comes_back_too() -> None:
    between, since = Goal("2d" * 16, "Between"), Goal("4d" * 16, "Since")
    assert names(closing.previous(made(between, since), NOW)) == ["Between"]


@pytest.mark.parametrize(
    ("actors", "asks"),
    [((), True), (("teacher",), True), (("teacher", "leader"), False), (("colleague",), False)],
)
def test_who_else_is_asked_when_nobody_else_is_named(actors: tuple[str, ...], asks: bool) -> None:
    action = Action("2b" * 16, "Ask for hours", actors=actors)
    assert closing.only_the_teacher_acts(made(action)) is asks
    together = Agreement("2c" * 16, "Plan it", kind="together", actors=("leader",))
    assert not closing.only_the_teacher_acts(made(action, together))


def test_without_actions_nothing_is_asked() -> None:
    assert not closing.only_the_teacher_acts(made())
    assert not closing.only_the_teacher_acts(made(Action("2b" * 16, "Was done", status="done")))


def test_an_ambition_becomes_a_goal_once() -> None:
    cell = Cell("leren", "meso")
    named, by_cell = Ambition("6" * 32, "The museum"), Ambition("7" * 32, target=cell)
    portfolio = made(named, by_cell)
    assert closing.without_goal(portfolio) == (named, by_cell)
    portfolio = edits.add(replace(GOAL, ambition_id=named.id))(portfolio)
    assert closing.without_goal(portfolio) == (by_cell,)


def test_the_end_keeps_the_board_as_it_stands_in_one_edit() -> None:
    portfolio = edits.add(NOW)(portfolios.many(9))
    ended = closing.end(portfolio, NOW, "2026-11-26")(portfolio)
    assert not ended.conversations[0].is_open
    snapshot = ended.snapshots[0]
    assert (snapshot.date, snapshot.conversation_id) == ("2026-11-26", NOW.id)
    assert len(snapshot.cards) == len(portfolio.placements)


def test_the_next_date_is_the_conversations_and_the_portfolios() -> None:
    after = closing.meet_again((NOW.id,), "2027-02-15")(made())
    assert after.follow_up == after.conversations[1].follow_up == "2027-02-15"
    assert not after.conversations[0].follow_up
