"""The bin: what was removed comes back whole, with what referred to it."""

from dataclasses import replace

import pytest

from coachapp.document import Document
from coachapp.domain import edits, rules
from coachapp.domain.conversation import View
from coachapp.domain.copies import Copy, Removed, advanced
from coachapp.domain.portfolio import KINDS, Action, Activity, Ambition, Evidence, Goal, Placement, Portfolio
from coachapp.domain.removals import Removal, removals
from coachapp.domain.values import Cell, Stamp, new_id
from coachapp.packs import sample
from tests.portfolios import empty


def bin_of(document: Document) -> tuple[Removal, ...]:
    copy = advanced(Copy(document.saved), document.portfolio, document.unsaved())
    return removals(copy.removed, copy.changes)


def test_an_activity_comes_back_with_its_cards_and_what_referred_to_it() -> None:
    before = sample.portfolio("en")
    linked = next(a for a in before.ambitions if a.activity_id and a.title)
    document = Document(before)
    document.apply("Remove", edits.remove(Activity, [linked.activity_id]))
    (removal,) = bin_of(document)
    assert removal.name == next(a.title for a in before.activities if a.id == linked.activity_id)
    assert {type(item) for item in removal.items} == {Activity, Placement, View}
    document.apply("Put back", removal.put_back())
    assert document.portfolio == before
    assert bin_of(document) == ()


def test_a_card_that_waits_for_its_activity_is_nothing_to_put_back_by_itself() -> None:
    card = Removed("placements", new_id(), Stamp(1, "a"), content={"activity_id": "f" * 32}, waits=True)
    assert removals([card], []) == ()


@pytest.mark.parametrize("cls", [Activity, Goal])
def test_files_go_along_with_what_they_belong_to_and_come_back_with_it(cls: type) -> None:
    owner, other = cls(new_id(), "Work"), cls(new_id(), "Other work")
    names = {Activity: ("activities", "activity_id"), Goal: ("goals", "goal_id")}
    kind, field = names[cls]
    newer = Evidence(new_id(), "report.pdf", "a" * 64, 3, **{field: owner.id})
    older = Evidence("0" * 32, "report.pdf", "b" * 64, 3, newer_id=newer.id, **{field: owner.id})
    elsewhere = Evidence(new_id(), "letter.pdf", "c" * 64, 3, **{field: other.id})
    before = replace(empty(), evidence=(newer, older, elsewhere), **{kind: (owner, other)})
    document = Document(before)
    document.apply("Remove", edits.remove(cls, [owner.id]))
    assert document.portfolio.evidence == (elsewhere,)
    (removal,) = bin_of(document)
    assert removal.name == "Work"
    assert set(removal.items) == {owner, newer, older}
    document.apply("Put back", removal.put_back())
    assert set(document.portfolio.evidence) == set(before.evidence)
    assert list(rules.faults(document.portfolio)) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_whatever_is_removed_comes_back_as_if_nothing_happened(kind: str) -> None:
    before = sample.portfolio("nl")
    for item in getattr(before, kind):
        document = Document(before)
        document.apply("Remove", edits.remove(KINDS[kind], [item.id]))
        (removal,) = bin_of(document)
        document.apply("Put back", removal.put_back())
        assert document.portfolio == before, item


def test_what_was_chosen_since_stays_chosen() -> None:
    work, other = Activity(new_id(), "One"), Activity(new_id(), "Two")
    ambition = Ambition(new_id(), "Grow", work.id)
    document = Document(replace(empty(), activities=(work, other), ambitions=(ambition,)))
    document.apply("Remove", edits.remove(Activity, [work.id]))
    document.apply("Choose", edits.change(Ambition, [ambition.id], activity_id=other.id))
    document.apply("Put back", bin_of(document)[0].put_back())
    assert document.portfolio.ambitions[0].activity_id == other.id
    assert len(document.portfolio.activities) == 2


def test_what_it_referred_to_and_is_gone_is_left_out() -> None:
    goal = Goal(new_id(), "Goal")
    action = Action(new_id(), "Call", goal.id)
    document = Document(replace(empty(), goals=(goal,), actions=(action,)))
    document.apply("Remove the action", edits.remove(Action, [action.id]))
    document.apply("Remove the goal", edits.remove(Goal, [goal.id]))
    newest, oldest = bin_of(document)
    assert [newest.name, oldest.name] == ["Goal", "Call"]
    document.apply("Put back", oldest.put_back())
    assert document.portfolio.actions[0].goal_id == ""
    assert list(rules.faults(document.portfolio)) == []


def test_a_card_comes_back_to_its_cell_unless_the_activity_lies_there_again() -> None:
    cell = Cell("leren", "micro")
    work = Activity(new_id(), "Work")
    card = Placement(new_id(), work.id, cell, why="because")
    document = Document(replace(empty(), activities=(work,), placements=(card,)))
    document.apply("Take off", edits.take_off([card.id]))
    document.apply("Aside", edits.set_aside([work.id], "learning"))
    document.apply("Put back", bin_of(document)[0].put_back())
    assert document.portfolio.placements == (card,)
    assert document.portfolio.activities[0].aside == ""


def test_what_was_undone_is_not_in_the_bin() -> None:
    item = Evidence(new_id(), "letter.pdf")
    document = Document(replace(empty(), evidence=(item,)))
    document.apply("Remove", edits.remove(Evidence, [item.id]))
    assert [removal.kind for removal in bin_of(document)] == ["evidence"]
    document.undo()
    assert bin_of(document) == ()


def test_putting_back_twice_changes_nothing() -> None:
    work = Activity(new_id(), "Work")
    document = Document(replace(empty(), activities=(work,)))
    document.apply("Remove", edits.remove(Activity, [work.id]))
    (removal,) = bin_of(document)
    document.apply("Put back", removal.put_back())
    after: Portfolio = document.portfolio
    document.apply("Put back", removal.put_back())
    assert document.portfolio is after


def test_an_ambition_without_words_of_its_own_has_none_again() -> None:
    work = Activity(new_id(), "Work")
    grow = Ambition(new_id(), activity_id=work.id, target=Cell("leren", "meso"))
    let_go = Ambition(new_id(), activity_id=work.id)
    before = replace(empty(), activities=(work,), ambitions=(grow, let_go))
    document = Document(before)
    document.apply("Remove", edits.remove(Activity, [work.id]))
    assert [a.title for a in document.portfolio.ambitions] == ["Work"]
    (removal,) = bin_of(document)
    assert removal.name == "Work"
    document.apply("Put back", removal.put_back())
    assert document.portfolio == before


def test_words_that_were_typed_since_stay() -> None:
    work = Activity(new_id(), "Work")
    grow = Ambition(new_id(), activity_id=work.id, target=Cell("leren", "meso"))
    document = Document(replace(empty(), activities=(work,), ambitions=(grow,)))
    document.apply("Remove", edits.remove(Activity, [work.id]))
    document.apply("Words", edits.change(Ambition, [grow.id], title="My words"))
    document.apply("Put back", bin_of(document)[0].put_back())
    (ambition,) = document.portfolio.ambitions
    assert (ambition.title, ambition.activity_id) == ("My words", work.id)
