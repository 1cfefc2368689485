"""Joining another copy into an open portfolio file, in one transaction."""

import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from coachapp.domain.copies import Copy, advanced
from coachapp.domain.handing_over import returned
from coachapp.domain.history import Made
from coachapp.domain.merging import AnotherPortfolio, joined
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped
from coachapp.domain.tidying import tidied
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import creation, evidence, faults, rows, sessions, whole
from coachapp.storage.connection import FAULTS
from coachapp.storage.copying import Stopped
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.reasons import reason


class NotJoined(CoachError):
    """`reason`: why the file could not be written, as a plain sentence."""

    def _template(self) -> str:
        return _("Nothing was joined; “{name}” is as it was. {reason} Try it again when that is solved.")


class NotRemoved(CoachError):
    """`reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” could not be removed. {reason}")


def copy_of(file: PortfolioFile, portfolio: Portfolio) -> Copy:
    """What an open file holds, whole; `portfolio` is its value. Raises DamagedFile if that is not so."""

    def work(connection: Connection) -> Copy:
        if rows.clock(connection) != portfolio.clock:
            raise ValueError(portfolio.clock)
        return whole.read(connection, portfolio)

    return file.read(work)


def copy_with(file: PortfolioFile, saved: Portfolio, steps: Sequence[Made]) -> Copy:
    """The same with the steps since, which may have been saved meanwhile; raises DamagedFile."""
    after = steps[-1].after if steps else saved
    try:
        return advanced(copy_of(file, saved), after, steps)
    except faults.DamagedFile:
        return copy_of(file, after)


def left_behind(file: PortfolioFile | None, saved: Portfolio, steps: Sequence[Made]) -> Copy:
    """The same of a file that may be damaged or gone.

    Where nothing of it can be read any more, what the window still holds is all there is.
    """
    if file:
        with suppress(CoachError):
            return copy_with(file, saved, steps)
    copy = Copy(saved, seen=sessions.told_by(saved))
    return advanced(copy, steps[-1].after if steps else saved, steps)


def join(file: PortfolioFile, saved: Portfolio, other: PortfolioFile, device: str) -> Portfolio:
    """Join a copy into a file that holds `saved`; returns what it holds then, which may be the same.

    What then has to be put right is a change by `device`. Raises AnotherPortfolio and what
    `PortfolioFile.change` raises: nothing was written but for bytes that nothing refers to.
    """
    copy = copy_of(other, other.portfolio)
    if copy.portfolio.id != saved.id:
        raise AnotherPortfolio
    with faults.told_as(NotJoined, file.path.name):
        evidence.bring(other, file)
        return _join(file, saved, copy, device)


def go_on_in_its_place(
    file: PortfolioFile, saved: Portfolio, steps: Sequence[Made], device: str
) -> tuple[PortfolioFile, Portfolio]:
    """Open what another program put in the file's place and join there what we had, `steps` included.

    Raises a CoachError; the old file stays open while the new one can't be opened.
    """
    key, ours = file.key, left_behind(file, saved, steps)
    open_file(file.path, key, read_only=True).close()
    with _aside(file) as aside:
        file.close()
        new = open_file(file.path, key)
        try:
            if aside:
                with closing(open_file(aside, key, read_only=True)) as old:
                    evidence.bring(old, new)
            return new, _join(new, new.portfolio, ours, device)
        except BaseException:
            new.close()
            raise


def into_new_file(file: PortfolioFile, other: PortfolioFile, result: Path, device: str) -> Portfolio:
    """Make a new file, with the key of the first, that holds both; raises a CoachError, and makes nothing."""
    with creation.drafted(result) as draft:
        file.copy_to(draft)
        with closing(open_file(draft, file.key)) as new:
            return join(new, new.portfolio, other, device)


def _join(file: PortfolioFile, saved: Portfolio, other: Copy, device: str) -> Portfolio:
    def work(connection: Connection, held: Portfolio) -> Portfolio:
        mine = whole.read(connection, held)
        both = joined(mine, other)
        after = returned(tidied(both.portfolio), other.portfolio, _today())
        if both == mine and both.portfolio.clock == held.clock and after == held:
            return held
        after = stamped(both.portfolio, after, device)
        whole.write(connection, held, both, after)
        return after

    return file.change(saved, work)


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the owner's day


@contextmanager
def _aside(file: PortfolioFile) -> Iterator[Path | None]:
    """A copy of a file that has lost its name, for the bytes of evidence in it; it goes again."""
    place = file.path.with_name(f".{file.path.name}.{secrets.token_hex(4)}")
    try:
        try:
            file.copy_to(place)
        except Stopped:  # the window was closed meanwhile: the file stays replaced
            raise faults.FileReplaced(name=file.path.name) from None
        except (CoachError, *FAULTS, OSError):
            yield None
        else:
            yield place
    finally:
        with suppress(OSError):
            place.unlink()


def discard(path: Path) -> None:
    """Remove a copy that was joined; raises NotRemoved."""
    try:
        path.unlink()
    except OSError as error:
        raise NotRemoved(name=path.name, reason=reason(error, path)) from None
