"""The board since the previous plan: which board that was, and what a reader may know of it."""

from dataclasses import replace

import pytest

from coachapp.domain.board_then import Laid, Snapshot, as_board
from coachapp.domain.conversation import Conversation
from coachapp.domain.for_reader import FOR_ANYONE, Choice, seen
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.since import since
from coachapp.domain.values import Cell
from coachapp.packs import sample
from tests import portfolios

GROUP, SCHOOL, BEYOND = Cell("leren", "micro"), Cell("leren", "meso"), Cell("leren", "macro")
TODAY = "2026-11-26"
ALL = Choice(energy=True, hours=True)


def kept(number: int, day: str, *cards: Laid, talk: str = "") -> Snapshot:
    return Snapshot(f"{number:032x}", day, as_board(cards), talk, "A title of her own")


def teacher(*snapshots: Snapshot, talks: tuple[Conversation, ...] = ()) -> Portfolio:
    """One activity lies in the school, one is off the board."""
    return replace(
        portfolios.empty(),
        activities=(Activity("a", "Line"), Activity("b", "Second job", aside="off")),
        placements=(Placement("p", "a", SCHOOL, energy="gives"),),
        snapshots=snapshots,
        conversations=talks,
    )


def day_of(portfolio: Portfolio, choice: Choice = ALL, today: str = TODAY) -> str:
    found = since(portfolio, portfolio, choice, today)
    return found.then.date if found else ""


WAS = Laid("a", "Line", GROUP, "doing")
IS = Laid("a", "Line", SCHOOL, "doing", energy="gives")


def test_the_previous_plan_has_the_newest_board_of_an_earlier_day() -> None:
    portfolio = teacher(kept(1, "2024", WAS), kept(2, "2025-11-20", WAS), kept(3, TODAY, WAS))
    assert day_of(portfolio) == "2025-11-20"
    assert day_of(portfolio, today="2025-11-20") == "2024"
    assert not day_of(portfolio, today="2024-06-01")  # some day in 2024 may be later


def test_a_board_that_lies_there_still_is_the_one_of_this_plan() -> None:
    assert day_of(teacher(kept(1, "2025-11-20", WAS), kept(2, "2026-11-23", IS))) == "2025-11-20"
    assert not day_of(teacher(kept(1, "2025-11-20", IS)))
    assert not day_of(teacher())


@pytest.mark.parametrize(
    ("talk", "day"),
    [
        (Conversation("t", "2026-11-23", ended_on=TODAY), "2025-11-20"),
        (Conversation("t", TODAY, ended_on=TODAY), "2025-11-20"),
        (Conversation("t", "2026-11-23"), "2025-11-20"),
        (Conversation("t", "2026-11-23", ended_on="2026-11-23"), "2026-11-24"),
    ],
    ids=["ended today", "of today", "going on", "over"],
)
def test_the_board_of_the_conversation_at_hand_is_no_earlier_one(talk: Conversation, day: str) -> None:
    portfolio = teacher(kept(1, "2025-11-20", WAS), kept(2, "2026-11-24", WAS, talk="t"), talks=(talk,))
    assert day_of(portfolio) == day


def test_a_conversation_that_was_never_ended_is_over_when_another_came() -> None:
    talks = (Conversation("t", "2025-11-20"), Conversation("u", "2026-11-20", ended_on="2026-11-20"))
    assert day_of(teacher(kept(1, "2025-11-20", WAS, talk="t"), talks=talks)) == "2025-11-20"


def test_a_card_is_called_as_its_activity_is_now() -> None:
    portfolio = teacher(kept(1, "2025-11-20", WAS._replace(title="Conflict with Sanne Smit")))
    for choice in (ALL, Choice(hidden=("Sanne Smit",))):
        shown = seen(portfolio, choice, TODAY)
        assert "Sanne" not in repr(shown)
        assert [card.title for card in shown.snapshots[0].cards] == ["Line"]


def test_of_what_was_removed_or_is_told_nowhere_no_card_is_passed_on() -> None:
    others = (Laid("gone", "Removedword", GROUP), Laid("b", "Second job", GROUP))
    portfolio = teacher(kept(1, "2025-11-20", WAS, *others))
    assert [card.activity_id for card in seen(portfolio, ALL, TODAY).snapshots[0].cards] == ["a", "b"]
    for choice in (FOR_ANYONE, Choice(frozenset({"b"}))):
        shown = seen(portfolio, choice, TODAY)
        assert [card.activity_id for card in shown.snapshots[0].cards] == ["a"]
        assert not [word for word in ("Removedword", "Second job") if word in repr(shown)]
        found = since(portfolio, portfolio, choice, TODAY)
        assert found
        assert [change.card.activity_id for change in found.changes] == ["a"]


def test_energy_and_hours_are_not_told_where_they_are_off() -> None:
    energy = kept(1, "2025-11-20", IS._replace(energy="costs", hours="40 year"))
    assert day_of(teacher(energy)) == "2025-11-20"
    assert not day_of(teacher(energy), Choice())
    moved = teacher(kept(1, "2025-11-20", WAS._replace(energy="costs", hours="40 year")))
    assert not [word for word in ("costs", "40 year") if word in repr(seen(moved, Choice(), TODAY).snapshots)]


def test_one_board_is_passed_on_with_its_day_and_its_cards_and_only_where_it_is_chosen() -> None:
    portfolio = sample.portfolio("nl")
    shown = seen(portfolio, ALL, TODAY)
    (board,) = shown.snapshots
    assert (board.date, board.conversation_id, board.title) == ("2025-11-20", "", "")
    assert not [card for card in board.cards if card.context_id or card.team]
    assert not seen(portfolio, ALL).snapshots
    assert not seen(portfolio, Choice(frozenset({"since"})), TODAY).snapshots


@pytest.mark.parametrize("choice", [ALL, FOR_ANYONE], ids=["all", "usual"])
def test_what_is_passed_on_differs_as_the_whole_does(choice: Choice) -> None:
    for portfolio in (sample.portfolio("nl"), portfolios.worst()):
        shown = seen(portfolio, choice, TODAY)
        assert since(shown, shown, choice, TODAY) == since(portfolio, shown, choice, TODAY)
        assert since(shown, shown, choice, TODAY)
