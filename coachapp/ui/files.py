"""What the window may ask of portfolio files; who starts the program hands these functions over."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coachapp.errors import CoachError

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.portfolio import Portfolio


class WhyReadOnly(Protocol):
    """Why a file is open to look only: in a few words, and whole with what to do next."""

    def brief(self) -> str: ...

    def text(self) -> str: ...


class OpenFile(Protocol):
    """A portfolio file that is open; `portfolio` is as it was read."""

    path: Path
    portfolio: "Portfolio"
    read_only: bool

    @property
    def why_read_only(self) -> WhyReadOnly | None: ...

    def save(self, before: "Portfolio", after: "Portfolio") -> None: ...

    def close(self) -> None: ...


class Files(NamedTuple):
    """The first three may take long and raise a CoachError; `may_look`: after this one it can still be read.

    `open(path, passphrase, read_only)` and `create(path, portfolio, passphrase)`: None is no passphrase.
    """

    needs_passphrase: Callable[[Path], bool]
    open: Callable[[Path, str | None, bool], OpenFile]
    create: Callable[[Path, "Portfolio", str | None], OpenFile]
    may_look: Callable[[CoachError], bool]
