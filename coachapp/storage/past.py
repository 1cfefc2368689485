"""What lies in an open file beside the portfolio: its history, and what was removed."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from coachapp.domain.history import Change
from coachapp.domain.removals import Removal
from coachapp.domain.removals import removals as in_rows
from coachapp.storage import history as kept
from coachapp.storage import removed
from coachapp.storage.file import PortfolioFile

_DAYS_IN_BIN: Final = 90


def history(file: PortfolioFile) -> tuple[Change, ...]:
    """Oldest first; raises DamagedFile."""
    return file.read(kept.read)


def removals(file: PortfolioFile) -> tuple[Removal, ...]:
    """What the bin holds, newest first; what lay there too long goes now."""
    if not file.read_only:
        file.put(lambda connection: removed.empty(connection, _oldest()))
    gone, changes = file.read(lambda connection: (removed.read(connection), kept.read(connection)))
    return in_rows(gone, changes)


def forget(file: PortfolioFile, item_ids: Sequence[str]) -> None:
    """Of these removed items nothing is kept but that they were removed.

    The bytes of evidence go when the file is closed: until then undo may bring an item back.
    """

    def work(connection: Connection) -> None:
        removed.forget(connection, item_ids)
        kept.forget_items(connection, item_ids)

    file.put(work)


def _oldest() -> str:
    return (dt.date.today() - dt.timedelta(days=_DAYS_IN_BIN)).isoformat()  # noqa: DTZ011 - the owner's day
