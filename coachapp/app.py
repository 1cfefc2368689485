"""The window's program, put together: the only place that knows both the screen and the files."""

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from coachapp import i18n
from coachapp.errors import CoachError
from coachapp.ui.asking import ENDING
from coachapp.ui.choices import Choices
from coachapp.ui.files import (
    EvidenceWays,
    Export,
    Files,
    Join,
    Keep,
    Keys,
    OpenFile,
    Past,
    Rescue,
    Rescued,
    Safekeeping,
    Secret,
    Taken,
)
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from coachapp.ui.tasks import Task

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.history import Change
    from coachapp.domain.portfolio import Portfolio
    from coachapp.domain.removals import Removal
    from coachapp.exchange.exports import Exported
    from coachapp.storage.file import PortfolioFile

_OFTEN: Final = 0.0005  # seconds between changes of thread while modules load


def main(argv: list[str]) -> int:
    """`coachapp [FILE]` opens the window, `coachapp demo FOLDER` shows on a sample what comes out."""
    if len(argv) == 2 and argv[0] == "demo":  # noqa: PLR2004
        from coachapp.ui import demo  # noqa: PLC0415 - only then

        gc.enable()
        return demo.make(Path(argv[1]))
    QCoreApplication.setApplicationName("CoachApp")
    app = QApplication([sys.argv[0], "-style", "fusion"])
    choices = Choices()
    program = Program(files(), choices, Look(app, choices.settings))
    program.ready.connect(partial(_load_the_rest, program), Qt.ConnectionType.SingleShotConnection)
    program.begin(Path(argv[0]) if argv else None)
    return app.exec()


def files() -> Files:
    """The storage, imported when it is first asked for something."""
    return Files(
        needs_passphrase=_needs_passphrase,
        open=_open,
        create=_create,
        may_look=_is_in_use,
        was_replaced=_was_replaced,
        copies_beside=_copies_beside,
        join=_join,
        wants_passphrase=_wants_passphrase,
        discard=_discard,
        keys=Keys(_open_by_sheet, _words, _prove, _change),
        safekeeping=_safekeeping,
        past=Past(_history, _removals, _forget),
        keep=_keep,
        export=_export,
        evidence=_evidence(),
        rescue=Rescue(_may_rescue, _rescue_needs_passphrase, _rescue),
    )


def _needs_passphrase(path: Path) -> bool:
    from coachapp.storage.file import sniff  # noqa: PLC0415

    return sniff(path)


def _open(path: Path, passphrase: str | None, read_only: bool) -> OpenFile:
    from coachapp.storage import file, keys  # noqa: PLC0415

    key = None if passphrase is None else keys.unlock(path, passphrase)
    return file.open_file(path, key, read_only=read_only)


def _create(path: Path, portfolio: "Portfolio", passphrase: str | None) -> OpenFile:
    from coachapp.storage import file  # noqa: PLC0415

    return file.create(path, portfolio, passphrase)


def _is_in_use(error: CoachError) -> bool:
    from coachapp.storage.faults import InUse  # noqa: PLC0415

    return isinstance(error, InUse)


def _was_replaced(error: CoachError) -> bool:
    from coachapp.storage.faults import FileReplaced  # noqa: PLC0415

    return isinstance(error, FileReplaced)


def _copies_beside(path: Path) -> tuple[Path, ...]:
    from coachapp.storage.beside import conflict_copies  # noqa: PLC0415

    return conflict_copies(path)


def _open_by_sheet(path: Path, words: str, read_only: bool) -> OpenFile:
    from coachapp.storage import file, recovery  # noqa: PLC0415

    with recovery.opening(path):
        return file.open_file(path, recovery.unlock(path, words), read_only=read_only)


def _words(opened: OpenFile) -> tuple[str, ...]:
    from coachapp.storage import recovery  # noqa: PLC0415

    return recovery.words_of(_ours(opened))


def _prove(opened: OpenFile, text: str) -> None:
    from coachapp.storage import rekeying  # noqa: PLC0415

    rekeying.prove(_ours(opened), text)


def _change(opened: OpenFile, passphrase: str) -> tuple[Path, ...]:
    from coachapp.storage import rekeying  # noqa: PLC0415

    return rekeying.change(_ours(opened), passphrase)


def _ours(opened: OpenFile) -> "PortfolioFile":
    from coachapp.storage.file import PortfolioFile  # noqa: PLC0415

    assert isinstance(opened, PortfolioFile)  # the window has no others
    return opened


def _history(opened: OpenFile) -> "tuple[Change, ...]":
    from coachapp.storage import past  # noqa: PLC0415

    return past.history(_ours(opened))


def _removals(opened: OpenFile) -> "tuple[Removal, ...]":
    from coachapp.storage import past  # noqa: PLC0415

    return past.removals(_ours(opened))


def _forget(opened: OpenFile, item_ids: Sequence[str]) -> None:
    from coachapp.storage import past  # noqa: PLC0415

    past.forget(_ours(opened), item_ids)


def _join(asked: Join) -> tuple[OpenFile, "Portfolio"]:
    from coachapp.storage import backups, joining, keys  # noqa: PLC0415
    from coachapp.storage.file import PortfolioFile, open_file  # noqa: PLC0415

    file = asked.file
    assert isinstance(file, PortfolioFile)
    if asked.path == file.path:
        return joining.go_on_in_its_place(file, asked.saved, asked.steps, asked.device)
    key = file.key if asked.passphrase is None else keys.unlock(asked.path, asked.passphrase)
    with closing(open_file(asked.path, key, read_only=True)) as other:
        backups.before(file, "merge")
        return file, joining.join(file, asked.saved, other, asked.device)


def _discard(path: Path) -> None:
    from coachapp.storage import joining  # noqa: PLC0415

    joining.discard(path)


def _wants_passphrase(error: CoachError) -> bool:
    from coachapp.storage.faults import PassphraseNeeded, WrongPassphrase  # noqa: PLC0415

    return isinstance(error, PassphraseNeeded | WrongPassphrase)


def _keep(asked: Keep) -> OpenFile:
    from coachapp.storage import restoring  # noqa: PLC0415

    file = _ours(asked.file) if asked.file else None
    return restoring.keep(file, asked.saved, asked.steps, asked.path, asked.passphrase)


def _export(asked: Export) -> "Exported":
    from coachapp.exchange import exports  # noqa: PLC0415
    from coachapp.storage import drafts, evidence, joining  # noqa: PLC0415

    file, path = _ours(asked.file), asked.path
    exports.check_place(path, asked.form)
    copy = joining.copy_with(file, asked.saved, asked.steps)
    source = exports.Source(
        evidence.sizes(file), partial(evidence.is_sound, file), partial(evidence.pieces, file)
    )
    with drafts.written(path) as out:
        missing = exports.write(out, asked.form, copy, source, asked.told)
    return exports.Exported(path, missing)


def _safekeeping() -> Safekeeping:
    from coachapp.storage import safekeeping  # noqa: PLC0415

    return safekeeping


def _evidence() -> EvidenceWays:
    return EvidenceWays(
        take_in=_take_in,
        take_bytes=_take_bytes,
        read=_read,
        save_as=_save_as,
        tidy=_tidy,
        copy_out=_copy_out,
        forget_copies=_forget_copies,
    )


def _take_in(
    opened: OpenFile, path: Path, told: Callable[[int], object], may_go_on: Callable[[], bool]
) -> Taken:
    from coachapp.storage import evidence  # noqa: PLC0415

    return evidence.take_in(_ours(opened), path, told, may_go_on)


def _take_bytes(opened: OpenFile, name: str, data: bytes) -> Taken:
    from coachapp.storage import evidence  # noqa: PLC0415

    return evidence.take_bytes(_ours(opened), name, data)


def _read(opened: OpenFile, digest: str, name: str) -> bytes:
    from coachapp.storage import evidence  # noqa: PLC0415

    return b"".join(evidence.pieces(_ours(opened), digest, name))


def _save_as(opened: OpenFile, digest: str, path: Path) -> None:
    from coachapp.storage import evidence  # noqa: PLC0415

    evidence.save_as(_ours(opened), digest, path)


def _tidy(opened: OpenFile) -> None:
    from coachapp.storage import evidence  # noqa: PLC0415
    from coachapp.storage.file import PortfolioFile  # noqa: PLC0415

    if isinstance(opened, PortfolioFile):  # it stands in the way of no closing
        evidence.tidy(opened)


def _copy_out(opened: OpenFile, digest: str, name: str) -> Path:
    from coachapp.storage import private_copies  # noqa: PLC0415

    return private_copies.make(_ours(opened), digest, name)


def _forget_copies() -> None:
    from coachapp.storage import private_copies  # noqa: PLC0415

    private_copies.remove()


def _may_rescue(error: CoachError) -> bool:
    from coachapp.storage.faults import CutOff, DamagedFile, NoPortfolio  # noqa: PLC0415

    was_ours = str(error.fields.get("name")).endswith(ENDING)
    return isinstance(error, CutOff | DamagedFile) or (isinstance(error, NoPortfolio) and was_ours)


def _rescue_needs_passphrase(path: Path) -> bool:
    from coachapp.storage import rescue  # noqa: PLC0415

    return rescue.needs_passphrase(path)


def _rescue(path: Path, secret: Secret, new: Path, step: Callable[[], object]) -> Rescued:
    from coachapp.packs import default_framework  # noqa: PLC0415
    from coachapp.storage import keys, recovery, rescue  # noqa: PLC0415

    unlock = recovery.unlock if secret.by_sheet else keys.unlock
    with recovery.opening(path) if secret.by_sheet else nullcontext():
        key = None if secret.text is None else unlock(path, secret.text)
        rescued = rescue.rescue(path, key, new, default_framework(), step)
    return Rescued(rescued.kept(), rescued.lost)


def _load_the_rest(program: Program) -> None:
    """Load in the background what an open portfolio needs, while the person looks at the first page.

    Threads take turns more often meanwhile, so that the window keeps answering.
    """
    from coachapp.ui import last_resort  # noqa: PLC0415

    last_resort.install(program.save)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_OFTEN)
    task = Task(_the_rest)
    task.done.connect(program.warn)
    task.ended.connect(partial(_settle, usual))
    task.start()


def _the_rest() -> tuple[str, ...]:
    """Says what of the rules for this computer can't be read."""
    import datetime as dt  # noqa: PLC0415

    from coachapp import formats  # noqa: PLC0415

    formats.long_date(dt.date(2026, 1, 1))  # reads the language's dates, which are asked for next
    import coachapp.storage.file  # noqa: PLC0415
    import coachapp.storage.keys  # noqa: PLC0415
    import coachapp.ui.window  # noqa: F401, PLC0415
    from coachapp.packs import policy  # noqa: PLC0415
    from coachapp.storage import private_copies  # noqa: PLC0415
    from coachapp.ui.board import wrap  # noqa: PLC0415

    for language in i18n.LANGUAGES:
        wrap.dictionary(language)
    private_copies.remove_left()
    return tuple(problem.text() for problem in policy.read().problems)


def _settle(switch_interval: float) -> None:
    """What is loaded now stays for good: the collector need never look at it."""
    sys.setswitchinterval(switch_interval)
    gc.freeze()
    gc.enable()
