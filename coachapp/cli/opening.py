"""Opens a portfolio with the passphrase that a command was given, and changes it."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coachapp.cli.faults import NoPassphraseFile, NotAPassphrase, NotAPlan, NotChanged, PassphraseWanted
from coachapp.document import Document
from coachapp.domain.edits import Edit

if TYPE_CHECKING:
    from coachapp.storage.file import PortfolioFile
    from coachapp.storage.keys import Key

_LONGEST: Final = 4096
_STANDARD_INPUT: Final = "-"


def passphrase(source: str) -> str:
    """What stands in a file or on standard input, without one final newline."""
    try:
        data = _read(source)
    except (OSError, ValueError) as error:
        raise NoPassphraseFile(name=source) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAPassphrase(name=source) from error
    if len(data) > _LONGEST:
        raise NotAPassphrase(name=source)
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def _read(source: str) -> bytes:
    if source == _STANDARD_INPUT:
        return sys.stdin.buffer.read(_LONGEST + 1)
    with Path(source).open("rb") as file:
        return file.read(_LONGEST + 1)


@contextmanager
def opened(arguments: Namespace, *, read_only: bool) -> Iterator["PortfolioFile"]:
    from coachapp.storage import file  # noqa: PLC0415 - takes long to import

    unlocked = key(arguments)
    _choose_backup_folder()
    with closing(file.open_file(arguments.file, unlocked, read_only=read_only)) as store:
        yield store


def _choose_backup_folder() -> None:
    """Where the institute wants backups."""
    from coachapp.packs import policy  # noqa: PLC0415
    from coachapp.storage import backup_folder  # noqa: PLC0415

    wanted = policy.read().policy.backup_folder
    backup_folder.use(backup_folder.Place(Path(wanted).expanduser() if wanted else None))


def key(arguments: Namespace, needs_passphrase: Callable[[Path], bool] | None = None) -> "Key | None":
    """The key of the file, or None when it needs none."""
    from coachapp.storage import file, keys, recovery  # noqa: PLC0415

    if not (needs_passphrase or file.sniff)(arguments.file):
        return None
    if arguments.recovery_file is not None:
        return recovery.unlock(arguments.file, passphrase(arguments.recovery_file))
    if arguments.passphrase_file is None:
        raise PassphraseWanted(name=arguments.file.name)
    return keys.unlock(arguments.file, passphrase(arguments.passphrase_file))


def changed(store: "PortfolioFile", label: str, edit: Edit) -> None:
    """Make a change and save it."""
    from coachapp.storage.faults import told_as  # noqa: PLC0415

    document = Document(store.portfolio)
    document.apply(label, edit)
    with told_as(NotChanged, store.path.name):
        store.save(document.saved, document.portfolio, document.unsaved())


def with_sheet(arguments: Namespace) -> AbstractContextManager[None]:
    """Around a command: a recovery sheet that doesn't fit is told as such."""
    if getattr(arguments, "recovery_file", None) is None:
        return nullcontext()
    from coachapp.storage import recovery  # noqa: PLC0415

    return recovery.opening(arguments.file)


def check_output(path: Path) -> None:
    """A slip of the finger must not put a document in the place of a portfolio."""
    with suppress(OSError), path.open("rb") as file:
        if (start := file.read(4)) and start != b"%PDF":
            raise NotAPlan(name=path.name)
