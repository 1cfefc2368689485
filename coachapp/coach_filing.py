"""What the coach book's window may ask of files, done by the storage."""

from pathlib import Path
from typing import Any

from coachapp.domain.coach_book.book import CoachBook, Coachee
from coachapp.storage import coach_book, drafts, keys, rekeying
from coachapp.ui.coachbook.ways import CoachBookWays
from coachapp.ui.files import Files


def ways(files: Files) -> CoachBookWays:
    """What can be done as with a portfolio is done by these `files`; an export or a rescue is not."""
    shared = files._replace(
        open=_open,
        keys=files.keys._replace(prove=rekeying.prove, change=rekeying.change),
        rescue=files.rescue._replace(helps=lambda _error: False),
        restore=files.restore._replace(helps=lambda _path, _error: False),
    )
    return CoachBookWays(shared, coach_book.create, coach_book.keep, _write_about, coach_book.forget)


def _open(path: Path, passphrase: str | None, read_only: bool) -> Any:
    key = None if passphrase is None else keys.unlock(path, passphrase)
    return coach_book.open_file(path, key, read_only=read_only)


def _write_about(book: CoachBook, coachee: Coachee, path: Path) -> None:
    from coachapp.exchange import coachee_text  # noqa: PLC0415 - seldom asked for

    with drafts.written(path) as out:
        out.write(coachee_text.text(book, coachee).encode())
