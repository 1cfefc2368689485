"""The parts of a plan with their ticks: what is shown, and what is left out by a change of ticks."""

from dataclasses import replace

from coachapp.domain import edits
from coachapp.domain.for_reader import SECTIONS, Choice, seen, starting_point
from coachapp.domain.plan_parts import plan_parts
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.domain.reader import READERS
from coachapp.domain.ticks import Part, left_out_by
from coachapp.packs import sample
from tests.portfolios import empty

SAMPLE = sample.portfolio("en")


def parts_of(portfolio: Portfolio = SAMPLE) -> dict[str, Part]:
    return {part.title: part for part in plan_parts(portfolio, str)}


def ticked_off(left_out: frozenset[str], *keys: str) -> frozenset[str]:
    """What is left out once these have lost their ticks."""
    parts = plan_parts(SAMPLE, str)
    off = {key for part in parts for key in part.out(left_out)} | set(keys)
    return left_out_by(parts, left_out, frozenset(off))


def ticked_on(left_out: frozenset[str], *keys: str) -> frozenset[str]:
    parts = plan_parts(SAMPLE, str)
    off = {key for part in parts for key in part.out(left_out)} - set(keys)
    return left_out_by(parts, left_out, frozenset(off))


def test_every_section_and_every_item_has_its_tick_once() -> None:
    lines = [line for part in parts_of().values() for line in part.lines]
    assert len({line.key for line in lines}) == len(lines)
    known = {line.key for line in lines} | {line.whole for line in lines} | {"qualities", "evidence"}
    assert set(SECTIONS) <= known
    given = seen(SAMPLE, replace(starting_point("myself"), left_out=frozenset()))
    for kind in ("contexts", "activities", "notes", "reflections", "goals", "actions", "agreements"):
        assert {item.id for item in getattr(given, kind)} <= {line.key for line in lines}


def test_in_an_empty_portfolio_only_the_board_and_signatures_can_be_chosen() -> None:
    lines = {part.title: [line.key for line in part.lines] for part in parts_of(empty()).values()}
    told = {title: keys for title, keys in lines.items() if keys}
    assert told == {"Where I stand now": ["board"], "Lines for signatures": ["signatures"]}


def test_without_a_change_of_ticks_all_stays_as_it_was() -> None:
    for reader in READERS:
        left_out = starting_point(reader).left_out | {"of what lies in the bin"}
        assert ticked_off(left_out) == left_out


def test_one_item_goes_by_its_id_and_comes_back() -> None:
    goal = SAMPLE.goals[0].id
    assert ticked_off(frozenset({"board"}), goal) == {"board", goal}
    assert ticked_on(frozenset({"board", goal}), goal) == {"board"}


def test_a_part_without_any_tick_is_left_out_whole_and_comes_back_item_by_item() -> None:
    part = parts_of()["Activities"]
    ids = [line.key for line in part.lines]
    whole = ticked_off(frozenset(), *ids)
    assert "activities" in whole
    assert part.out(whole) == set(ids)
    assert ticked_on(whole, ids[0]) == set(ids[1:])


def test_actions_that_stay_out_whole_do_so_when_their_timeline_comes_in() -> None:
    assert ticked_on(frozenset({"actions", "timeline"}), "timeline") == {"actions"}


def test_about_me_left_out_whole_tells_of_no_workplace_that_comes_later() -> None:
    out = ticked_off(frozenset(), *(line.key for line in parts_of()["About me"].lines))
    assert out >= {"question", "coach", "follow_up", "contexts"}


def test_what_is_told_of_a_goal_that_is_over_can_be_left_out_too() -> None:
    over = Goal("g", "Reached", status="done", acceptable="Backed", professional="Sideword")
    parts = parts_of(replace(empty(), goals=(over,)))
    for title, key in (("Perspectives", "perspectives"), ("Support", "support")):
        assert [line.key for line in parts[title].lines] == [key]


def test_a_long_line_shows_that_there_is_more_of_it() -> None:
    short, long = Goal("g", "x" * 100), Goal("h", f"{'word ' * 30}")
    lines = parts_of(replace(empty(), goals=(short, long)))["Goals"].lines
    assert [line.title for line in lines] == ["x" * 100, f"{('word ' * 20).rstrip()}…"]


def test_a_goal_that_was_left_out_with_all_others_stays_out_when_it_is_reached() -> None:
    goals = [goal.id for goal in SAMPLE.goals if not goal.status]
    left_out = ticked_off(starting_point("coach").left_out, *goals)
    assert "goals" in left_out
    reached = edits.change(Goal, goals[:1], status="done", outcome="Reachedword")(SAMPLE)
    assert "Reachedword" not in repr(seen(reached, Choice(left_out)))
    assert not set(goals) & ticked_on(left_out, *goals)
