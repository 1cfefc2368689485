"""Every edit: what it changes, what goes along, what it refuses."""

from dataclasses import replace
from typing import Any

import pytest

from coachapp.domain import edits, insight, rules
from coachapp.domain.conversation import Conversation, Shared
from coachapp.domain.portfolio import (
    KINDS,
    Action,
    Activity,
    Agreement,
    Ambition,
    Context,
    Evidence,
    Goal,
    Item,
    Placement,
    Portfolio,
    Reflection,
    Team,
)
from coachapp.domain.reader import Reader
from coachapp.domain.values import Cell, new_id
from coachapp.errors import AlreadyInCell, EmptyText, NotAValue, NotThere, TooManyGoals, UnknownCell
from coachapp.packs import sample
from tests.portfolios import empty

HERE, THERE, ELSEWHERE = Cell("leren", "nano"), Cell("leren", "micro"), Cell("collegas", "macro")


def activity(title: str = "Teach", **more: Any) -> Activity:
    return Activity(new_id(), title, **more)


def card(of: Activity, cell: Cell = HERE) -> Placement:
    return Placement(new_id(), of.id, cell)


def made(*items: Item, cards: tuple[Placement, ...] = ()) -> Portfolio:
    portfolio = edits.add(*items)(empty())
    return edits.place(*cards)(portfolio) if cards else portfolio


@pytest.fixture
def portfolio() -> Portfolio:
    full = sample.portfolio("en")
    files = (
        Evidence("1", "old.pdf", activity_id=full.activities[0].id, newer_id="2"),
        Evidence("2", "new.pdf"),
    )
    return replace(full, evidence=files, readers=(Reader("coach"),))


# ---------------------------------------------------------------- describe, in_order


def test_the_portfolios_own_texts_can_be_changed(portfolio: Portfolio) -> None:
    after = edits.describe(owner="A. Lias", coach="", follow_up="2027-03", language="nl")(portfolio)
    assert (after.owner, after.coach, after.follow_up, after.language) == ("A. Lias", "", "2027-03", "nl")
    assert after.activities is portfolio.activities
    with pytest.raises(EmptyText):
        edits.describe(owner=" ")(portfolio)


def test_several_edits_are_one(portfolio: Portfolio) -> None:
    new = activity()
    after = edits.in_order(edits.add(new), edits.place(card(new)), edits.describe(coach="C."))(portfolio)
    assert after == edits.describe(coach="C.")(after)
    assert insight.cells_of(after, new.id) == (HERE,)
    assert edits.in_order()(portfolio) is portfolio


# ---------------------------------------------------------------- add


def test_items_of_every_kind_can_be_added_at_once_in_any_order() -> None:
    context = Context(new_id(), "School", ("vo",))
    team = Team(new_id(), "Team", context.id)
    work = activity(context_id=context.id, team_id=team.id)
    wish = Ambition(new_id(), "Further", work.id, HERE, THERE)
    goal = Goal(new_id(), "Goal", wish.id)
    rest = (Action(new_id(), "Do", goal.id), Agreement(new_id(), "Agreed"), Reflection(new_id(), "Hm"))
    after = made(*reversed((context, team, work, wish, goal, *rest)))
    assert list(rules.faults(after)) == []
    assert (after.teams, after.goals, after.agreements) == ((team,), (goal,), (rest[1],))


def test_what_is_added_lies_in_the_order_of_ids() -> None:
    first, second = activity("first"), activity("second")
    assert edits.add(first)(made(second)).activities == (first, second)


@pytest.mark.parametrize(
    "item",
    [
        Activity("1", "Teach", context_id="gone"),
        Activity("1", "Teach", team_id="gone"),
        Team("1", "Team", context_id="gone"),
        Ambition("1", activity_id="gone"),
        Goal("1", "Goal", ambition_id="gone"),
        Action("1", "Do", goal_id="gone"),
        Reflection("1", "Hm", activity_id="gone"),
    ],
    ids=lambda item: type(item).__name__,
)
def test_what_refers_to_nothing_is_not_added(item: Item) -> None:
    with pytest.raises(NotThere):
        made(item)


@pytest.mark.parametrize(
    ("item", "word"),
    [
        (Context("1", sectors=("vo", "space")), "space"),
        (Activity("1", "Teach", profiles=("wizard",)), "wizard"),
        (Ambition("1", career_line="up"), "up"),
        (Action("1", "Do", actors=("teacher", "nobody")), "nobody"),
        (Reflection("1", "Hm", competence="magic"), "magic"),
        (Reflection("1", "Hm", question_id="place-99"), "place-99"),
    ],
)
def test_a_word_that_is_not_in_the_framework_is_not_chosen(item: Item, word: str) -> None:
    with pytest.raises(NotAValue) as refused:
        made(item)
    assert word in refused.value.text()


@pytest.mark.parametrize("cell", [Cell("leren", "supra"), Cell("leren", ""), Cell("other", "nano")])
def test_what_is_not_on_the_board_is_no_cell(cell: Cell) -> None:
    work = activity()
    for ambition in (Ambition("1", origin=cell), Ambition("1", target=cell)):
        with pytest.raises(UnknownCell):
            made(ambition)
    with pytest.raises(UnknownCell):
        made(work, cards=(card(work, cell),))


def test_a_plan_has_three_goals_at_a_time() -> None:
    three = made(*(Goal(new_id(), f"Goal {n}") for n in range(3)))
    with pytest.raises(TooManyGoals) as refused:
        edits.add(Goal(new_id(), "One more"))(three)
    assert "3" in refused.value.text()


# ---------------------------------------------------------------- change


def test_fields_of_many_items_change_at_once(portfolio: Portfolio) -> None:
    ids = [placement.id for placement in portfolio.placements[:3]]
    after = edits.change(Placement, ids, energy="costs", why="Because")(portfolio)
    assert {(p.energy, p.why) for p in after.placements[:3]} == {("costs", "Because")}
    assert after.placements[3:] == portfolio.placements[3:]


def test_changing_nothing_leaves_everything_as_it_is(portfolio: Portfolio) -> None:
    assert edits.change(Placement, [], energy="costs")(portfolio) is portfolio


def test_a_change_that_does_not_fit_is_refused(portfolio: Portfolio) -> None:
    first = portfolio.activities[0].id
    with pytest.raises(EmptyText):
        edits.change(Activity, [first], title="")(portfolio)
    with pytest.raises(NotThere):
        edits.change(Activity, [first], team_id="gone")(portfolio)
    with pytest.raises(NotAValue):
        edits.change(Placement, [portfolio.placements[0].id], status="busy")(portfolio)
    with pytest.raises(NotThere):
        edits.change(Activity, [first, "gone"], title="x")(portfolio)


@pytest.mark.parametrize(
    ("cls", "changes"),
    [(Activity, {"aside": "off"}), (Placement, {"cell": HERE}), (Placement, {"activity_id": "1"})],
)
def test_where_something_lies_is_no_mere_field(cls: type[Any], changes: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        edits.change(cls, ["1"], **changes)
    with pytest.raises(AssertionError):
        edits.add(Placement("1", "1", HERE))


# ---------------------------------------------------------------- remove


def test_a_removed_activity_takes_its_cards_along_and_is_remembered_by_name(portfolio: Portfolio) -> None:
    line = next(a for a in portfolio.activities if a.title == "Research learning line")
    wish = Ambition(new_id(), "", line.id, HERE, THERE)
    after = edits.remove(Activity, [line.id])(edits.add(wish)(portfolio))
    assert insight.cells_of(after, line.id) == ()
    kept = next(ambition for ambition in after.ambitions if ambition.id == wish.id)
    assert (kept.title, kept.activity_id, kept.target) == ("Research learning line", "", THERE)
    assert next(a.title for a in after.ambitions if a.career_line == "broaden-scope").startswith("Share")
    assert line.id not in {reflection.activity_id for reflection in after.reflections}
    assert len(after.reflections) == len(portfolio.reflections)
    assert list(rules.faults(after)) == []


def test_letting_an_activity_go_is_done_when_it_is_removed(portfolio: Portfolio) -> None:
    nameless, named = (
        Ambition(new_id(), title, portfolio.activities[0].id) for title in ("", "Less on paper")
    )
    goal = Goal(new_id(), "Hand it over", nameless.id)
    before = edits.add(nameless, named, goal)(replace(portfolio, goals=(), actions=()))
    after = edits.remove(Activity, [nameless.activity_id])(before)
    assert nameless.id not in {ambition.id for ambition in after.ambitions}
    assert next(a.activity_id for a in after.ambitions if a.id == named.id) == ""
    assert [goal.ambition_id for goal in after.goals] == [""]
    assert list(rules.faults(after)) == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"activities", "placements", "conversations"}))
def test_what_refers_to_a_removed_item_stays(portfolio: Portfolio, kind: str) -> None:
    items = getattr(portfolio, kind)
    after = edits.remove(type(items[0]), [item.id for item in items])(portfolio)
    assert getattr(after, kind) == ()
    for other in set(KINDS) - {kind}:
        assert len(getattr(after, other)) == len(getattr(portfolio, other))
    assert list(rules.faults(after)) == []


def test_a_conversation_takes_its_notes_views_and_board_along_and_leaves_what_was_agreed(
    portfolio: Portfolio,
) -> None:
    talk = portfolio.conversations[-1]
    after = edits.remove(Conversation, [talk.id])(portfolio)
    for kind in ("notes", "views", "snapshots"):
        left = [item for item in getattr(portfolio, kind) if item.conversation_id != talk.id]
        assert list(getattr(after, kind)) == left
    assert len(after.agreements) == len(portfolio.agreements)
    assert talk.id not in {goal.conversation_id for goal in after.goals}
    assert list(rules.faults(after)) == []


def test_a_goal_that_is_looked_back_on_leaves_room_for_another(portfolio: Portfolio) -> None:
    three = edits.add(Goal(new_id(), "third"))(portfolio)
    with pytest.raises(TooManyGoals):
        edits.add(Goal(new_id(), "fourth"))(three)
    with pytest.raises(TooManyGoals):
        edits.change(Goal, [three.goals[0].id], status="")(three)


def test_what_is_gone_already_can_not_be_removed(portfolio: Portfolio) -> None:
    with pytest.raises(NotThere):
        edits.remove(Goal, ["gone"])(portfolio)


# ---------------------------------------------------------------- place, move, take_off, set_aside


def test_an_activity_can_lie_in_two_cells_but_once_in_each() -> None:
    work = activity()
    one = made(work, cards=(card(work),))
    two = edits.place(card(work), card(work, THERE))(one)
    assert insight.cells_of(two, work.id) == (HERE, THERE)
    with pytest.raises(AlreadyInCell) as refused:
        edits.place(card(work, THERE))(two)
    assert "Teach" in refused.value.text()


def test_the_same_card_laid_twice_in_one_go_lies_there_once() -> None:
    work = activity()
    assert insight.cells_of(made(work, cards=(card(work), card(work))), work.id) == (HERE,)


def test_placing_an_activity_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotThere):
        edits.place(card(activity()))(empty())


@pytest.mark.parametrize("aside", ["learning", "off"])
def test_what_lay_beside_the_board_lies_on_it_when_placed(aside: str) -> None:
    work = activity(aside=aside)
    after = made(work, cards=(card(work),))
    assert after.activities[0].aside == ""
    assert edits.take_off([after.placements[0].id])(after).activities[0].aside == ""


def test_cards_move_together_but_for_those_that_lie_there_already() -> None:
    first, second = activity("first"), activity("second")
    cards = (card(first), card(second), card(first, THERE))
    after = edits.move([cards[0].id, cards[1].id], THERE)(made(first, second, cards=cards))
    assert insight.cells_of(after, first.id) == (HERE, THERE)
    assert insight.cells_of(after, second.id) == (THERE,)
    with pytest.raises(AlreadyInCell):
        edits.move([cards[1].id], THERE)(after)


def test_two_cards_of_one_activity_do_not_end_in_one_cell() -> None:
    work = activity()
    cards = (card(work), card(work, THERE))
    after = edits.move([one.id for one in cards], ELSEWHERE)(made(work, cards=cards))
    assert len(set(insight.cells_of(after, work.id))) == 2
    assert ELSEWHERE in insight.cells_of(after, work.id)


def test_what_a_card_says_moves_along_with_it() -> None:
    work = activity()
    laid = replace(card(work), status="done", why="Because", recognition=("leader",))
    after = edits.move([laid.id], THERE)(made(work, cards=(laid,)))
    assert after.placements == (replace(laid, cell=THERE),)


def test_a_card_can_not_move_off_the_board() -> None:
    work = activity()
    laid = card(work)
    with pytest.raises(UnknownCell):
        edits.move([laid.id], Cell("leren", "supra"))(made(work, cards=(laid,)))
    with pytest.raises(NotThere):
        edits.move(["gone"], THERE)(empty())


def test_a_card_taken_off_leaves_the_activity_to_place() -> None:
    work = activity()
    laid = card(work)
    after = edits.take_off([laid.id])(made(work, cards=(laid,)))
    assert insight.beside_board(after, "") == (work,)
    with pytest.raises(NotThere):
        edits.take_off([laid.id])(after)


@pytest.mark.parametrize("aside", ["learning", "off", ""])
def test_what_is_set_aside_lies_in_no_cell(aside: str) -> None:
    work, other = activity(), activity("other")
    before = made(work, other, cards=(card(work), card(work, THERE), card(other)))
    after = edits.set_aside([work.id], aside)(before)
    assert insight.beside_board(after, aside) == (replace(work, aside=aside),)
    assert [placement.activity_id for placement in after.placements] == [other.id]
    assert list(rules.faults(after)) == []


def test_there_are_only_two_places_beside_the_board() -> None:
    work = activity()
    with pytest.raises(NotAValue):
        edits.set_aside([work.id], "cupboard")(made(work))
    with pytest.raises(NotThere):
        edits.set_aside(["gone"], "off")(empty())


def test_an_edit_gives_the_same_each_time_and_leaves_the_old_value_alone(portfolio: Portfolio) -> None:
    edit = edits.set_aside([a.id for a in portfolio.activities[:4]], "off")
    before = replace(portfolio)
    assert edit(portfolio) == edit(portfolio)
    assert portfolio == before


def test_going_back_calls_no_file_back() -> None:
    left = Shared(new_id(), "plan", name="plan.pdf")
    assert edits.go_back(empty())(replace(empty(), shared=(left,))).shared == (left,)


def test_going_back_leaves_what_the_owner_chose_about_keeping_it() -> None:
    now = replace(empty(), remind_on="2030-01-01", history_since="2026-01-01", owner="Now")
    back = edits.go_back(replace(empty(), owner="Then"))(now)
    assert (back.owner, back.remind_on, back.history_since) == ("Then", "2030-01-01", "2026-01-01")
