"""A whole copy of a portfolio as the text of `portfolio.json`; docs/portfolio.schema.json tells its form."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from coachapp.domain import plain, snapshot
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.history import Change, Write
from coachapp.domain.portfolio import KINDS, Variant

NAME: Final = "coachapp-portfolio"
VERSION: Final = 2


class Bytes(NamedTuple):
    """The content of evidence that lies beside it, at this path in the export."""

    digest: str
    size: int
    path: str


def text(copy: Copy, files: Iterable[Bytes]) -> Iterator[str]:
    """In pieces; the names lie in the same order each time."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=1)
    yield from encoder.iterencode(told(copy, files))
    yield "\n"


def told(copy: Copy, files: Iterable[Bytes]) -> dict[str, Any]:
    portfolio = copy.portfolio
    return {
        "format": NAME,
        "version": VERSION,
        "portfolio": {**_item(portfolio), "clock": str(portfolio.clock)},
        "framework": json.loads(snapshot.to_json(portfolio.framework)),
        **{kind: list(map(_item, getattr(portfolio, kind))) for kind in KINDS},
        "variants": list(map(_variant, portfolio.variants)),
        "removed": list(map(_removed, copy.removed)),
        "seen": dict(copy.seen),
        "history": list(map(_change, copy.changes)),
        "files": [file._asdict() for file in files],
    }


def _item(item: Any) -> dict[str, Any]:
    return {"id": item.id, **plain.content(item), "stamp": str(item.stamp), "written": item.written}


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "kind": variant.kind,
        "item_id": variant.item_id,
        "field": variant.field,
        "value": json.loads(variant.value),
        "stamp": str(variant.stamp),
    }


def _removed(removed: Removed) -> dict[str, Any]:
    return {
        "kind": removed.kind,
        "id": removed.id,
        "stamp": str(removed.stamp),
        "removed_on": removed.on,
        "content": None if removed.content is None else dict(removed.content),
        "written": removed.written,
        "waits": removed.waits,
    }


def _change(change: Change) -> dict[str, Any]:
    writes = list(map(_write, change.writes))
    return {"stamp": str(change.stamp), "at": change.at, "label": change.label, "writes": writes}


def _write(write: Write) -> dict[str, Any]:
    was, now = (None if fields is None else dict(fields) for fields in (write.was, write.now))
    return {"kind": write.kind, "item_id": write.item_id, "was": was, "now": now}
