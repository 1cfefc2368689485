"""What was chosen for a reader of the plan is kept in the portfolio, also where two copies chose apart."""

from dataclasses import replace

import pytest

from coachapp.document import Document
from coachapp.domain import edits, handing_over, rules, variants
from coachapp.domain.conversation import Shared
from coachapp.domain.copies import Copy
from coachapp.domain.differences import differences
from coachapp.domain.for_reader import Choice, seen, starting_point
from coachapp.domain.handing_over import Chosen
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import Goal, Portfolio, Variant
from coachapp.domain.reader import READERS, Reader
from coachapp.domain.remembered import chosen_for, remember
from coachapp.domain.values import Stamp, new_id
from coachapp.errors import EmptyText, NotAValue
from coachapp.packs import sample

COACH = starting_point("coach")


def without(*names: str, of: Choice = COACH) -> Choice:
    return replace(of, left_out=of.left_out | set(names))


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_for_whom_nothing_was_chosen_begins_where_it_suits(reader: str) -> None:
    assert chosen_for(sample.portfolio("nl"), reader) == starting_point(reader)


def test_what_was_chosen_stays_with_its_reader_and_undo_takes_it_back() -> None:
    document = Document(sample.portfolio("nl"), "here")
    choice = replace(without("goals"), hours=True, alias="Robin")
    document.apply("Choose", remember(choice))
    assert chosen_for(document.portfolio, "coach") == choice
    assert chosen_for(document.portfolio, "manager") == starting_point("manager")
    document.apply("Choose", remember(COACH))
    assert chosen_for(document.portfolio, "coach") == COACH
    document.undo()
    document.undo()
    assert not document.portfolio.readers
    assert list(rules.faults(document.portfolio)) == []


def test_choosing_what_was_chosen_already_is_no_change() -> None:
    document = Document(sample.portfolio("nl"), "here")
    document.apply("Choose", remember(COACH))
    assert not document.undo_label


def test_a_goal_that_is_added_after_all_goals_were_left_out_stays_out() -> None:
    portfolio = remember(without("goals"))(sample.portfolio("nl"))
    later = edits.add(Goal(new_id(), "Laterdoel"))(portfolio)
    assert "Laterdoel" not in repr(seen(later, chosen_for(later, "coach")))
    assert "Laterdoel" in repr(seen(later, COACH))


def test_names_are_listed_once_for_every_reader() -> None:
    listed = edits.describe(names=(" Sanne  Smit ", ""))(sample.portfolio("nl"))
    assert listed.names == ("Sanne Smit",)
    assert chosen_for(listed, "team").hidden == ()
    as_initials = edits.describe(names_as="initials")(listed)
    assert all(chosen_for(as_initials, reader).hidden == ("Sanne Smit",) for reader in READERS)
    assert seen(as_initials, chosen_for(as_initials, "team")).names == ()


def apart(one: Choice, other: Choice) -> tuple[Copy, Copy]:
    """Two copies in which something was chosen for the coach, each with a choice of its own since."""
    start = Document(sample.portfolio("nl"), "first")
    start.apply("Choose", remember(without("board")))
    copies = []
    for device, choice in (("one", one), ("two", other)):
        document = Document(start.portfolio, device)
        document.apply("Choose", remember(choice))
        copies.append(Copy(document.portfolio, (), {"first": 1, device: 2}, ()))
    return copies[0], copies[1]


def test_what_either_of_two_copies_leaves_out_stays_out_and_nobody_is_asked() -> None:
    one, other = apart(replace(without("goals"), hours=True), replace(without("actions"), energy=True))
    both = joined(one, other).portfolio
    assert both == joined(other, one).portfolio
    choice = chosen_for(both, "coach")
    assert choice.left_out >= {"goals", "actions"}
    assert not choice.hours
    assert not choice.energy
    assert variants.choices(both) == ()
    chosen = remember(COACH)(both)
    assert chosen_for(chosen, "coach") == COACH
    assert not chosen.variants


def test_what_only_one_copy_chose_is_what_both_have() -> None:
    start = sample.portfolio("nl")
    document = Document(start, "one")
    document.apply("Choose", remember(without("goals")))
    both = joined(Copy(document.portfolio, (), {"one": 1}, ()), Copy(start, (), {}, ())).portfolio
    assert chosen_for(both, "coach") == without("goals")


def test_a_copy_that_is_handed_over_knows_no_reader_and_brings_none_back() -> None:
    whole = Document(edits.describe(names=("Sanne Smit",))(sample.portfolio("nl")), "here")
    whole.apply("Choose", remember(without("goals")))
    mine = Copy(whole.portfolio, (), {"here": 1}, ())
    chosen = Chosen(frozenset(a.id for a in whole.portfolio.activities), goals=True)
    given = handing_over.handed_over(whole.portfolio, chosen, Shared(new_id(), "copy"))
    assert (given.readers, given.names) == ((), ())
    theirs = Document(given, "there")
    theirs.apply("Choose", remember(without("board")))
    theirs.apply("List", edits.describe(names=("Robin",), names_as="initials"))
    both = joined(mine, Copy(theirs.portfolio, (), {"here": 1, "there": 3}, ())).portfolio
    assert chosen_for(both, "coach") == without("goals")
    assert (both.names, both.names_as) == (("Sanne Smit",), "")


def test_going_back_to_an_earlier_day_leaves_what_was_chosen_for_readers() -> None:
    earlier = sample.portfolio("nl")
    now = edits.describe(names=("Sanne Smit",))(remember(without("goals"))(earlier))
    back = edits.go_back(earlier)(now)
    assert chosen_for(back, "coach") == without("goals")
    assert back.names == ("Sanne Smit",)


def test_the_history_says_for_whom_something_was_chosen() -> None:
    before = remember(without("goals"))(sample.portfolio("nl"))
    after = remember(without("actions"))(before)
    assert [one.words for one in differences(before, after)] == ["Plan for “Coach”: what stays out changed."]


def test_what_goes_in_is_one_of_what_can() -> None:
    with pytest.raises(NotAValue):
        Reader("coach", also=("passphrase",))
    assert Reader("coach", ("b", "a", "b")).left_out == ("a", "b")


def test_a_portfolio_without_readers_is_told_of_nobody() -> None:
    portfolio: Portfolio = sample.portfolio("nl")
    assert seen(remember(without("goals"))(portfolio), COACH).readers == ()


def test_a_name_that_can_not_be_seen_is_no_alias() -> None:
    with pytest.raises(EmptyText):
        Reader("coach", alias="\u200b")
    assert Reader("coach", alias="  ").alias == ""


def test_a_copy_that_is_handed_over_does_not_tell_that_two_copies_chose_apart() -> None:
    said = Variant("readers", "coach", "left_out", '["goals"]', Stamp(3, "a"))
    portfolio = replace(sample.portfolio("nl"), readers=(Reader("coach"),), variants=(said,))
    given = handing_over.handed_over(portfolio, Chosen(frozenset()), Shared(new_id(), "copy"))
    assert "readers" not in given.shared[-1].content
