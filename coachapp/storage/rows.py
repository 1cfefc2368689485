"""Reading rows into a portfolio, and writing what differs between two portfolios."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, select

from coachapp.domain import copies, registers, snapshot, variants
from coachapp.domain.history import Made
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.rules import check
from coachapp.domain.stamps import difference
from coachapp.domain.values import Stamp
from coachapp.storage import history, mapping, removed, sessions, sizes
from coachapp.storage.statements import drop, put
from coachapp.storage.tables import METADATA, OPENED

_TABLES: Final = METADATA.tables
_PORTFOLIO: Final = _TABLES["portfolio"]
_FRAMEWORK: Final = _TABLES["framework"]
_TOMBSTONES: Final = _TABLES["tombstones"]
_VARIANTS: Final = _TABLES["variants"]


def read(connection: Connection) -> Portfolio:
    """Raises a CoachError, ValueError, TypeError, LookupError, ArithmeticError or RecursionError."""
    for name in OPENED:
        sizes.check(connection, _TABLES[name])
    (framework,) = connection.execute(select(_FRAMEWORK.c.snapshot)).scalars()
    found = {kind: items(connection, _TABLES[kind], cls) for kind, cls in KINDS.items()}
    kept = items(connection, _VARIANTS, Variant)
    rows = selected(connection, _PORTFOLIO, Portfolio)
    framework = snapshot.from_json(framework)
    portfolio = mapping.to_one(Portfolio, rows, framework=framework, variants=kept, **found)
    for kind in KINDS:
        check(portfolio, kind, found[kind])
    for item in (portfolio, *(item for some in found.values() for item in some if item.written)):
        registers.stamps(item)
    for variant in kept:
        variants.value(variant)
    return portfolio


def write(
    connection: Connection, before: Portfolio | None, after: Portfolio, steps: Sequence[Made] = ()
) -> None:
    """Write the difference, compared by identity, and the steps that led to it; nothing before: all."""
    known = history.write(connection, steps)
    removed.keep(connection, known.values())
    for kind in KINDS:
        old, new = getattr(before, kind, ()), getattr(after, kind)
        lost = _write_items(connection, kind, old, new)
        rest = [item for item in lost if item.id not in known]
        removed.keep(connection, (copies.gone(item, kind, after.clock, _today()) for item in rest))
    gone, kept = difference(getattr(before, "variants", ()), after.variants)
    put(connection, _VARIANTS, ({"id": v.id, **mapping.to_row(v)} for v in kept))
    drop(connection, _VARIANTS, gone)
    if getattr(before, "framework", None) is not after.framework:
        framework = {"id": after.framework.id, "snapshot": snapshot.to_json(after.framework)}
        connection.execute(delete(_FRAMEWORK))
        put(connection, _FRAMEWORK, (framework,))
    put(connection, _PORTFOLIO, (mapping.to_row(after),))
    clock = {after.clock.device: after.clock.counter}
    sessions.keep(connection, sessions.told_by(after) if before is None else clock)
    if after.history_since > getattr(before, "history_since", ""):
        history.prune(connection, after.history_since)


def _write_items(
    connection: Connection, kind: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> list[Any]:
    """Returns what is no longer there."""
    gone, fresh = difference(before, after)
    put(connection, _TABLES[kind], map(mapping.to_row, fresh))
    drop(connection, _TABLES[kind], gone)
    drop(connection, _TOMBSTONES, (item.id for item in fresh))
    return [item for item in before if item.id in gone] if gone else []


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the owner's day


def clock(connection: Connection) -> Stamp:
    """Says which portfolio the file holds: no two have the same."""
    return clock_in(connection, _PORTFOLIO)


def clock_in(connection: Connection, table: Table) -> Stamp:
    """The clock in the one row of this table."""
    row = connection.execute(select(table.c.clock_counter, table.c.clock_device)).first()
    return Stamp(*(row or ()))


def items(connection: Connection, table: Table, cls: type) -> tuple[Any, ...]:
    return mapping.to_items(cls, selected(connection, table, cls))


def selected(connection: Connection, table: Table, cls: type) -> Sequence[Any]:
    """In plain SQL: each file is opened anew, and SQLAlchemy would compile each statement anew."""
    query = f"SELECT {', '.join(mapping.columns(cls))} FROM {table.name} ORDER BY id"  # noqa: S608 - our names
    cursor = connection.exec_driver_sql(query).cursor
    assert cursor is not None
    return cursor.fetchall()
