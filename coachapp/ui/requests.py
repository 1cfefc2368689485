"""What a window asks to be made with all that an open file holds: `saved`, and the steps since."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachapp.ui.open_file import OpenFile

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.handing_over import Chosen
    from coachapp.domain.history import Made
    from coachapp.domain.portfolio import Portfolio, Shared
    from coachapp.exchange.exports import Form


class Join(NamedTuple):
    """Joining a copy at `path` into an open file that holds `saved`; None is the passphrase of the file.

    The file's own path stands for what another program put there; then `steps` are not saved yet.
    """

    file: OpenFile
    saved: "Portfolio"
    steps: "Sequence[Made]"
    path: Path
    passphrase: str | None
    device: str


class Keep(NamedTuple):
    """Putting all that an open file holds, which is `saved`, with the steps since, in a new file.

    No file: a guest's portfolio; no passphrase: not encrypted.
    """

    file: OpenFile | None
    saved: "Portfolio"
    steps: "Sequence[Made]"
    path: Path
    passphrase: str | None


class Export(NamedTuple):
    """Writing all that an open file holds, which is `saved`, with the steps since, to `path`.

    `told` gets the bytes of evidence so far, and all; what it raises stops it.
    """

    file: OpenFile
    saved: "Portfolio"
    steps: "Sequence[Made]"
    path: Path
    form: "Form"
    told: Callable[[int, int], object]


class HandOver(NamedTuple):
    """Writing a copy of the chosen parts of an open file, which is `saved`, with the steps since, to `path`.

    `left` is how it is listed as shared.
    """

    file: OpenFile
    saved: "Portfolio"
    steps: "Sequence[Made]"
    chosen: "Chosen"
    left: "Shared"
    path: Path
    passphrase: str
