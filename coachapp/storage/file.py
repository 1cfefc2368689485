"""An open portfolio file: made, opened, saved, closed. Import it only when needed: SQL is slow to load."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine

from coachapp.domain.history import Made
from coachapp.domain.partial import kept_as
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import backups, creation, keys, removed, rows
from coachapp.storage.form import Form
from coachapp.storage.keys import Key
from coachapp.storage.opened import OpenedFile
from coachapp.storage.portfolio_form import PORTFOLIO

Work = Callable[[Connection, Portfolio], Portfolio]


class PortfolioFile(OpenedFile[Portfolio]):
    """`portfolio` is what was read at opening."""

    form: ClassVar[Form[Any]] = PORTFOLIO

    def __init__(self, path: Path, place: Path, key: Key | None, *, read_only: bool) -> None:
        self._emptied = False  # the bin, of what lay in it too long
        super().__init__(path, place, key, read_only=read_only)
        self.portfolio = self.value

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None:
        """Write the difference in one transaction. Raises SaveFailed or FileReplaced: nothing was written."""

        def write(connection: Connection, held: Portfolio) -> Portfolio:
            rows.write(connection, held, after, steps)
            if not self._emptied:
                removed.empty(connection)
            return after

        self.change(before, write)
        self._emptied = True

    @property
    def kept_as(self) -> str:
        return kept_as(self.portfolio)

    def _before_update(self, database: Engine, key: Key | None) -> None:
        backups.before_update(database, key)


def create(path: Path, portfolio: Portfolio, passphrase: str | None) -> PortfolioFile:
    """Make a file, encrypted unless the passphrase is None, and open it; never overwrites one."""
    key = None if passphrase is None else keys.fresh(passphrase)
    creation.make(path, portfolio, key)
    return open_file(path, key)


def open_file(path: Path, key: Key | None, *, read_only: bool = False) -> PortfolioFile:
    """Raises a CoachError; a plain file needs no key. One that may not be written opens read-only."""
    return PortfolioFile.opened(path, key, read_only=read_only)
