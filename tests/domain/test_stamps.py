"""Stamps: what differs is stamped, what is equal keeps its object."""

from dataclasses import replace

from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.stamps import difference, stamped
from coachapp.domain.values import Stamp
from tests.portfolios import many


def _renamed(portfolio: Portfolio, at: int) -> Portfolio:
    activities = list(portfolio.activities)
    activities[at] = replace(activities[at], title="Other")
    return replace(portfolio, activities=tuple(activities))


def test_what_differs_gets_the_next_stamp_and_the_rest_stays_itself() -> None:
    before = stamped(many(0), many(9), "mine")
    after = stamped(before, _renamed(before, 4), "mine")
    assert after.clock == Stamp(2, "mine")
    assert [item.stamp.counter for item in after.activities] == [1, 1, 1, 1, 2, 1, 1, 1, 1]
    assert [new is old for new, old in zip(after.activities, before.activities, strict=True)].count(
        False
    ) == 1
    assert after.placements is before.placements


def test_an_equal_item_made_anew_is_taken_for_the_old_one() -> None:
    before = stamped(many(0), many(5), "mine")
    again = replace(before, activities=tuple(replace(item) for item in before.activities))
    after = stamped(before, again, "mine")
    assert all(new is old for new, old in zip(after.activities, before.activities, strict=True))


def test_the_portfolios_own_fields_have_a_stamp_of_their_own() -> None:
    before = many(3)
    assert stamped(before, _renamed(before, 0), "mine").stamp == Stamp()
    assert stamped(before, replace(before, coach="A. Coach"), "mine").stamp == Stamp(1, "mine")


def test_the_clock_never_goes_back() -> None:
    """Undo makes an old value current again: its stamps must be new all the same."""
    old = many(3)
    now = replace(_renamed(old, 0), clock=Stamp(41, "other"))
    undone = stamped(now, old, "mine")
    assert undone.clock == Stamp(42, "mine")
    assert undone.activities[0].stamp == Stamp(42, "mine")
    assert undone == old


def test_the_difference_is_what_is_gone_and_what_is_new_or_other() -> None:
    a, b, c = (Activity(name, name) for name in "abc")
    other = replace(b, title="other")
    assert difference((a, b), (a, b)) == (set(), [])
    gone, fresh = difference((a, b), (other, c))
    assert gone == {"a"}
    assert [item is new for item, new in zip(fresh, (other, c), strict=True)] == [True, True]
    assert difference((), ()) == (set(), [])


def test_the_difference_is_found_by_identity() -> None:
    item = Activity("a", "a")
    assert difference((item,), (replace(item),)) == (set(), [item])
