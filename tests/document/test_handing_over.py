"""Handing over a copy of chosen parts, and taking back what was written in it."""

import contextlib
import os
from dataclasses import fields, replace
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coachapp.domain import edits, partial, plain, registers, rules, variants
from coachapp.domain.board_then import snapshot_of
from coachapp.domain.copies import Copy
from coachapp.domain.handing_over import Chosen, handed_over, returned
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import (
    KINDS,
    Activity,
    Context,
    Goal,
    Note,
    Placement,
    Portfolio,
    Reflection,
    Shared,
)
from coachapp.domain.values import Cell, Hours, new_id
from coachapp.errors import CoachError
from coachapp.packs import sample
from tests.document.copies import Owned, kept, merged, of, told, working_in
from tests.document.drawing import CASES
from tests.portfolios import empty

RUNS: Final = int(os.environ.get("COACHAPP_MERGES", "25"))
LEFT: Final = Shared("f" * 32, "copy", "2026-11-26", reader="K. Oach", expires_on="2027-06-30")
CHOICES: Final = tuple(f.name for f in fields(Chosen) if f.type is bool)
EVERYTHING: Final = dict.fromkeys(CHOICES, True)
HERE: Final = Cell("leren", "micro")


# Ids are new each time, so that a failure can't be made smaller.
PHASES: Final = (Phase.reuse, Phase.generate)
# No screen changes what has left, and for whom a plan is made each copy tells for itself.
EDITS: Final = sorted(case for case in CASES if case[1] not in ("shared", "readers"))
PORTFOLIOS: Final = (sample.portfolio("en"), empty())


def _given(copy: Copy, chosen: Chosen) -> Copy:
    """What the file that is handed over holds."""
    return Copy(handed_over(copy.portfolio, chosen, LEFT), seen=copy.seen)


def _all(portfolio: Portfolio, **chosen: Any) -> Chosen:
    return Chosen(frozenset(a.id for a in portfolio.activities), **{**EVERYTHING, **chosen})


def _work(data: st.DataObject, owned: Owned, most: int) -> None:
    for _ in range(data.draw(st.integers(1, most))):
        if not data.draw(st.integers(0, 6)):
            owned.document.undo()
            continue
        drawn = CASES[data.draw(st.sampled_from(EDITS))](owned.document.portfolio)
        if not drawn.is_empty:
            with contextlib.suppress(CoachError):
                owned.document.apply("edit", data.draw(drawn))


def _chosen(data: st.DataObject, portfolio: Portfolio) -> Chosen:
    ids = [a.id for a in portfolio.activities]
    activities = frozenset(data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else ())
    return replace(Chosen(activities), **{name: data.draw(st.booleans()) for name in CHOICES})


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(data=st.data())
def test_what_comes_back_takes_nothing_away_and_brings_everything_that_was_written(
    data: st.DataObject,
) -> None:
    mine = working_in(of(data.draw(st.sampled_from(PORTFOLIOS))), "teacher")
    _work(data, mine, 4)
    whole = kept(mine)
    chosen = _chosen(data, whole.portfolio)
    theirs = working_in(_given(whole, chosen), "coach")
    assert list(rules.faults(theirs.document.portfolio)) == []
    assert told(joined(whole, kept(theirs))) == told(whole) == told(joined(kept(theirs), whole))

    _work(data, theirs, 4)
    written = kept(theirs)
    both = joined(whole, written)
    assert told(both) == told(joined(written, whole))
    assert told(joined(both, written)) == told(both)
    assert list(rules.faults(merged(whole, written, "end").portfolio)) == []
    _nothing_is_lost(whole, written, both)
    _everything_came(written, both)


def _nothing_is_lost(whole: Copy, written: Copy, both: Copy) -> None:
    """What the reader couldn't see is as it was, or waits to be chosen; what he removed is in the bin."""
    given = {i.id for k in KINDS for i in getattr(written.portfolio, k)} | {g.id for g in written.removed}
    there = {i.id: i for k in KINDS for i in getattr(both.portfolio, k)}
    bin_ids = {gone.id for gone in both.removed}
    blind = partial.withheld(written.portfolio)
    choices = {(v.item_id, v.field, v.value) for v in both.portfolio.variants}
    for kind in KINDS:
        for item in getattr(whole.portfolio, kind):
            if item.id not in given and item.id != LEFT.id:
                assert item.id in there or item.id in bin_ids
                assert item.id not in there or there[item.id] == item
            elif now := there.get(item.id):
                for of_kind, name in blind:
                    value = getattr(item, name) if of_kind == kind and name else None
                    if value and getattr(now, name) != value:
                        assert (item.id, name, plain.to_json(value)) in choices
    own = ("owner", "remind_on", "history_since", "names", "names_as")
    assert [getattr(both.portfolio, n) for n in own] == [getattr(whole.portfolio, n) for n in own]
    assert not partial.marks(both.portfolio)


def _everything_came(written: Copy, both: Copy) -> None:
    """Each field that the reader wrote shows, or waits to be chosen beside what else was written there."""
    there = {i.id: i for k in KINDS for i in getattr(both.portfolio, k)}
    gone = {one.id for one in both.removed}
    choices = {(v.item_id, v.field, v.value) for v in both.portfolio.variants}
    blind = partial.withheld(written.portfolio)
    for kind in KINDS:
        for item in getattr(written.portfolio, kind):
            for name, stamp in registers.stamps(item).items():
                value = getattr(item, name)
                if stamp.device != "coach" or ((kind, name) in blind and not value) or item.id in gone:
                    continue
                shows = getattr(there[item.id], name) == value
                assert shows or (item.id, name, plain.to_json(value)) in choices


@settings(max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=PHASES)
@given(data=st.data())
def test_a_copy_holds_only_what_was_chosen(data: st.DataObject) -> None:
    mine = working_in(of(PORTFOLIOS[0]), "teacher")
    _work(data, mine, 4)
    whole = mine.document.portfolio
    chosen = _chosen(data, whole)
    copy = handed_over(whole, chosen, LEFT)
    ids = {a.id for a in copy.activities}
    assert ids == chosen.activities
    for kind in ("placements", "ambitions", "reflections", "notes", "views", "evidence"):
        assert {getattr(i, "activity_id", "") for i in getattr(copy, kind)} <= {"", *ids}
    assert {card.activity_id for one in copy.snapshots for card in one.cards} <= ids
    assert copy.variants == ()
    assert [one.id for one in copy.shared] == [LEFT.id]
    for name, kinds in {
        "goals": ("ambitions", "goals", "actions", "agreements"),
        "notes": ("conversations", "notes", "views", "snapshots"),
        "reflections": ("reflections",),
        "evidence": ("evidence",),
    }.items():
        assert getattr(chosen, name) or not any(getattr(copy, kind) for kind in kinds)
    if not chosen.hours:
        assert not any(i.hours for i in (*copy.contexts, *copy.activities, *copy.actions))
    if not chosen.energy:
        assert not any(p.energy or p.recognition for p in copy.placements)
    if not chosen.own:
        assert (copy.question, copy.coach, copy.follow_up) == ("", "", "")


@pytest.fixture
def teacher() -> Owned:
    """Somebody with two activities, of which one costs hours, and a thought and a goal about the other."""
    school, mr, gym = Context(new_id(), "School"), Activity(new_id(), "MR-lid"), Activity(new_id(), "Gym")
    mr = replace(mr, hours=Hours.parse("40"), context_id=school.id)
    owned = working_in(of(replace(empty("S. de Vries"), question="What do I want?")), "teacher")
    owned.document.apply("Add", edits.add(school, mr, gym, Reflection(new_id(), "x", activity_id=gym.id)))
    owned.document.apply("Place", edits.place(Placement(new_id(), mr.id, HERE, energy="gives")))
    owned.document.apply("List", edits.add(LEFT))
    return owned


def _handed(teacher: Owned, **more: Any) -> tuple[Copy, Owned]:
    whole = kept(teacher)
    return whole, working_in(_given(whole, Chosen(frozenset((_mr(teacher).id,)), **more)), "coach")


def _mr(owned: Owned) -> Activity:
    return next(a for a in owned.document.portfolio.activities if a.title == "MR-lid")


def test_nothing_of_what_was_not_chosen_is_in_the_copy_and_all_of_it_is_there_after_joining(
    teacher: Owned,
) -> None:
    whole, coach = _handed(teacher, alias="Sam")
    copy = coach.document.portfolio
    assert (copy.owner, copy.question, copy.reflections, copy.remind_on) == ("Sam", "", (), LEFT.expires_on)
    assert [(a.title, a.hours) for a in copy.activities] == [("MR-lid", None)]
    assert [p.energy for p in copy.placements] == [""]
    coach.document.apply("Note", edits.add(Note(new_id(), "Well said", activity_id=_mr(coach).id)))
    coach.document.apply("Remind", edits.describe(owner="Someone", remind_on="2030"))
    both = merged(whole, kept(coach), "end").portfolio
    assert replace(both, notes=()) == whole.portfolio
    assert [note.text for note in both.notes] == ["Well said"]


def test_what_is_written_where_something_was_withheld_waits_to_be_chosen(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    change = edits.change(Activity, (_mr(coach).id,), hours=Hours.parse("60"), title="MR-voorzitter")
    coach.document.apply("Change", change)
    both = merged(whole, kept(coach), "end")
    (choice,) = variants.choices(both.portfolio)
    assert {str(choice.shown.amount), str(choice.other.amount)} == {"40", "60"}
    assert both.portfolio.activities[0].title == "MR-voorzitter"
    (step,) = (change for change in both.changes if change.label == "Change")
    assert step.writes[0].was == {"hours": "40 year", "title": "MR-lid"}


def test_a_card_that_went_and_came_back_in_the_copy_brings_nothing_empty_along(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    coach.document.apply("Remove", edits.remove(Activity, (_mr(coach).id,)))
    coach.document.undo()
    both = merged(whole, kept(coach), "end")
    assert both.portfolio == whole.portfolio


def test_what_is_removed_in_the_copy_goes_to_the_bin_whole(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    coach.document.apply("Remove", edits.remove(Activity, (_mr(coach).id,)))
    both = merged(whole, kept(coach), "end")
    (gone,) = (one for one in both.removed if one.kind == "activities")
    assert gone.content is not None
    assert gone.content["hours"] == "40 year"


def test_a_choice_that_was_open_stays_open(teacher: Owned) -> None:
    whole = kept(teacher)
    one, other = working_in(whole, "one"), working_in(whole, "other")
    for owned, title in ((one, "MR 1"), (other, "MR 2")):
        owned.document.apply("Rename", edits.change(Activity, (_mr(owned).id,), title=title))
    both = merged(kept(one), kept(other), "end")
    coach = working_in(_given(both, _all(both.portfolio)), "coach")
    assert coach.document.portfolio.variants == ()
    coach.document.apply("Goal", edits.add(Goal(new_id(), "Lead")))
    assert merged(both, kept(coach), "then").portfolio.variants == both.portfolio.variants


def test_two_copies_of_what_was_handed_over_tell_each_other_all_and_stay_partial(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    start = kept(coach)
    desk, home = working_in(start, "desk"), working_in(start, "home")
    desk.document.apply("Hours", edits.change(Activity, (_mr(desk).id,), hours=Hours.parse("60")))
    home.document.apply("Hours", edits.change(Activity, (_mr(home).id,), title="MR"))
    both = joined(kept(desk), kept(home))
    assert variants.choices(both.portfolio) == ()
    assert partial.marks(both.portfolio) == partial.marks(start.portfolio)
    assert len(variants.choices(joined(whole, both).portfolio)) == 1


def test_a_copy_of_a_copy_keeps_back_what_the_first_did(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    second = Shared("e" * 32, "copy")
    again = handed_over(coach.document.portfolio, _all(coach.document.portfolio), second)
    assert partial.withheld(again) >= partial.withheld(coach.document.portfolio) > set()
    assert joined(whole, Copy(again, seen=whole.seen)).portfolio == whole.portfolio


def test_a_board_goes_only_when_all_of_it_was_chosen(teacher: Owned) -> None:
    board = teacher.document.portfolio
    teacher.document.apply("Snapshot", edits.add(snapshot_of(board, "2026-11-26")))
    every = {"notes": True, "energy": True, "hours": True}
    for without in every:
        _whole, coach = _handed(teacher, **{**every, without: False})
        assert coach.document.portfolio.snapshots == ()
    _whole, coach = _handed(teacher, **every)
    assert len(coach.document.portfolio.snapshots) == 1


def test_it_is_listed_as_come_back(teacher: Owned) -> None:
    whole, coach = _handed(teacher)
    both = joined(whole, kept(coach)).portfolio
    listed = returned(both, coach.document.portfolio, "2026-12-01")
    assert [one.returned_on for one in listed.shared] == ["2026-12-01"]
    assert returned(both, whole.portfolio, "2026-12-01") is both


def test_what_one_of_two_laid_apart_goes_along_only_when_both_have() -> None:
    portfolio = sample.portfolio("en")
    every = frozenset(activity.id for activity in portfolio.activities)
    both = handed_over(portfolio, Chosen(every, notes=True), Shared(new_id(), "copy"))
    assert len(both.views) == len(portfolio.views)
    one = replace(portfolio, views=tuple(view for view in portfolio.views if view.by == "teacher"))
    assert handed_over(one, Chosen(every, notes=True), Shared(new_id(), "copy")).views == ()
