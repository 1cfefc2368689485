"""A new portfolio file of a whole copy with its evidence."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from coachapp.domain import copies
from coachapp.domain.copies import Copy
from coachapp.domain.history import Made
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import creation, evidence, joining, keys, whole
from coachapp.storage.faults import DamagedFile, NotCreated, NotReadable, SaveFailed
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key

Step = Callable[[], object]


def restore(
    copy: Copy,
    contents: Iterable[Iterator[bytes]],
    path: Path,
    key: Key | None,
    step: Step = lambda: None,
) -> None:
    """It is read back before it gets its name. Raises a CoachError, and then nothing was made.

    `step` is taken often; what that raises ends it.
    """

    def fill(file: PortfolioFile) -> None:
        for pieces in contents:
            step()
            evidence.take_pieces(file, pieces)

    _make(copy, fill, path, key, step)


def keep(
    file: PortfolioFile | None, saved: Portfolio, steps: Sequence[Made], path: Path, passphrase: str | None
) -> tuple[PortfolioFile, bool]:
    """Put all that an open file holds, with the steps since, in a new one; no file: a guest's portfolio.

    Says whether that is all: what can't be read in the old one stays out. The old one is closed if it is
    gone and the new one takes its place.
    """
    copy, is_whole = _held(file, saved, steps)

    def fill(new: PortfolioFile) -> None:
        nonlocal is_whole
        is_whole = _bring(file, new) and is_whole

    key = None if passphrase is None else keys.fresh(passphrase)
    _make(copy, fill, path, key)
    if file and path.resolve() == file.path.resolve():
        file.close()
    return open_file(path, key), is_whole


def _held(file: PortfolioFile | None, saved: Portfolio, steps: Sequence[Made]) -> tuple[Copy, bool]:
    if file:
        try:
            return joining.copy_with(file, saved, steps), True
        except CoachError:
            pass
    return joining.left_behind(None, saved, steps), file is None


def _bring(file: PortfolioFile | None, new: PortfolioFile) -> bool:
    """Whether all evidence came along."""
    if file is None:
        return True
    try:
        evidence.bring(file, new)
        return evidence.sizes(file).keys() <= evidence.sizes(new).keys()
    except (DamagedFile, NotReadable):
        return False


def _make(
    copy: Copy,
    fill: Callable[[PortfolioFile], object],
    path: Path,
    key: Key | None,
    step: Step = lambda: None,
) -> None:
    shown = copy.portfolio
    with creation.drafted(path) as draft:
        creation.make(draft, shown, key, lambda connection: whole.write(connection, shown, copy, shown))
        step()
        with closing(open_file(draft, key)) as new:
            try:
                fill(new)
            except SaveFailed as error:
                raise NotCreated(name=path.name, reason=error.fields["reason"]) from None
            if not _holds(new, copy, step):
                raise NotCreated(
                    name=path.name, reason=_("What was written there is not what is read there.")
                )


def _holds(new: PortfolioFile, copy: Copy, step: Step) -> bool:
    """Whether it gives back all of the copy, and each of its files as it was."""
    is_same = copies.same(joining.copy_of(new, new.portfolio), copy)
    for digest in evidence.sizes(new) if is_same else ():
        step()
        if not evidence.is_sound(new, digest):
            return False
    step()
    return is_same
