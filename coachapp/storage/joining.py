"""Joining another copy into an open portfolio file, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection

from coachapp.domain.copies import Copy
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped
from coachapp.domain.tidying import tidied
from coachapp.storage import whole
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key


def copy_in(path: Path, key: Key | None) -> Copy:
    """What a file holds, whole; it is not changed. Raises a CoachError."""
    file = open_file(path, key, read_only=True)
    try:
        return copy_of(file)
    finally:
        file.close()


def copy_of(file: PortfolioFile, portfolio: Portfolio | None = None) -> Copy:
    """What an open file holds, whole; `portfolio` is its value where that is known."""
    return file.read(lambda connection: whole.read(connection, portfolio))


def join(file: PortfolioFile, saved: Portfolio, other: Copy, device: str) -> Portfolio:
    """Join a copy into a file that holds `saved`; returns what it holds then, which may be the same.

    What then has to be put right is a change by `device`. Raises AnotherPortfolio and what
    `PortfolioFile.change` raises: nothing was written.
    """

    def work(connection: Connection, held: Portfolio) -> Portfolio:
        mine = whole.read(connection, held)
        both = joined(mine, other)
        if both == mine and both.portfolio.clock == held.clock:
            return held
        after = stamped(both.portfolio, tidied(both.portfolio), device)
        whole.write(connection, held, both, after)
        return after

    return file.change(saved, work)
