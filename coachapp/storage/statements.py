"""The few statements that rows are written with; each gives the same when repeated."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert


def put(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if rows := list(rows):
        connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def drop(connection: Connection, table: Table, ids: Iterable[str]) -> None:
    if rows := [{"gone": item_id} for item_id in ids]:
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), rows)
