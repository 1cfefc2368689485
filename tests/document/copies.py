"""Copies of one portfolio that go separate ways, and what a file would hold of each."""

from dataclasses import replace
from typing import Any, NamedTuple

from coachapp.document import Document
from coachapp.domain import plain
from coachapp.domain.copies import Copy, advanced
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.stamps import stamped
from coachapp.domain.tidying import tidied
from coachapp.storage import sessions


class Owned(NamedTuple):
    """A copy that somebody works in."""

    document: Document
    start: Copy


def working_in(copy: Copy, device: str) -> Owned:
    return Owned(Document(copy.portfolio, device), copy)


def kept(owned: Owned) -> Copy:
    """The copy as its file would be after saving."""
    document, start = owned
    return advanced(start, document.portfolio, document.unsaved())


def merged(one: Copy, other: Copy, device: str) -> Copy:
    """As a program joins: then what has to be put right is put right, as a change."""
    both = joined(one, other)
    after = stamped(both.portfolio, tidied(both.portfolio), device)
    made = Document(both.portfolio, device)
    made.apply("Join", lambda _portfolio: tidied(both.portfolio))
    return kept(Owned(made, both)) if after != both.portfolio else both


def told(copy: Copy) -> Any:
    """All of a copy, what comparisons leave out too, as plain values."""
    portfolio = copy.portfolio
    items = {
        f"{kind} {item.id}": (plain.content(item), str(item.stamp), item.written)
        for kind in KINDS
        for item in getattr(portfolio, kind)
    }
    own = (plain.content(portfolio), str(portfolio.stamp), portfolio.written, str(portfolio.clock))
    return own, items, portfolio.variants, copy.removed, dict(copy.seen), copy.changes


def of(portfolio: Portfolio) -> Copy:
    return Copy(replace(portfolio), seen=sessions.told_by(portfolio))
