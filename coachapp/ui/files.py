"""What the window may ask of portfolio files; who starts the program hands these functions over."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from coachapp.errors import CoachError

if TYPE_CHECKING:  # the start page is painted before the domain is read
    import datetime as dt

    from coachapp.domain.handing_over import Chosen
    from coachapp.domain.history import Change, Made
    from coachapp.domain.portfolio import Portfolio, Shared
    from coachapp.domain.removals import Removal
    from coachapp.domain.retention import Backup
    from coachapp.domain.whereabouts import Copy, Erased
    from coachapp.exchange.exports import Exported, Form
    from coachapp.ui.coachbook.ways import CoachBookWays


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


class Keys(NamedTuple):
    """About what opens a file; all but `words` may take long, all raise a CoachError.

    `open(path, words, read_only)` takes the words of a sheet, `words(file)` gives them. `prove(file, text)`
    is for its passphrase or words; `change(file, passphrase)` gives the backups that still need the old one.
    """

    open: Callable[[Path, str, bool], OpenFile]
    words: Callable[[OpenFile], tuple[str, ...]]
    prove: Callable[[OpenFile, str], None]
    change: Callable[[OpenFile, str], tuple[Path, ...]]


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


class Taken(Protocol):
    """Bytes that were copied in: their SHA-256, hexadecimal, and how many they are."""

    @property
    def digest(self) -> str: ...

    @property
    def size(self) -> int: ...


class EvidenceWays(NamedTuple):
    """About files that are copied in. All but `tidy` raise a CoachError; all may take long.

    `take_in(file, path, told, may_go_on)` tells the bytes so far; `take_bytes(file, name, data)`;
    `read(file, digest, name)`; `save_as(file, digest, path)`; `tidy` removes what nothing refers to.
    `copy_out(file, digest, name)` makes a readable copy for another program; `forget_copies` removes all
    of those.
    """

    take_in: "Callable[[OpenFile, Path, Callable[[int], object], Callable[[], bool]], Taken]"
    take_bytes: Callable[[OpenFile, str, bytes], Taken]
    read: Callable[[OpenFile, str, str], bytes]
    save_as: Callable[[OpenFile, str, Path], None]
    tidy: Callable[[OpenFile], None]
    copy_out: Callable[[OpenFile, str, str], Path]
    forget_copies: Callable[[], None]


class Safekeeping(Protocol):
    """Backups and copies; each of these may take long. Those with a file raise a CoachError."""

    def use(self, folder: str, most_bytes: int) -> None: ...

    def note(self, file: Any) -> None: ...

    def forget_all(self) -> None: ...

    def make(self, file: Any, why: str) -> "Backup": ...

    def catch_up(self, file: Any) -> None: ...

    def after_work(self, file: Any) -> None: ...

    def listed(self, portfolio_id: str) -> "tuple[Backup, ...]": ...

    def with_another_key(self, paths: Iterable[Path], file: Any) -> frozenset[Path]: ...

    def with_older_key(self, file: Any) -> frozenset[Path]: ...

    def instead(self, path: Path, error: CoachError) -> "Backup | None": ...

    def put_back(self, backup: Path, new: Path, step: Callable[[], object]) -> None: ...

    def read(self, path: Path, file: Any, passphrase: str | None) -> "Portfolio": ...

    def prepare_return(
        self, path: Path, then: "Portfolio", file: Any, passphrase: str | None
    ) -> CoachError | None: ...

    def known(self, path: Path, portfolio_id: str, recent: Iterable[Path]) -> "tuple[Copy, ...]": ...

    def honest(self, *, encrypted: bool) -> tuple[str, str]: ...

    def erase(
        self,
        path: Path,
        portfolio: "Portfolio",
        copies: "Iterable[Copy]",
        *,
        encrypted: bool,
        along: Path | None = None,
    ) -> "Erased": ...


class Past(NamedTuple):
    """What lies in the file beside the portfolio; each may take long and raise a CoachError.

    `forget(file, ids)`: of these removed items nothing is kept but that they were removed.
    """

    history: "Callable[[OpenFile], tuple[Change, ...]]"
    removals: "Callable[[OpenFile], tuple[Removal, ...]]"
    forget: Callable[[OpenFile, Sequence[str]], None]


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


class Secret(NamedTuple):
    """What was typed to open a file: its passphrase or the words of its sheet; None: nothing was asked."""

    text: str | None = None
    by_sheet: bool = False


class Rescued(NamedTuple):
    """`kept`: how much of what; `lost`: sentences."""

    kept: tuple[tuple[int, str], ...]
    lost: tuple[str, ...]


class Rescue(NamedTuple):
    """What can be read of a damaged file, into a new one. The last two take long and raise a CoachError.

    `helps`: after this error; `make(path, secret, new, step)` calls `step` often; what that raises ends it.
    """

    helps: Callable[[CoachError], bool]
    needs_passphrase: Callable[[Path], bool]
    make: Callable[[Path, Secret, Path, Callable[[], object]], Rescued]


class Restore(NamedTuple):
    """An export as a portfolio again; `helps` after this error. Both take long.

    `make(path, new, passphrase, step)` raises a CoachError; it calls `step` often; what that raises ends it.
    """

    helps: Callable[[Path, CoachError], bool]
    make: Callable[[Path, Path, str | None, Callable[[], object]], OpenFile]


class TakingAlong(NamedTuple):
    """A copy on the owner's stick, before what is here is erased. All may take long and raise a CoachError.

    `disk(folder)` tells a stick from others; `here(path)`: whether it lies on this computer.
    `write(file, saved, path, disk)` copies a file that holds `saved`, and reads all of it back; `look_again`
    is the same question just before the erasing.
    """

    disk: Callable[[Path], int]
    here: Callable[[Path], bool]
    write: "Callable[[OpenFile, Portfolio, Path, int], None]"
    look_again: "Callable[[OpenFile, Portfolio, Path, int], None]"


class Files(NamedTuple):
    """The first three may take long and raise a CoachError; `may_look`: after this one it can still be read.

    `was_replaced`: another program put something else there. `copies_beside`: left by a sync program.
    `join` takes long, raises a CoachError, and gives the file that is open then with what it holds;
    `wants_passphrase`: after this error, with another one. `discard`: a copy that was joined.

    `keep` takes long, raises a CoachError, and gives the new file, open, and whether all is in it; the old
    one is closed if that is gone and the new one takes its place.
    `export` takes long, raises a CoachError, and tells where it is.
    `hand_over(asked, step)` takes long, raises a CoachError, and gives the size of the new file; it calls
    `step` often; what that raises ends it.
    `open(path, passphrase, read_only)` and `create(path, portfolio, passphrase)`: None is no passphrase.
    """

    needs_passphrase: Callable[[Path], bool]
    open: Callable[[Path, str | None, bool], OpenFile]
    create: Callable[[Path, "Portfolio", str | None], OpenFile]
    may_look: Callable[[CoachError], bool]
    was_replaced: Callable[[CoachError], bool]
    copies_beside: Callable[[Path], tuple[Path, ...]]
    keys: Keys
    join: Callable[[Join], tuple[OpenFile, "Portfolio"]]
    wants_passphrase: Callable[[CoachError], bool]
    discard: Callable[[Path], None]
    safekeeping: Safekeeping
    past: Past
    evidence: EvidenceWays
    keep: Callable[[Keep], tuple[OpenFile, bool]]
    export: "Callable[[Export], Exported]"
    hand_over: Callable[[HandOver, Callable[[], object]], int]
    rescue: Rescue
    restore: Restore
    along: TakingAlong
    coach_books: "CoachBookWays | None" = None
