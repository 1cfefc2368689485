"""What differs between two values of a portfolio, in plain sentences: what happened from one to the other."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, Final, NamedTuple

from coachapp.domain import placing
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.wording import field_word, kind_word, reader_word
from coachapp.i18n import gettext as _

_LONGEST_NAME: Final = 60
# What two copies said of one thing waits for a choice and shows nowhere, so nothing is told of it.
_APART: Final = (*KINDS, "id", "framework", "variants")
_OWN: Final = tuple(field.name for field in fields(Portfolio) if field.compare and field.name not in _APART)


class Difference(NamedTuple):
    """`what`: "added", "removed", "moved" or "changed"; `kind` as in KINDS, or "portfolio"."""

    kind: str
    item_id: str
    what: str
    words: str


def differences(before: Portfolio, after: Portfolio) -> tuple[Difference, ...]:
    """Nothing when a person would see none; in the order of KINDS, with where activities lie among them."""
    return (*_own(before, after), *_activities(before, after), *_others(before, after))


def _own(before: Portfolio, after: Portfolio) -> Iterator[Difference]:
    changed = [name for name in _OWN if getattr(before, name) != getattr(after, name)]
    if changed:
        words = _("About the portfolio: {fields} changed.").format(fields=_fields("portfolio", changed))
        yield Difference("portfolio", after.id, "changed", words)
    if before.framework != after.framework:
        yield Difference("portfolio", after.id, "changed", _("The framework is another one."))


def _activities(before: Portfolio, after: Portfolio) -> Iterator[Difference]:
    """Each activity that came, went, was changed or lies elsewhere."""
    old, new = ({a.id: a for a in portfolio.activities} for portfolio in (before, after))
    places = placing.Places(before, after)
    for item_id in sorted(old.keys() | new.keys()):
        if item_id not in old:
            yield _came("activities", new[item_id], places.where_new(item_id))
        elif item_id not in new:
            yield _went("activities", old[item_id])
        else:
            title = _quoted(new[item_id].title)
            yield from _changed("activities", old[item_id], new[item_id], without=("aside",))
            for what, words in places.moves(item_id, title):
                yield Difference("placements", item_id, what, words)


def _others(before: Portfolio, after: Portfolio) -> Iterator[Difference]:
    for kind in KINDS:
        if kind in ("activities", "placements"):
            continue
        old, new = ({item.id: item for item in getattr(p, kind)} for p in (before, after))
        for item_id in sorted(old.keys() | new.keys()):
            if item_id not in old:
                yield _came(kind, new[item_id], "", after)
            elif item_id not in new:
                yield _went(kind, old[item_id], before)
            else:
                yield from _changed(kind, old[item_id], new[item_id], portfolio=after)


def _came(kind: str, item: Any, where: str = "", portfolio: Portfolio | None = None) -> Difference:
    words = _("{what} was added, {where}.") if where else _("{what} was added.")
    return Difference(kind, item.id, "added", words.format(what=_named(kind, item, portfolio), where=where))


def _went(kind: str, item: Any, portfolio: Portfolio | None = None) -> Difference:
    words = _("{what} was removed.").format(what=_named(kind, item, portfolio))
    return Difference(kind, item.id, "removed", words)


def _changed(
    kind: str, old: Any, new: Any, *, without: tuple[str, ...] = (), portfolio: Portfolio | None = None
) -> Iterator[Difference]:
    names = [f.name for f in fields(new) if f.compare and f.name not in without]
    names = [name for name in names if getattr(old, name) != getattr(new, name)]
    if names:
        words = _("{what}: {fields} changed.")
        what = _named(kind, new, portfolio)
        yield Difference(kind, new.id, "changed", words.format(what=what, fields=_fields(kind, names)))


def _fields(kind: str, names: list[str]) -> str:
    return ", ".join(dict.fromkeys(field_word(kind, name) for name in names))


def _named(kind: str, item: Any, portfolio: Portfolio | None) -> str:
    """Such as “MR-lid” or Goal “A calmer start”."""
    name = _quoted(_NAMES.get(kind, _title)(item, portfolio))
    return name if kind == "activities" else f"{kind_word(kind)} {name}"


def _title(item: Any, _portfolio: Portfolio | None) -> str:
    return next((str(getattr(item, name)) for name in ("title", "name") if hasattr(item, name)), "")


_NAMES: Final[dict[str, Callable[[Any, Portfolio | None], str]]] = {
    "ambitions": lambda item, portfolio: ambition_name(portfolio, item) if portfolio else item.title,
    "actions": lambda item, _portfolio: item.what,
    "agreements": lambda item, _portfolio: item.text,
    "reflections": lambda item, _portfolio: " ".join(item.text.split()),
    "notes": lambda item, _portfolio: " ".join(item.text.split()),
    "conversations": lambda item, _portfolio: item.question or item.date,
    "snapshots": lambda item, _portfolio: item.title or item.date,
    "readers": lambda item, _portfolio: reader_word(item.id),
    "views": lambda item, portfolio: _placed_apart(item.activity_id, portfolio),
}


def _placed_apart(activity_id: str, portfolio: Portfolio | None) -> str:
    """What, but not where: the other may not have had a turn yet."""
    activities = portfolio.activities if portfolio else ()
    return next((activity.title for activity in activities if activity.id == activity_id), "")


def _quoted(name: str) -> str:
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"
    return f"“{short or '…'}”"
