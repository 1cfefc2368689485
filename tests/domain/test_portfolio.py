"""The items of a portfolio: what each of them refuses and remembers."""

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from coachapp.domain.board_then import Snapshot
from coachapp.domain.conversation import Conversation, Note, Shared, View
from coachapp.domain.portfolio import (
    KINDS,
    Action,
    Activity,
    Agreement,
    Ambition,
    Context,
    Evidence,
    Goal,
    Placement,
    Portfolio,
    Reflection,
    Team,
)
from coachapp.domain.reader import Reader
from coachapp.domain.values import Cell, Stamp
from coachapp.errors import CoachError, EmptyText, NotADate, NotAValue, TextTooLong
from coachapp.packs import sample
from tests.portfolios import empty, worst

HERE, THERE = Cell("leren", "nano"), Cell("leren", "micro")
_ITEMS = [
    Context("1"),
    Team("1", "team"),
    Activity("1", "activity"),
    Placement("1", "1", HERE),
    Ambition("1"),
    Goal("1", "goal"),
    Action("1", "what"),
    Agreement("1", "text"),
    Reflection("1", "text"),
    Evidence("1", "letter.pdf"),
    Conversation("1"),
    Note("1", "text"),
    View("1", "1", "1", HERE, "coach"),
    Snapshot("1", "2026-11-26", "[]"),
    Shared("1", "plan"),
    Reader("coach"),
]


@pytest.mark.parametrize("item", _ITEMS, ids=lambda item: type(item).__name__)
def test_a_stamp_makes_no_difference_that_a_person_would_see(item: Any) -> None:
    assert replace(item, stamp=Stamp(7, "other")) == item
    with pytest.raises(FrozenInstanceError):
        item.id = "2"


def test_every_kind_of_item_has_an_id_and_a_stamp() -> None:
    assert {type(item) for item in _ITEMS} == set(KINDS.values())
    for cls in KINDS.values():
        assert {"id", "stamp", "written"} <= {field.name for field in fields(cls)}
    assert set(KINDS) < {field.name for field in fields(Portfolio)}


@pytest.mark.parametrize(
    ("cls", "field"),
    [(Team, "name"), (Activity, "title"), (Goal, "title"), (Action, "what"), (Agreement, "text")],
)
def test_what_is_shown_on_a_line_of_its_own_has_a_name(cls: type[Any], field: str) -> None:
    with pytest.raises(EmptyText):
        cls("1", **{field: " "})
    with pytest.raises(TextTooLong):
        cls("1", **{field: "x" * 301})
    assert getattr(cls("1", **{field: "  a\n b "}), field) == "a b"


@pytest.mark.parametrize(
    ("item", "changes", "fault"),
    [
        (Context("1"), {"since": "soon"}, NotADate),
        (Context("1"), {"until": "2026-02-29"}, NotADate),
        (Context("1"), {"name": "x" * 301}, TextTooLong),
        (Context("1"), {"function": "x" * 301}, TextTooLong),
        (Team("1", "team"), {"until": "soon"}, NotADate),
        (Activity("1", "a"), {"aside": "elsewhere"}, NotAValue),
        (Activity("1", "a"), {"formality": "very"}, NotAValue),
        (Activity("1", "a"), {"since": "1-1-2026"}, NotADate),
        (Activity("1", "a"), {"description": "x" * 20_001}, TextTooLong),
        (Activity("1", "a"), {"period": "x" * 301}, TextTooLong),
        (Placement("1", "1", HERE), {"part": "star"}, NotAValue),
        (Placement("1", "1", HERE), {"placed_on": "today"}, NotADate),
        (Placement("1", "1", HERE), {"why": "x" * 20_001}, TextTooLong),
        (Ambition("1"), {"horizon": 2}, NotAValue),
        (Ambition("1"), {"title": "x" * 301}, TextTooLong),
        (Goal("1", "g"), {"noticed": "x" * 20_001}, TextTooLong),
        (Action("1", "a"), {"due": "later"}, NotADate),
        (Action("1", "a"), {"support": "x" * 301}, TextTooLong),
        (Agreement("1", "a"), {"due": "later"}, NotADate),
        (Agreement("1", "a"), {"kind": "secret"}, NotAValue),
        (Goal("1", "g"), {"status": "failed"}, NotAValue),
        (Action("1", "a"), {"granted": "no"}, NotAValue),
        (Action("1", "a"), {"kind": "forced"}, NotAValue),
        (Reflection("1", "a"), {"date": "then"}, NotADate),
        (Reflection("1", "a"), {"bring": "always"}, NotAValue),
        (Conversation("1"), {"date": "soon"}, NotADate),
        (Conversation("1"), {"relationship": "friend"}, NotAValue),
        (Conversation("1"), {"takes_along": "both"}, NotAValue),
        (Conversation("1"), {"minutes": 601}, NotAValue),
        (Conversation("1"), {"spent": -1}, NotAValue),
        (Note("1", "n"), {"text": "x" * 20_001}, TextTooLong),
        (View("1", "1", "1", HERE, "coach"), {"by": "manager"}, NotAValue),
        (Shared("1", "plan"), {"kind": "leak"}, NotAValue),
    ],
)
def test_what_does_not_fit_is_refused_with_a_word_about_it(
    item: Any, changes: dict[str, Any], fault: type[CoachError]
) -> None:
    with pytest.raises(fault) as refused:
        replace(item, **changes)
    assert refused.value.text()


def test_a_portfolio_has_an_owner_and_tidy_texts() -> None:
    with pytest.raises(EmptyText):
        empty(owner="\u200b")
    with pytest.raises(NotADate):
        replace(empty(), follow_up="spring")
    assert replace(empty(), question=" why\nnot ").question == "why not"


def test_an_ambition_goes_somewhere_deepens_lets_go_or_stands_alone() -> None:
    def said(ambition: Ambition) -> tuple[bool, bool]:
        return ambition.deepens, ambition.lets_go

    assert said(Ambition("1", origin=HERE, target=THERE)) == (False, False)
    assert said(Ambition("1", origin=HERE, target=HERE)) == (True, False)
    assert said(Ambition("1", origin=HERE)) == (False, True)
    assert said(Ambition("1", activity_id="a")) == (False, True)
    assert said(Ambition("1", target=THERE)) == (False, False)
    assert said(Ambition("1", "Something new")) == (False, False)


def test_a_person_works_in_the_sectors_of_all_her_workplaces() -> None:
    contexts = (Context("1", sectors=("po", "vo")), Context("2", sectors=("vo", "mbo")))
    assert replace(empty(), contexts=contexts).sectors == ("po", "vo", "mbo")


@pytest.mark.parametrize("portfolio", [worst(), sample.portfolio("nl")], ids=["worst", "sample"])
def test_what_was_kept_is_kept_the_same_again(portfolio: Portfolio) -> None:
    """Reading a file makes every value anew: that must not change it."""
    for kind in KINDS:
        for item in getattr(portfolio, kind):
            assert replace(item) == item
