"""How much may lie in a table, looked at before anything is read into memory."""

from typing import Final

from sqlalchemy import Connection, Table

# A portfolio of a whole life stays far below; a file made to fill the memory does not.
_MOST_ROWS: Final = 200_000
_MOST_WRITES: Final = 2_000_000
_LONGEST: Final = 4_000_000


def check(connection: Connection, table: Table) -> None:
    """Raises ValueError; octet_length doesn't read the value itself."""
    most = _MOST_WRITES if table.name in ("changes", "writes") else _MOST_ROWS
    length = " + ".join(f"octet_length({column.name})" for column in table.c)
    query = f"SELECT count(*), max({length}) FROM {table.name}"  # noqa: S608 - names of our own
    count, longest = connection.exec_driver_sql(query).one()
    if count > most or (longest or 0) > _LONGEST:
        raise ValueError(table.name)
