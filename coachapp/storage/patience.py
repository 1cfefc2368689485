"""A bound on the work that SQLite does at once: a file may have been made to keep it busy for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection

# A portfolio of 5,000 activities takes one of these; a slow disk doesn't count.
_STEPS: Final = 1_000_000
_MOST: Final = 150


@contextmanager
def limited(connection: Connection) -> Iterator[None]:
    """Within, SQLite gives up with an error of its own after a few seconds of calculating."""
    left = _MOST

    def is_enough() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    raw: Any = connection.connection.driver_connection
    raw.set_progress_handler(is_enough, _STEPS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)
