"""Preparing for a conversation, before there is one and within it."""

from coachapp import i18n
from coachapp.domain import edits, preparing
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.portfolio import Portfolio
from tests import portfolios

TALK = Conversation("c" * 32, "2026-11-26", question="An older one?")


def proud(portfolio: Portfolio, text: str, talk: str = "") -> Portfolio:
    return preparing.write_proud(portfolio, text, f"{len(portfolio.notes):032x}", talk)(portfolio)


def text(portfolio: Portfolio, talk: str = "") -> str:
    note = preparing.proud_of(portfolio, talk)
    return note.text if note else ""


def test_what_was_written_beforehand_is_there_when_the_conversation_comes() -> None:
    portfolio = edits.add(TALK)(proud(portfolios.empty(), "The trip went well"))
    assert text(portfolio, TALK.id) == "The trip went well"
    portfolio = proud(portfolio, "The trip went very well", TALK.id)
    (note,) = portfolio.notes
    assert (note.text, note.conversation_id, note.step) == ("The trip went very well", TALK.id, "prepare")
    assert text(portfolio) == ""


def test_a_conversation_that_begins_takes_it_along() -> None:
    portfolio = edits.add(TALK)(proud(portfolios.empty(), "The trip"))
    portfolio = preparing.take_along(portfolio, TALK.id)(portfolio)
    assert [note.conversation_id for note in portfolio.notes] == [TALK.id]
    assert preparing.take_along(portfolio, TALK.id)(portfolio) == portfolio


def test_each_conversation_has_its_own() -> None:
    other = Conversation("d" * 32)
    portfolio = proud(edits.add(TALK, other)(portfolios.empty()), "First", TALK.id)
    portfolio = proud(portfolio, "Second", other.id)
    assert (text(portfolio, TALK.id), text(portfolio, other.id)) == ("First", "Second")


def test_it_is_the_same_in_another_language_and_not_another_note_of_that_step() -> None:
    mine = Note("e" * 32, "No", step="prepare", question="What else?")
    with i18n.speaking("nl"):
        portfolio = proud(edits.add(mine)(portfolios.empty()), "De excursie")
    assert text(portfolio) == "De excursie"
    assert mine in portfolio.notes


def test_without_words_there_is_no_note() -> None:
    portfolio = proud(proud(portfolios.empty(), "The trip"), "")
    assert portfolio.notes == ()
    assert proud(portfolio, "").notes == ()


def test_the_question_is_that_of_the_conversation_and_of_the_portfolio() -> None:
    portfolio = edits.describe(question="Mine?")(portfolios.empty())
    assert preparing.question_of(portfolio) == "Mine?"
    portfolio = edits.add(TALK)(portfolio)
    assert preparing.question_of(portfolio, TALK.id) == "An older one?"
    portfolio = preparing.ask("Ours?", TALK.id)(portfolio)
    assert (portfolio.question, portfolio.conversations[0].question) == ("Ours?", "Ours?")
