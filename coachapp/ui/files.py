"""What the window may ask of portfolio files; who starts the program hands these functions over.

What belongs to one part of the window stands in the `ways.py` of its folder.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachapp.errors import CoachError
from coachapp.ui.along.ways import TakingAlong
from coachapp.ui.backups.ways import Safekeeping
from coachapp.ui.evidence.ways import EvidenceWays
from coachapp.ui.open_file import OpenFile
from coachapp.ui.requests import Export, HandOver, Join, Keep
from coachapp.ui.start.ways import Rescue, Restore

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.history import Change
    from coachapp.domain.portfolio import Portfolio
    from coachapp.domain.removals import Removal
    from coachapp.exchange.exports import Exported
    from coachapp.ui.coachbook.ways import CoachBookWays


class Keys(NamedTuple):
    """About what opens a file; all but `words` may take long, all raise a CoachError.

    `open(path, words, read_only)` takes the words of a sheet, `words(file)` gives them. `prove(file, text)`
    is for its passphrase or words; `change(file, passphrase)` gives the backups that still need the old one.
    """

    open: Callable[[Path, str, bool], OpenFile]
    words: Callable[[OpenFile], tuple[str, ...]]
    prove: Callable[[OpenFile, str], None]
    change: Callable[[OpenFile, str], tuple[Path, ...]]


class Past(NamedTuple):
    """What lies in the file beside the portfolio; each may take long and raise a CoachError.

    `forget(file, ids)`: of these removed items nothing is kept but that they were removed.
    """

    history: "Callable[[OpenFile], tuple[Change, ...]]"
    removals: "Callable[[OpenFile], tuple[Removal, ...]]"
    forget: Callable[[OpenFile, Sequence[str]], None]


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
