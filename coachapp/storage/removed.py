"""What was removed: the tombstones, with what they held while it can be put back."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, select, update

from coachapp.domain import plain, registers, values
from coachapp.domain.copies import Removed
from coachapp.domain.portfolio import KINDS
from coachapp.domain.removals import DAYS_IN_BIN
from coachapp.domain.values import Stamp
from coachapp.storage import sizes
from coachapp.storage.statements import put
from coachapp.storage.tables import METADATA

_TABLE: Final = METADATA.tables["tombstones"]
_VARIANTS: Final = METADATA.tables["variants"]


def keep(connection: Connection, removed: Iterable[Removed]) -> None:
    put(connection, _TABLE, map(_row, removed))


def read(connection: Connection) -> tuple[Removed, ...]:
    """By kind and id. Raises what `rows.read` raises."""
    sizes.check(connection, _TABLE)
    found = [_removed(row) for row in connection.execute(select(_TABLE)).mappings()]
    return tuple(sorted(found, key=lambda one: (one.kind, one.id)))


def empty(connection: Connection) -> None:
    """Of what lay in the bin too long only the fact stays that it was removed, unless a choice is open."""
    chosen = select(_VARIANTS.c.item_id)
    today = dt.date.today()  # noqa: DTZ011 - the owner's day
    day = (today - dt.timedelta(days=DAYS_IN_BIN)).isoformat()
    old = (_TABLE.c.removed_on < day, _TABLE.c.content != "", _TABLE.c.waits == 0)
    connection.execute(update(_TABLE).where(*old, _TABLE.c.id.not_in(chosen)).values(content="", written=""))


def forget(connection: Connection, item_ids: Iterable[str]) -> None:
    """Of these only the fact stays that they were removed."""
    gone = update(_TABLE).where(_TABLE.c.id.in_(tuple(item_ids)))
    connection.execute(gone.values(content="", written=""))


def _row(removed: Removed) -> dict[str, Any]:
    content = removed.content
    return {
        "id": removed.id,
        "kind": removed.kind,
        "stamp_counter": removed.stamp.counter,
        "stamp_device": removed.stamp.device,
        "removed_on": removed.on,
        "content": "" if content is None else json.dumps(dict(content), ensure_ascii=False),
        "written": removed.written,
        "waits": int(removed.waits),
    }


def _removed(row: Any) -> Removed:
    cls = KINDS[row["kind"]]
    values.date(row["removed_on"])
    stamp = Stamp(row["stamp_counter"], row["stamp_device"])
    if not row["content"]:
        return Removed(row["kind"], row["id"], stamp, row["removed_on"], waits=bool(row["waits"]))
    content = json.loads(row["content"])
    item = plain.item(cls, row["id"], content, stamp, row["written"])
    registers.stamps(item)
    waits = bool(row["waits"])
    return Removed(row["kind"], row["id"], stamp, row["removed_on"], content, row["written"], waits)
