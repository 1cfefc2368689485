"""Joining another copy into an open portfolio file, in one transaction."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from coachapp.domain.copies import Copy, advanced
from coachapp.domain.history import Made
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped
from coachapp.domain.tidying import tidied
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import creation, faults, sessions, whole
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key


class NotRemoved(CoachError):
    """`reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” could not be removed. {reason}")


def copy_in(path: Path, key: Key | None) -> Copy:
    """What a file holds, whole; it is not changed. Raises a CoachError."""
    file = open_file(path, key, read_only=True)
    try:
        return copy_of(file, file.portfolio)
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


def left_behind(file: PortfolioFile, saved: Portfolio, steps: Sequence[Made]) -> Copy:
    """What an open file held before another program put something else in its place, and the steps since.

    Where nothing of it can be read any more, what the window still holds is enough to join.
    """
    try:
        copy = copy_of(file, saved)
    except CoachError:
        copy = Copy(saved, seen=sessions.told_by(saved))
    return advanced(copy, steps[-1].after if steps else saved, steps)


def go_on_in_its_place(file: PortfolioFile, ours: Copy, device: str) -> tuple[PortfolioFile, Portfolio]:
    """Open what another program put in the file's place and join there what we had.

    Raises a CoachError; the old file stays open while the new one can't be opened.
    """
    key = file.key
    open_file(file.path, key, read_only=True).close()
    file.close()
    new = open_file(file.path, key)
    try:
        return new, join(new, new.portfolio, ours, device)
    except BaseException:
        new.close()
        raise


def into_new_file(file: PortfolioFile, other: Copy, result: Path, device: str) -> Portfolio:
    """Make a new file, with the key of the first, that holds both; raises a CoachError, and makes nothing."""
    with creation.drafted(result) as draft:
        file.copy_to(draft)
        new = open_file(draft, file.key)
        try:
            return join(new, new.portfolio, other, device)
        finally:
            new.close()


def discard(path: Path) -> None:
    """Remove a copy that was joined; raises NotRemoved."""
    try:
        path.unlink()
    except OSError as error:
        raise NotRemoved(name=path.name, reason=faults.reason(error, path)) from None
