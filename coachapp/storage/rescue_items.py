"""A portfolio from the rows that could be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from coachapp.domain import mending, registers, snapshot, variants
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.rules import REFERENCES
from coachapp.domain.values import Stamp, new_id
from coachapp.i18n import gettext as _
from coachapp.i18n import language
from coachapp.storage import mapping
from coachapp.storage.reading import BAD_ROWS
from coachapp.storage.rescue_sweep import Row

_NOBODY: Final = "?"
_ID: Final = re.compile("[0-9a-f]{0,32}")
_REFERENCES: Final = {KINDS[kind]: [name for name, _to in fields] for kind, fields in REFERENCES.items()}
_TITLES: Final = ("title", "name", "what", "text", "cell", "id")


def portfolio(found: Mapping[str, Sequence[Row]], spare: Framework) -> mending.Mended:
    """Every item that its row still tells; the spare framework takes the place of one that is lost."""
    lost: list[str] = []
    framework = _framework(found["framework"], spare, lost)
    items = {kind: tuple(_items(cls, found[kind], lost)) for kind, cls in KINDS.items()}
    whole = _portfolio(found["portfolio"], framework, items, lost)
    whole = replace(whole, variants=tuple(_variants(found["variants"])))
    mended = mending.mended(whole)
    return mending.Mended(mended.portfolio, (*lost, *mended.lost))


def is_item(cls: type, row: Row) -> bool:
    """Whether a row can be one of these, and not of another kind that has as many columns."""
    try:
        (item,) = mapping.to_items(cls, [mapping.filled(cls, row)])
        registers.stamps(item)
        _ = getattr(item, "cards", None)
    except BAD_ROWS:
        return False
    return all(_ID.fullmatch(getattr(item, name)) for name in _REFERENCES.get(cls, ()))


def _framework(rows: Sequence[Row], spare: Framework, lost: list[str]) -> Framework:
    for row in rows:
        try:
            return snapshot.from_json(row["snapshot"])
        except BAD_ROWS:
            continue
    lost.append(
        _("The roles and examples of the board are lost. Those of “{title}” stand in their place.").format(
            title=spare.title
        )
    )
    return spare


def _portfolio(
    rows: Sequence[Row], framework: Framework, items: dict[str, Any], lost: list[str]
) -> Portfolio:
    for row in rows:
        try:
            found = mapping.to_one(Portfolio, [mapping.filled(Portfolio, row)], framework=framework, **items)
        except BAD_ROWS:
            continue
        if None in row.values():
            lost.append(_part_of(row))
        return _with_sound_stamps(found)
    lost.append(_("The owner's name and question are lost. A question mark stands in place of the name."))
    clock = max((item.stamp for kind in items.values() for item in kind), default=Stamp())
    return Portfolio(new_id(), _NOBODY, framework, language(), clock=clock, **items)


def _items(cls: type, rows: Sequence[Row], lost: list[str]) -> Iterator[Any]:
    for row in sorted(rows, key=lambda row: str(row["id"])):
        try:
            (item,) = mapping.to_items(cls, [mapping.filled(cls, row)])
        except BAD_ROWS:
            lost.append(_("“{title}” can't be read and was left out.").format(title=_title(row)))
            continue
        if None in row.values():
            lost.append(_part_of(row))
        yield _with_sound_stamps(item)


def _variants(rows: Sequence[Row]) -> Iterator[Variant]:
    for row in sorted(rows, key=lambda row: str(row["id"])):
        with suppress(*BAD_ROWS):
            (variant,) = mapping.to_items(Variant, [mapping.filled(Variant, row)])
            variants.value(variant)
            yield variant


def _with_sound_stamps(item: Any) -> Any:
    """Stamps of fields that can't be read are those of the item."""
    try:
        registers.stamps(item)
    except BAD_ROWS:
        return replace(item, written="")
    return item


def _part_of(row: Row) -> str:
    return _("A part of “{title}” is lost.").format(title=_title(row))


def _title(row: Row) -> str:
    return str(next(row[name] for name in ("owner", *_TITLES) if row.get(name)))[:100]
