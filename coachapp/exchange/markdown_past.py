"""What lies beside a portfolio, in Markdown: what another copy says, what was removed, what was done."""

import itertools

from coachapp import formats
from coachapp.domain import plain, variants
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.escaping import line
from coachapp.domain.history import OWN
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.wording import kind_word
from coachapp.exchange import showing
from coachapp.exchange.markdown_blocks import Blocks, fields, heading, listed
from coachapp.i18n import gettext as _


def blocks(copy: Copy) -> Blocks:
    said = [one for one in copy.portfolio.variants if one.kind != "readers"]
    yield from heading("##", _("What copies said"), said)
    if said:
        yield listed(_variant(copy.portfolio, one) for one in said)
    gone = [one for one in copy.removed if one.content is not None and one.kind != "readers"]
    yield from heading("##", _("Removed"), gone)
    for one in gone:
        yield from _removed(copy, one)
    yield from heading("##", _("History"), copy.changes)
    for day, changes in itertools.groupby(copy.changes, key=lambda change: change.day):
        yield f"### {formats.day(day)}"
        yield listed(f"{change.at[11:16]} {change.words}" for change in changes)


def _variant(portfolio: Portfolio, variant: Variant) -> str:
    """Such as "MR-lid: Title: Lid van de MR"."""
    kind, name, value = variant.kind, variant.field, variants.value(variant)
    items = (portfolio,) if kind == OWN else getattr(portfolio, kind)
    item = next((item for item in items if item.id == variant.item_id), None)
    what = kind_word(kind) if item is None else showing.called(portfolio, kind, item)
    if not name:
        return f"{what}: " + (_("It was changed, and is here.") if value else _("It was removed."))
    return f"{what}: {showing.label(kind, name)}: {showing.said(portfolio, kind, name, value) or '–'}"


def _removed(copy: Copy, removed: Removed) -> Blocks:
    kind, portfolio = removed.kind, copy.portfolio
    item = plain.item(KINDS[kind], removed.id, removed.content or {}, removed.stamp, "")
    title, told = f"{kind_word(kind)}: {showing.called(portfolio, kind, item)}", ("title", "name", "what")
    if kind == "placements":
        activity, told = _activity(copy, item.activity_id), ("activity_id", "cell")
        title = _("Card") + f": {activity}: {showing.called(portfolio, kind, item)}"
    elif kind == "reflections":
        title, told = kind_word(kind), ()
    yield f"### {line(title)}"
    yield _("Removed") + f": {formats.day(removed.on)}"
    yield from fields(portfolio, kind, item, but=told)


def _activity(copy: Copy, activity_id: str) -> str:
    """What it is called, also if it was removed."""
    there = {activity.id: activity.title for activity in copy.portfolio.activities}
    gone = {one.id: str(one.content.get("title", "")) for one in copy.removed if one.content}
    return {**gone, **there}.get(activity_id) or "–"
