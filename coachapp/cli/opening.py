"""Opens a portfolio with the passphrase that a command was given, and changes it."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from coachapp.cli import passphrases
from coachapp.cli.faults import NotChanged, PassphraseWanted
from coachapp.document import Document
from coachapp.domain.edits import Edit

if TYPE_CHECKING:
    from coachapp.storage.file import PortfolioFile
    from coachapp.storage.keys import Key


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
    from coachapp.storage import header, keys, recovery  # noqa: PLC0415

    if not (needs_passphrase or header.sniff)(arguments.file):
        return None
    if arguments.recovery_file is not None:
        return recovery.unlock(arguments.file, passphrases.read(arguments.recovery_file))
    if arguments.passphrase_file is None:
        raise PassphraseWanted(name=arguments.file.name)
    return keys.unlock(arguments.file, passphrases.read(arguments.passphrase_file))


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
