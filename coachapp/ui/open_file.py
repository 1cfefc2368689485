"""What a window knows of a portfolio file that is open, and of who else has it open."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the start page is painted before the domain is read
    import datetime as dt

    from coachapp.domain.history import Made
    from coachapp.domain.portfolio import Portfolio


class WhyReadOnly(Protocol):
    """Why a file is open to look only: in a few words, and whole with what to do next."""

    def brief(self) -> str: ...

    def text(self) -> str: ...


class Holder(Protocol):
    """Who has a file open, or had."""

    @property
    def user(self) -> str: ...

    @property
    def machine(self) -> str: ...

    @property
    def since(self) -> "dt.datetime | None": ...


class Traces(Protocol):
    """When a program was stopped at its work with the file, or who may have it open elsewhere."""

    @property
    def stopped_at(self) -> "dt.datetime | None": ...

    @property
    def elsewhere(self) -> Holder | None: ...


class OpenFile(Protocol):
    """A portfolio file that is open; `portfolio` is as it was read."""

    path: Path
    portfolio: "Portfolio"
    read_only: bool
    encrypted: bool

    @property
    def traces(self) -> Traces: ...

    @property
    def why_read_only(self) -> WhyReadOnly | None: ...

    def save(self, before: "Portfolio", after: "Portfolio", steps: "Sequence[Made]" = ()) -> None: ...

    def close(self) -> None: ...

    def opens_with(self, passphrase: str) -> bool:
        """Whether it is the one of this file; takes long."""
        ...

    def look(self) -> tuple[bool, bool]:
        """Whether another has the file open for writing, and whether it is newer; may take long."""
        ...

    def again(self, *, read_only: bool) -> "OpenFile":
        """The file as it is now; takes long, and raises a CoachError."""
        ...
