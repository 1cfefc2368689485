"""Ticks at the parts of a plan: from what is left out to what is ticked, and back."""

from collections.abc import Collection
from typing import NamedTuple

from coachapp.domain.telling import PASSING


class Line(NamedTuple):
    """`key`: the id of an item, a section, or a field of the portfolio itself.

    `whole`: what leaves it out with all others of its kind, and with those that come later.
    """

    key: str
    title: str
    whole: str = ""


class Part(NamedTuple):
    """`whole`: what leaves out all of it, what comes later too. One that stands `alone` has its own tick."""

    title: str
    lines: tuple[Line, ...]
    whole: tuple[str, ...]
    alone: bool = False

    def out(self, left_out: Collection[str]) -> frozenset[str]:
        """The keys of its lines that have no tick."""
        return frozenset(one.key for one in self.lines if one.key in left_out or one.whole in left_out)


def left_out_by(parts: Collection[Part], before: frozenset[str], unticked: frozenset[str]) -> frozenset[str]:
    """What is left out now that these keys have no tick.

    Where no tick changed all stays as it was `before`, also what no line is about: what lies in the bin
    stays out when it comes back. A part that lost its last tick is left out whole; what of it may come to
    stand in another part, as a goal that is reached does, stays out there too.
    """
    now = set(before)
    for part in parts:
        off, was = part.out(unticked), part.out(before)
        if off == was:
            continue
        if len(off) == len(part.lines):
            now |= {*part.whole, *(off if PASSING & {*part.whole} else ())}
        else:
            _take_apart(part, now, off)
    return frozenset(now)


def _take_apart(part: Part, now: set[str], off: frozenset[str]) -> None:
    """Line by line; lines that are of one kind and all without a tick stay out as they were."""
    for whole in {one.whole for one in part.lines}:
        keys = {one.key for one in part.lines if one.whole == whole}
        if whole not in now or keys - off:
            now -= {whole, *keys}
            now |= keys & off
