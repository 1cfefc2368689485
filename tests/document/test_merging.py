"""Joining copies: the same in any order, nothing dropped, what both wrote is kept to choose."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachapp.document import Document
from coachapp.domain import edits, plain, registers, rules, variants
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.merging import AnotherPortfolio, joined
from coachapp.domain.portfolio import KINDS, Activity, Goal, Placement, Portfolio, Variant
from coachapp.domain.values import Cell, Stamp, new_id
from coachapp.errors import CoachError
from coachapp.packs import sample
from tests.document.copies import Owned, kept, merged, of, told, working_in
from tests.document.drawing import CASES
from tests.portfolios import empty

RUNS: Final = int(os.environ.get("COACHAPP_MERGES", "25"))
HERE, THERE = Cell("leren", "micro"), Cell("organiseren", "meso")

_CASES: Final = sorted(CASES)


def _edit(data: st.DataObject, owned: Owned) -> None:
    drawn = CASES[data.draw(st.sampled_from(_CASES))](owned.document.portfolio)
    if drawn.is_empty:
        return
    with contextlib.suppress(CoachError):
        owned.document.apply("edit", data.draw(drawn))


def _history(data: st.DataObject) -> list[Copy]:
    """Three copies that were changed and now and then joined, each at its own desk."""
    start = of(sample.portfolio("en") if data.draw(st.booleans()) else empty())
    copies = [start, start, start]
    for session in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, 2))
        if data.draw(st.integers(0, 3)) == 0:
            copies[at] = merged(copies[at], data.draw(st.sampled_from(copies)), f"j{session}")
        owned = working_in(copies[at], f"d{session}")
        for _ in range(data.draw(st.integers(1, 5))):
            if data.draw(st.integers(0, 5)):
                _edit(data, owned)
            else:
                owned.document.undo()
        copies[at] = kept(owned)
    return copies


def _writings(copy: Copy) -> Iterator[tuple[str, str, Stamp, Any]]:
    """Every value a person could find in this copy: what shows, what waits in the bin, what is to choose."""
    portfolio = copy.portfolio
    for item in (portfolio, *(item for kind in KINDS for item in getattr(portfolio, kind))):
        stamps = registers.stamps(item)
        for name, value in plain.content(item).items():
            yield item.id, name, stamps[name], plain.to_json(value)
    for gone in copy.removed:
        stamps = registers.stamps_of(gone.written, gone.content or ())
        for name, value in (gone.content or {}).items():
            yield gone.id, name, stamps[name], plain.to_json(value)
    for variant in portfolio.variants:
        yield variant.item_id, variant.field, variant.stamp, variant.value


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_joining_gives_the_same_in_any_order_and_drops_nothing(data: st.DataObject) -> None:
    a, b, c = _history(data)
    both = joined(a, b)
    assert told(both) == told(joined(b, a))
    assert told(joined(both, c)) == told(joined(a, joined(b, c)))
    assert told(joined(both, a)) == told(both)
    assert told(joined(a, a)) == told(a)
    for mine, other in ((a, b), (b, a)):
        unseen = {w for w in _writings(mine) if not other.has_seen(w[2])}
        assert unseen <= set(_writings(both))
    after = merged(a, b, "end")
    assert list(rules.faults(after.portfolio)) == []


def _two(portfolio: Portfolio) -> tuple[Owned, Owned]:
    start = of(portfolio)
    return working_in(start, "laptop"), working_in(start, "stick")


@pytest.fixture
def work() -> Activity:
    return Activity(new_id(), "MR-lid")


@pytest.fixture
def one(work: Activity) -> Portfolio:
    document = Document(empty(), "before")
    document.apply("Add", edits.add(work))
    return document.portfolio


def test_what_one_side_changed_is_taken(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Rename", edits.change(Activity, [work.id], title="MR-voorzitter"))
    theirs.document.apply("Describe", edits.change(Activity, [work.id], description="Elke maand."))
    theirs.document.apply("Goal", edits.add(Goal(new_id(), "Lead")))
    both = merged(kept(mine), kept(theirs), "joint").portfolio
    (activity,) = both.activities
    assert (activity.title, activity.description) == ("MR-voorzitter", "Elke maand.")
    assert [goal.title for goal in both.goals] == ["Lead"]
    assert variants.choices(both) == ()


def test_of_a_field_that_both_changed_the_later_shows_and_the_other_can_be_chosen(
    one: Portfolio, work: Activity
) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Rename", edits.change(Activity, [work.id], title="Mine"))
    theirs.document.apply("Describe", edits.change(Activity, [work.id], description="x"))
    theirs.document.apply("Rename", edits.change(Activity, [work.id], title="Theirs"))
    document = Document(merged(kept(mine), kept(theirs), "joint").portfolio, "then")
    assert document.portfolio.activities[0].title == "Theirs"
    (choice,) = variants.choices(document.portfolio)
    assert (choice.shown, choice.other) == ("Theirs", "Mine")
    document.apply("Choose", variants.take(choice.variant))
    assert document.portfolio.activities[0].title == "Mine"
    assert variants.choices(document.portfolio) == ()
    document.undo()
    assert variants.choices(document.portfolio) == (choice,)
    document.apply("Leave", variants.leave([choice.variant]))
    assert document.portfolio.activities[0].title == "Theirs"
    assert variants.choices(document.portfolio) == ()


def test_a_choice_made_in_one_copy_is_made_in_the_other(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Rename", edits.change(Activity, [work.id], title="Mine"))
    theirs.document.apply("Rename", edits.change(Activity, [work.id], title="Theirs"))
    here, there = kept(mine), kept(theirs)
    chosen = working_in(merged(here, there, "joint"), "then")
    (choice,) = variants.choices(chosen.document.portfolio)
    chosen.document.apply("Leave", variants.leave([choice.variant]))
    assert variants.choices(merged(there, kept(chosen), "again").portfolio) == ()


def test_who_changes_a_field_has_chosen(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Rename", edits.change(Activity, [work.id], title="Mine"))
    theirs.document.apply("Rename", edits.change(Activity, [work.id], title="Theirs"))
    document = Document(merged(kept(mine), kept(theirs), "joint").portfolio, "then")
    document.apply("Rename", edits.change(Activity, [work.id], title="Ours"))
    assert variants.choices(document.portfolio) == ()


def test_what_was_removed_stays_removed(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Remove", edits.remove(Activity, [work.id]))
    both = merged(kept(theirs), kept(mine), "joint")
    assert both.portfolio.activities == ()
    assert [(gone.id, gone.content and gone.content["title"]) for gone in both.removed] == [
        (work.id, "MR-lid")
    ]


def test_what_one_removed_and_the_other_changed_is_to_choose(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Remove", edits.remove(Activity, [work.id]))
    theirs.document.apply("Describe", edits.change(Activity, [work.id], description="a"))
    theirs.document.apply("Rename", edits.change(Activity, [work.id], title="Theirs"))
    portfolio = merged(kept(mine), kept(theirs), "joint").portfolio
    (choice,) = variants.choices(portfolio)
    assert (choice.item.title, choice.shown, choice.other) == ("Theirs", True, False)
    later, earlier = _two(one)
    earlier.document.apply("Rename", edits.change(Activity, [work.id], title="Theirs"))
    later.document.apply("Goal", edits.add(Goal(new_id(), "Lead")))
    later.document.apply("Remove", edits.remove(Activity, [work.id]))
    both = merged(kept(earlier), kept(later), "joint")
    (choice,) = variants.choices(both.portfolio)
    assert (choice.item, choice.shown, choice.other) == (None, False, True)
    assert [gone.content and gone.content["title"] for gone in both.removed] == ["Theirs"]


def test_a_card_laid_on_what_was_removed_waits_with_it(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Remove", edits.remove(Activity, [work.id]))
    theirs.document.apply("Place", edits.place(Placement(new_id(), work.id, HERE)))
    both = merged(kept(mine), kept(theirs), "joint")
    assert both.portfolio.placements == ()
    assert {(gone.kind, gone.waits) for gone in both.removed} == {("activities", False), ("placements", True)}


def test_a_waiting_card_of_which_only_the_fact_is_left_does_not_come_back(one: Portfolio) -> None:
    mine, theirs = _two(one)
    gone = Removed("placements", new_id(), Stamp(1, "a"), waits=True)
    both = joined(replace(kept(mine), removed=(gone,)), kept(theirs))
    assert both.portfolio.placements == ()
    assert both.removed == (gone,)


def test_of_two_days_on_which_it_was_removed_the_first_is_kept(one: Portfolio) -> None:
    stamp, found = Stamp(1, "a"), []
    for days in (("2026-01-01", "2026-02-01"), ("2026-02-01", "2026-01-01")):
        mine, theirs = (
            replace(of(one), removed=(Removed("activities", "f" * 32, stamp, day),)) for day in days
        )
        found += [gone.on for gone in joined(mine, theirs).removed]
    assert found == ["2026-01-01", "2026-01-01"]


def test_what_one_placed_and_the_other_laid_aside_is_placed(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Place", edits.place(Placement(new_id(), work.id, one.framework.board[0])))
    theirs.document.apply("Aside", edits.set_aside([work.id], "learning"))
    both = merged(kept(mine), kept(theirs), "joint").portfolio
    assert [card.activity_id for card in both.placements] == [work.id]
    assert [activity.aside for activity in both.activities] == [""]


def test_a_card_that_both_laid_in_one_cell_lies_there_once(one: Portfolio, work: Activity) -> None:
    mine, theirs = _two(one)
    mine.document.apply("Place", edits.place(Placement(new_id(), work.id, HERE, why="mine")))
    theirs.document.apply("Place", edits.place(Placement(new_id(), work.id, HERE, why="theirs")))
    portfolio = merged(kept(mine), kept(theirs), "joint").portfolio
    (placement,) = portfolio.placements
    assert placement.why == "mine"
    (choice,) = variants.choices(portfolio)
    assert choice.other == "theirs"


def test_a_part_of_a_copy_never_removes_what_it_does_not_hold(one: Portfolio, work: Activity) -> None:
    whole = kept(working_in(of(one), "laptop"))
    part = Copy(empty(), seen={**whole.seen, "before": 99})
    assert [activity.id for activity in joined(whole, part).portfolio.activities] == [work.id]


def test_a_choice_about_what_is_not_there_is_let_go(one: Portfolio) -> None:
    stray = Variant("activities", new_id(), "title", '"Koor"', Stamp(1, "other"))
    assert joined(of(replace(one, variants=(stray,))), of(one)).portfolio.variants == ()


def test_two_different_portfolios_are_not_joined() -> None:
    with pytest.raises(AnotherPortfolio):
        joined(of(empty()), of(sample.portfolio("en")))
