"""History in the file: the steps that were saved, what each wrote, and reading it when it is asked for."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select, update

from coachapp.domain import copies, values
from coachapp.domain.copies import Removed
from coachapp.domain.history import Change, Made, Write
from coachapp.domain.values import Stamp
from coachapp.storage import sizes
from coachapp.storage.statements import put
from coachapp.storage.tables import METADATA

_CHANGES: Final = METADATA.tables["changes"]
_WRITES: Final = METADATA.tables["writes"]


def write(connection: Connection, steps: Sequence[Made]) -> dict[str, Removed]:
    """Keep these steps; returns by its id each item that one of them removed, as it was just before."""
    replaced = {step.replaces for step in steps if step.replaces}
    for stamp in replaced:
        _forget(connection, stamp)
    made = [step for step in steps if step.after.clock not in replaced]
    changes = [step.change() for step in made]
    keep(connection, changes)
    return {
        one.id: one
        for step, change in zip(made, changes, strict=True)
        for one in copies.removed_by(step, change)
    }


def keep(connection: Connection, changes: Iterable[Change]) -> None:
    changes = tuple(changes)
    put(connection, _CHANGES, map(_change_row, changes))
    put(connection, _WRITES, (_write_row(change, write) for change in changes for write in change.writes))


def read(connection: Connection) -> tuple[Change, ...]:
    """Oldest first. Raises ValueError, TypeError or LookupError for what no CoachApp wrote."""
    for table in (_CHANGES, _WRITES):
        sizes.check(connection, table)
    written = defaultdict[Stamp, list[Write]](list)
    for counter, device, item_id, kind, was, now in connection.execute(select(_WRITES)):
        written[Stamp(counter, device)].append(Write(kind, item_id, _fields(was), _fields(now)))
    rows = connection.execute(select(_CHANGES).order_by(_CHANGES.c.counter, _CHANGES.c.device))
    stamped = ((Stamp(counter, device), _moment(at), label) for counter, device, at, label in rows)
    return tuple(Change(stamp, at, label, tuple(written[stamp])) for stamp, at, label in stamped)


def prune(connection: Connection, day: str) -> None:
    """Forget what was before this day."""
    old = select(_CHANGES.c.counter, _CHANGES.c.device).where(_CHANGES.c.made_at < day)
    for stamp in connection.execute(old).all():
        _forget(connection, Stamp(*stamp))


def forget_items(connection: Connection, item_ids: Collection[str], names: Collection[str]) -> None:
    """Nothing of what these items held is told any more, nor what they were called."""
    for item_id in item_ids:
        connection.execute(delete(_WRITES).where(_WRITES.c.item_id == item_id))
    columns = (_CHANGES.c.counter, _CHANGES.c.device, _CHANGES.c.label)
    for counter, device, label in connection.execute(select(*columns)).all():
        if any(f"“{name}”" in label for name in names):
            one = update(_CHANGES).where(_CHANGES.c.counter == counter, _CHANGES.c.device == device)
            connection.execute(one.values(label=""))


def _forget(connection: Connection, stamp: Stamp) -> None:
    for table in (_WRITES, _CHANGES):
        connection.execute(
            delete(table).where(table.c.counter == stamp.counter, table.c.device == stamp.device)
        )


def _change_row(change: Change) -> dict[str, Any]:
    counter, device = change.stamp.counter, change.stamp.device
    return {"counter": counter, "device": device, "made_at": change.at, "label": change.label}


def _write_row(change: Change, write: Write) -> dict[str, Any]:
    counter, device = change.stamp.counter, change.stamp.device
    texts = {"was": _text(write.was), "now": _text(write.now)}
    return {"counter": counter, "device": device, "item_id": write.item_id, "kind": write.kind, **texts}


def _moment(at: str) -> str:
    """Its day is one that exists."""
    day = at[: len("2026-08-31")]
    if len(day) < len("2026-08-31") or values.date(day) != day:
        raise ValueError(at)
    return at


def _text(fields: Any) -> str:
    return "" if fields is None else json.dumps(dict(fields), ensure_ascii=False, separators=(",", ":"))


def _fields(text: str) -> dict[str, Any] | None:
    if not text:
        return None
    fields = json.loads(text)
    if type(fields) is not dict:
        raise TypeError(text)
    return fields
