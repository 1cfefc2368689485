"""A new portfolio file of a whole copy with its evidence."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from coachapp.domain import copies
from coachapp.domain.copies import Copy
from coachapp.domain.history import Made
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.storage import creation, evidence, joining, keys, whole
from coachapp.storage.faults import DamagedFile, NotCreated, NotReadable, SaveFailed
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key


def restore(copy: Copy, contents: Iterable[Iterator[bytes]], path: Path, key: Key | None) -> None:
    """It is read back before it gets its name. Raises a CoachError, and then nothing was made."""

    def fill(file: PortfolioFile) -> None:
        for pieces in contents:
            evidence.take_pieces(file, pieces)

    _make(copy, fill, path, key)


def keep(
    file: PortfolioFile | None, saved: Portfolio, steps: Sequence[Made], path: Path, passphrase: str | None
) -> PortfolioFile:
    """Put all that an open file holds, with the steps since, in a new one; no file: a guest's portfolio.

    What can't be read in the old one stays out. It is closed if it is gone and the new one takes its place.
    """

    def fill(new: PortfolioFile) -> None:
        if file:
            with suppress(DamagedFile, NotReadable):  # lost there is lost here, and said when it is asked for
                evidence.bring(file, new)

    key = None if passphrase is None else keys.fresh(passphrase)
    _make(joining.left_behind(file, saved, steps), fill, path, key)
    if file and path.resolve() == file.path.resolve():
        file.close()
    return open_file(path, key)


def _make(copy: Copy, fill: Callable[[PortfolioFile], object], path: Path, key: Key | None) -> None:
    shown = copy.portfolio
    with creation.drafted(path) as draft:
        creation.make(draft, shown, key, lambda connection: whole.write(connection, shown, copy, shown))
        with closing(open_file(draft, key)) as new:
            try:
                fill(new)
            except SaveFailed as error:
                raise NotCreated(name=path.name, reason=error.fields["reason"]) from None
            if not _holds(new, copy):
                raise NotCreated(
                    name=path.name, reason=_("What was written there is not what is read there.")
                )


def _holds(new: PortfolioFile, copy: Copy) -> bool:
    """Whether it gives back all of the copy, and each of its files as it was."""
    is_same = copies.same(joining.copy_of(new, new.portfolio), copy)
    return is_same and all(evidence.is_sound(new, digest) for digest in evidence.sizes(new))
