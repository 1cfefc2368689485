"""Reading all rows into a portfolio, and writing what differs between two portfolios."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from coachapp.domain import snapshot
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.rules import check
from coachapp.domain.stamps import difference
from coachapp.domain.values import Stamp
from coachapp.storage import mapping
from coachapp.storage.tables import METADATA

# A portfolio of a whole life stays far below; a file made to fill the memory does not.
_MOST_ROWS: Final = 200_000
_LONGEST: Final = 4_000_000

_TABLES: Final = METADATA.tables
_PORTFOLIO: Final = _TABLES["portfolio"]
_FRAMEWORK: Final = _TABLES["framework"]
_TOMBSTONES: Final = _TABLES["tombstones"]


def read(connection: Connection) -> Portfolio:
    """Raises a CoachError, ValueError, TypeError, LookupError, ArithmeticError or RecursionError."""
    for table in _TABLES.values():
        _check_size(connection, table)
    (framework,) = connection.execute(select(_FRAMEWORK.c.snapshot)).scalars()
    items = {kind: _items(connection, kind, cls) for kind, cls in KINDS.items()}
    rows = _select(connection, _PORTFOLIO, Portfolio)
    portfolio = mapping.to_portfolio(rows, framework=snapshot.from_json(framework), **items)
    for kind in KINDS:
        check(portfolio, kind, items[kind])
    return portfolio


def write(connection: Connection, before: Portfolio | None, after: Portfolio) -> None:
    """Write the difference, compared by identity; nothing before: everything."""
    for kind in KINDS:
        gone, fresh = difference(getattr(before, kind, ()), getattr(after, kind))
        _put(connection, _TABLES[kind], map(mapping.to_row, fresh))
        _drop(connection, _TABLES[kind], gone)
        _put(connection, _TOMBSTONES, (_tombstone(item_id, kind, after) for item_id in gone))
        _drop(connection, _TOMBSTONES, (item.id for item in fresh))
    if getattr(before, "framework", None) is not after.framework:
        framework = {"id": after.framework.id, "snapshot": snapshot.to_json(after.framework)}
        connection.execute(delete(_FRAMEWORK))
        _put(connection, _FRAMEWORK, (framework,))
    _put(connection, _PORTFOLIO, (mapping.to_row(after),))


def clock(connection: Connection) -> Stamp:
    """Says which portfolio the file holds: no two have the same."""
    row = connection.execute(select(_PORTFOLIO.c.clock_counter, _PORTFOLIO.c.clock_device)).first()
    return Stamp(*(row or ()))


def _items(connection: Connection, kind: str, cls: type) -> tuple[Any, ...]:
    return mapping.to_items(cls, _select(connection, _TABLES[kind], cls))


def _select(connection: Connection, table: Table, cls: type) -> Sequence[Any]:
    columns = [table.c[name] for name in mapping.columns(cls)]
    cursor = connection.execute(select(*columns).order_by(table.c.id)).cursor
    assert cursor is not None
    return cursor.fetchall()


def _check_size(connection: Connection, table: Table) -> None:
    """Before anything is read into memory; octet_length doesn't read the value itself."""
    length = " + ".join(f"octet_length({column.name})" for column in table.c)
    query = f"SELECT count(*), max({length}) FROM {table.name}"  # noqa: S608 - names of our own
    count, longest = connection.exec_driver_sql(query).one()
    if count > _MOST_ROWS or (longest or 0) > _LONGEST:
        raise ValueError(table.name)


def _tombstone(item_id: str, kind: str, after: Portfolio) -> dict[str, Any]:
    clock = after.clock
    return {"id": item_id, "kind": kind, "stamp_counter": clock.counter, "stamp_device": clock.device}


def _put(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if rows := list(rows):
        connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def _drop(connection: Connection, table: Table, ids: Iterable[str]) -> None:
    if rows := [{"gone": item_id} for item_id in ids]:
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), rows)
