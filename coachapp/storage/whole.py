"""A whole copy in a file, with what lies beside the portfolio: for joining, exporting and copying."""

from sqlalchemy import Connection

from coachapp.domain.copies import Copy
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import history, removed, rows, sessions


def read(connection: Connection, portfolio: Portfolio | None = None) -> Copy:
    """Raises what `rows.read` raises."""
    return Copy(
        portfolio or rows.read(connection),
        removed.read(connection),
        sessions.read(connection),
        history.read(connection),
    )


def write(connection: Connection, held: Portfolio | None, copy: Copy, shown: Portfolio) -> None:
    """Put this copy in the place of what the file holds (`held`); `shown` is its portfolio, tidied."""
    rows.write(connection, held, copy.portfolio)
    removed.keep(connection, copy.removed)
    sessions.replace(connection, copy.seen)
    history.keep(connection, copy.changes)
    if copy.portfolio.history_since:
        history.prune(connection, copy.portfolio.history_since)
    if shown is not copy.portfolio:
        rows.write(connection, copy.portfolio, shown)
