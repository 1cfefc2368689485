"""What lies in an open file beside the portfolio: its history, and what was removed."""

from collections.abc import Sequence

from sqlalchemy import Connection

from coachapp.domain.history import Change, names_of, with_cards
from coachapp.domain.removals import Removal
from coachapp.domain.removals import removals as in_rows
from coachapp.storage import boards_then, removed
from coachapp.storage import history as kept
from coachapp.storage.file import PortfolioFile


def history(file: PortfolioFile) -> tuple[Change, ...]:
    """Oldest first; raises DamagedFile."""
    return file.read(kept.read)


def removals(file: PortfolioFile) -> tuple[Removal, ...]:
    """What the bin holds, newest first; what lay there too long goes now."""
    if not file.read_only:
        file.put(removed.empty)
    gone, changes = file.read(lambda connection: (removed.read(connection), kept.read(connection)))
    return in_rows(gone, changes)


def forget(file: PortfolioFile, item_ids: Sequence[str]) -> None:
    """Of these removed items nothing is kept but that they were removed, also on boards of earlier days.

    The portfolio's own snapshots are changed before, by `removals.forgotten`.

    The bytes of evidence go when the file is closed: until then undo may bring an item back.
    """
    changes = file.read(kept.read)
    ids = frozenset(item_id for one in item_ids for item_id in with_cards(changes, one))
    names = names_of(changes, item_ids)

    def work(connection: Connection) -> None:
        removed.forget(connection, ids)
        kept.forget_items(connection, ids, names)
        boards_then.forget(connection, ids)

    file.put(work)
