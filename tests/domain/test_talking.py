"""What happens in a conversation, as values."""

from coachapp.domain import edits, rules, talking
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Agreement, Portfolio
from coachapp.domain.talking import Asked
from coachapp.domain.values import Cell, new_id
from coachapp.packs import sample
from tests.portfolios import empty

DAY = "2026-11-26"


def begun() -> tuple[Portfolio, Conversation]:
    talk = talking.begun(empty(), DAY)
    return edits.add(talk)(empty()), talk


def test_the_first_begins_at_the_table_with_nothing_agreed_yet() -> None:
    portfolio, talk = begun()
    assert (talk.step, talk.minutes, talk.relationship) == ("contract", 60, "")
    assert list(rules.faults(portfolio)) == []
    assert talking.unfinished(portfolio) == talk


def test_the_next_is_as_the_last_was_agreed() -> None:
    before = sample.portfolio("en")
    talk, last = talking.begun(before, DAY), before.conversations[-1]
    assert (talk.relationship, talk.recorded, talk.minutes) == (last.relationship, last.recorded, 60)
    assert (talk.question, talk.coach) == (before.question, before.coach)
    assert talking.unfinished(before) is None


def test_a_step_is_seen_once_and_the_time_adds_up() -> None:
    portfolio, talk = begun()
    for step in ("place", "contract", "place"):
        portfolio = talking.go_to(portfolio.conversations[0], step)(portfolio)
        portfolio = talking.used(talk.id, 7)(portfolio)
    (after,) = portfolio.conversations
    assert (after.step, after.visited, after.spent) == ("place", ("contract", "place"), 21)
    assert after.id == talk.id


def test_of_a_note_that_is_emptied_nothing_stays_but_a_question_of_their_own_does() -> None:
    portfolio, talk = begun()
    ours, theirs = Asked("", "What now?"), Asked("contract-1", "When…?")
    for asked in (ours, theirs):
        portfolio = talking.write(portfolio, talk, asked, "x", new_id())(portfolio)
    for asked in (ours, theirs):
        portfolio = talking.write(portfolio, talk, asked, "", new_id())(portfolio)
    assert [(note.question, note.text) for note in portfolio.notes] == [("What now?", "")]


def test_looking_back_prompts_to_tell_one_experience() -> None:
    portfolio, talk = begun()
    asked = [one.words for one in talking.questions(portfolio, talk, "look-back", None)]
    assert len(asked) == len(set(asked)) == 10
    assert "What came of it?" in asked


def test_questions_for_a_cell_come_with_the_steps_at_the_board_only() -> None:
    portfolio, talk = begun()
    cell = Cell("collegas", "nano")
    for step, more in (("explore", True), ("choose", False)):
        bare = talking.questions(portfolio, talk, step, None)
        with_cell = talking.questions(portfolio, talk, step, cell)
        assert (len(with_cell) > len(bare)) is more
        assert set(bare) <= set(with_cell)


def test_what_was_agreed_is_that_of_this_conversation() -> None:
    portfolio, talk = begun()
    here = Agreement(new_id(), "here", conversation_id=talk.id)
    portfolio = edits.add(here, Agreement(new_id(), "elsewhere"))(portfolio)
    assert talking.agreed(portfolio, talk.id) == (here,)


def test_the_time_is_told_to_a_value_that_knows_the_conversation_and_no_other() -> None:
    portfolio, talk = begun()
    assert talking.used(talk.id, 5)(portfolio).conversations[0].spent == 5
    assert talking.used("gone", 5)(portfolio) == portfolio
