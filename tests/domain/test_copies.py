"""Copies are the same only if they are so in what a person doesn't see too."""

from dataclasses import replace
from typing import Any

import pytest

from coachapp.domain.copies import Copy, Removed, same
from coachapp.domain.history import Change
from coachapp.domain.portfolio import Variant
from coachapp.domain.values import Stamp
from tests.portfolios import many

STAMP, OTHER = Stamp(3, "desk"), Stamp(4, "desk")
PORTFOLIO = many(5)
VARIANT = Variant("activities", PORTFOLIO.activities[0].id, "title", '"x"', STAMP)
COPY = Copy(
    replace(PORTFOLIO, variants=(VARIANT,)),
    (Removed("activities", "a", STAMP, "2026-11-26", {"title": "x"}),),
    {"desk": 3},
    (Change(STAMP, "2026-11-26T10:00:00+01:00", "Add"),),
)


def _with(**fields: Any) -> Copy:
    return replace(COPY, portfolio=replace(COPY.portfolio, **fields))


def _first(**fields: Any) -> Copy:
    first, *others = COPY.portfolio.activities
    return _with(activities=(replace(first, **fields), *others))


OTHERS = {
    "clock": _with(clock=OTHER),
    "own stamp": _with(stamp=OTHER),
    "own written": _with(written="3.a owner=4.b"),
    "owner": _with(owner="x"),
    "stamp of an item": _first(stamp=OTHER),
    "written of an item": _first(written="3.a title=4.b"),
    "title of an item": _first(title="x"),
    "stamp of a variant": _with(variants=(replace(VARIANT, stamp=OTHER),)),
    "no variant": _with(variants=()),
    "stamp of what was removed": replace(COPY, removed=(replace(COPY.removed[0], stamp=OTHER),)),
    "content of what was removed": replace(COPY, removed=(replace(COPY.removed[0], content=None),)),
    "seen": replace(COPY, seen={"desk": 4}),
    "name of a step": replace(COPY, changes=(replace(COPY.changes[0], label="x"),)),
    "stamp of a step": replace(COPY, changes=(replace(COPY.changes[0], stamp=OTHER),)),
}


@pytest.mark.parametrize("what", OTHERS)
def test_nothing_may_differ(what: str) -> None:
    assert not same(COPY, OTHERS[what])
    assert same(COPY, _with(owner=PORTFOLIO.owner))
