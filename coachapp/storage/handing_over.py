"""Writing a copy of chosen parts: a file made anew, never an old one from which things were taken."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from coachapp.domain import handing_over
from coachapp.domain.copies import Copy
from coachapp.domain.handing_over import Chosen
from coachapp.domain.history import Made
from coachapp.domain.portfolio import Portfolio, Shared
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import evidence, joining, keys, restoring
from coachapp.storage.file import PortfolioFile


class OwnPassphrase(CoachError):
    """Who has the copy could open the portfolio with it."""

    def _template(self) -> str:
        return _("This is the passphrase of the portfolio itself. Choose another one for the copy.")


class HandingOver(NamedTuple):
    """Of an open file that holds `saved`, with the steps since: what goes where, and how it is listed."""

    file: PortfolioFile
    saved: Portfolio
    steps: Sequence[Made]
    chosen: Chosen
    left: Shared
    path: Path
    passphrase: str | None


def write(asked: HandingOver, step: Callable[[], object] = lambda: None) -> int:
    """Make it, whole and read back, or nothing; returns its size. Raises a CoachError.

    `step` is taken often; what that raises ends it.
    """
    if asked.passphrase and asked.file.opens_with(asked.passphrase):
        raise OwnPassphrase
    whole = joining.copy_with(asked.file, asked.saved, asked.steps)
    copy = Copy(handing_over.handed_over(whole.portfolio, asked.chosen, asked.left), seen=whole.seen)
    key = None if asked.passphrase is None else keys.fresh(asked.passphrase)
    restoring.restore(copy, _contents(asked.file, copy.portfolio), asked.path, key, step)
    return asked.path.stat().st_size


def _contents(file: PortfolioFile, copy: Portfolio) -> Iterator[Iterator[bytes]]:
    """The bytes of the chosen files; what is damaged stays out, and is told where it is looked at."""
    there = handing_over.digests(copy) & evidence.sizes(file).keys()
    for digest in sorted(there):
        if evidence.is_sound(file, digest):
            yield evidence.pieces(file, digest, digest)
