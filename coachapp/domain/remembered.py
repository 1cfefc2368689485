"""What was chosen for each reader of the plan, as the portfolio keeps it.

Of what two copies chose apart nothing is asked: what one leaves out stays out until it is chosen anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from coachapp.domain import variants
from coachapp.domain.edits import Edit, add, change, in_order
from coachapp.domain.for_reader import FOR_ANYONE, Choice, starting_point
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.reader import ALSO, Reader


def chosen_for(portfolio: Portfolio, reader: str) -> Choice:
    """What was chosen for this reader, else where to start from."""
    hidden = _hidden(portfolio)
    kept = _kept(portfolio, reader)
    if kept is None:
        return replace(starting_point(reader), hidden=hidden)
    left_out = frozenset(name for some in _said(portfolio, kept, "left_out") for name in some)
    also = frozenset(ALSO).intersection(*_said(portfolio, kept, "also"))
    alias = next((name for name in _said(portfolio, kept, "alias") if name), "")
    on = {name: name in also for name in ALSO}
    return Choice(left_out, **on, alias=alias, hidden=hidden, reader=reader)


def for_anyone(portfolio: Portfolio) -> Choice:
    """Where no reader is chosen."""
    return replace(FOR_ANYONE, hidden=_hidden(portfolio))


def remember(choice: Choice) -> Edit:
    """Keep this for the reader that it is made for; what was chosen already is no change."""
    also = tuple(name for name in ALSO if getattr(choice, name))
    fresh = Reader(choice.reader, tuple(choice.left_out), also, choice.alias)

    def edit(portfolio: Portfolio) -> Portfolio:
        if replace(chosen_for(portfolio, fresh.id), hidden=choice.hidden) == choice:
            return portfolio
        if _kept(portfolio, fresh.id) is None:
            return add(fresh)(portfolio)
        changes = {"left_out": fresh.left_out, "also": fresh.also, "alias": fresh.alias}
        said = [one for one in portfolio.variants if (one.kind, one.item_id) == ("readers", fresh.id)]
        return in_order(change(Reader, [fresh.id], **changes), variants.leave(said))(portfolio)

    return edit


def _hidden(portfolio: Portfolio) -> tuple[str, ...]:
    return portfolio.names if portfolio.names_as else ()


def _kept(portfolio: Portfolio, reader: str) -> Reader | None:
    return next((one for one in portfolio.readers if one.id == reader), None)


def _said(portfolio: Portfolio, kept: Reader, field: str) -> Iterator[Any]:
    """What shows, and what other copies say of it."""
    yield getattr(kept, field)
    for one in portfolio.variants:
        if (one.kind, one.item_id, one.field) == ("readers", kept.id, field):
            yield variants.value(one)
