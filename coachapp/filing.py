"""What the window may ask of portfolio files, done by the storage."""

from collections.abc import Callable
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar

from coachapp import coach_filing
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.packs import default_framework
from coachapp.storage import (
    backups,
    drafts,
    evidence,
    file,
    handing_over,
    header,
    joining,
    keys,
    past,
    private_copies,
    recovery,
    rekeying,
    rescue,
    restoring,
    safekeeping,
    taking_along,
)
from coachapp.storage.beside import conflict_copies
from coachapp.storage.faults import (
    AFolder,
    AnotherKind,
    CutOff,
    DamagedFile,
    FileReplaced,
    InUse,
    NoPortfolio,
    PassphraseNeeded,
    TextFile,
    WrongPassphrase,
)
from coachapp.storage.file import PortfolioFile
from coachapp.ui import endings
from coachapp.ui.along.ways import TakingAlong
from coachapp.ui.evidence.ways import EvidenceWays
from coachapp.ui.files import Files, Keys, Past
from coachapp.ui.open_file import OpenFile
from coachapp.ui.requests import Export, HandOver, Join, Keep
from coachapp.ui.start.ways import Rescue, Rescued, Restore, Secret

if TYPE_CHECKING:
    from coachapp.exchange.exports import Exported

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def _ours(opened: OpenFile) -> PortfolioFile:
    assert isinstance(opened, PortfolioFile)  # the window has no others
    return opened


def _on_ours(
    work: Callable[Concatenate[PortfolioFile, Asked], Found],
) -> Callable[Concatenate[OpenFile, Asked], Found]:
    """The same work, asked by a window, which knows no more of a file than that it is open."""

    def done(opened: OpenFile, *args: Asked.args, **more: Asked.kwargs) -> Found:
        return work(_ours(opened), *args, **more)

    return done


def _open(path: Path, passphrase: str | None, read_only: bool) -> OpenFile:
    key = None if passphrase is None else keys.unlock(path, passphrase)
    return file.open_file(path, key, read_only=read_only)


def _open_by_sheet(path: Path, words: str, read_only: bool) -> OpenFile:
    with recovery.opening(path):
        return file.open_file(path, recovery.unlock(path, words), read_only=read_only)


def _join(asked: Join) -> tuple[OpenFile, Portfolio]:
    mine = _ours(asked.file)
    if asked.path == mine.path:
        return joining.go_on_in_its_place(mine, asked.saved, asked.steps, asked.device)
    key = mine.key if asked.passphrase is None else keys.unlock(asked.path, asked.passphrase)
    with closing(file.open_file(asked.path, key, read_only=True)) as other:
        backups.before(mine, "merge")
        return mine, joining.join(mine, asked.saved, other, asked.device)


def _keep(asked: Keep) -> tuple[OpenFile, bool]:
    held = _ours(asked.file) if asked.file else None
    return restoring.keep(held, asked.saved, asked.steps, asked.path, asked.passphrase)


def _export(asked: Export) -> "Exported":
    from coachapp.exchange import exports  # noqa: PLC0415 - spreadsheets are seldom asked for

    held, path = _ours(asked.file), asked.path
    exports.check_place(path, asked.form)
    copy = joining.copy_with(held, asked.saved, asked.steps)
    source = exports.Source(
        evidence.sizes(held), partial(evidence.is_sound, held), partial(evidence.pieces, held)
    )
    with drafts.written(path) as out:
        missing = exports.write(out, asked.form, copy, source, asked.told)
    return exports.Exported(path, missing)


def _hand_over(asked: HandOver, step: Callable[[], object]) -> int:
    held = _ours(asked.file)
    return handing_over.write(handing_over.HandingOver(held, *asked[1:]), step)


def _read(held: PortfolioFile, digest: str, name: str) -> bytes:
    return b"".join(evidence.pieces(held, digest, name))


def _tidy(opened: OpenFile) -> None:
    if isinstance(opened, PortfolioFile):  # it stands in the way of no closing
        evidence.tidy(opened)


def _may_rescue(error: CoachError) -> bool:
    was_ours = str(error.fields.get("name")).endswith(endings.PORTFOLIO)
    return isinstance(error, CutOff | DamagedFile) or (isinstance(error, NoPortfolio) and was_ours)


def _rescue(path: Path, secret: Secret, new: Path, step: Callable[[], object]) -> Rescued:
    unlock = recovery.unlock if secret.by_sheet else keys.unlock
    with recovery.opening(path) if secret.by_sheet else nullcontext():
        key = None if secret.text is None else unlock(path, secret.text)
        rescued = rescue.rescue(path, key, new, default_framework(), step)
    return Rescued(rescued.kept(), rescued.lost)


def _may_restore(path: Path, error: CoachError) -> bool:
    """A zip file, or what was unpacked of it."""
    from coachapp.exchange import archive_reading  # noqa: PLC0415 - hardly ever needed

    return isinstance(error, AnotherKind | TextFile | AFolder) and archive_reading.is_export(path)


def _restore(path: Path, new: Path, passphrase: str | None, step: Callable[[], object]) -> OpenFile:
    from coachapp.exchange import archive_reading  # noqa: PLC0415 - hardly ever needed

    with archive_reading.opened(path) as found:
        step()
        key = None if passphrase is None else keys.fresh(passphrase)
        restoring.restore(found.copy, found.contents(), new, key, step)
    return file.open_file(new, key)


_FILES: Final = Files(
    needs_passphrase=header.sniff,
    open=_open,
    create=file.create,
    may_look=lambda error: isinstance(error, InUse),
    was_replaced=lambda error: isinstance(error, FileReplaced),
    copies_beside=conflict_copies,
    join=_join,
    wants_passphrase=lambda error: isinstance(error, PassphraseNeeded | WrongPassphrase),
    discard=joining.discard,
    keys=Keys(
        open=_open_by_sheet,
        words=_on_ours(recovery.words_of),
        prove=_on_ours(rekeying.prove),
        change=_on_ours(rekeying.change),
    ),
    safekeeping=safekeeping,
    past=Past(history=_on_ours(past.history), removals=_on_ours(past.removals), forget=_on_ours(past.forget)),
    keep=_keep,
    export=_export,
    hand_over=_hand_over,
    evidence=EvidenceWays(
        take_in=_on_ours(evidence.take_in),
        take_bytes=_on_ours(evidence.take_bytes),
        read=_on_ours(_read),
        save_as=_on_ours(evidence.save_as),
        tidy=_tidy,
        copy_out=_on_ours(private_copies.make),
        forget_copies=private_copies.remove,
    ),
    rescue=Rescue(helps=_may_rescue, needs_passphrase=rescue.needs_passphrase, make=_rescue),
    restore=Restore(helps=_may_restore, make=_restore),
    along=TakingAlong(
        disk=taking_along.disk,
        here=taking_along.on_this_computer,
        write=_on_ours(taking_along.write),
        look_again=_on_ours(taking_along.look_again),
    ),
)

FILES: Final = _FILES._replace(coach_books=coach_filing.ways(_FILES))
