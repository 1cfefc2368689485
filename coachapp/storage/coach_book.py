"""A coach book in its file: made, opened, saved. All but its rows is as of a portfolio."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Final

from sqlalchemy import Connection

from coachapp.domain.coach_book.book import KINDS, CoachBook
from coachapp.domain.coach_book.edits import verify
from coachapp.domain.stamps import difference
from coachapp.domain.values import Stamp
from coachapp.storage import backup_folder, backups, creation, keys, mapping, rows, sizes, whereabouts
from coachapp.storage.coach_book_tables import TABLES
from coachapp.storage.form import Form
from coachapp.storage.keys import Key
from coachapp.storage.migrations import COACH_BOOK_ID
from coachapp.storage.opened import OpenedFile
from coachapp.storage.statements import drop, put

_TABLES: Final = TABLES.tables
_BOOK: Final = _TABLES["book"]


def _read(connection: Connection) -> CoachBook:
    for table in _TABLES.values():
        sizes.check(connection, table)
    items = {kind: rows.items(connection, _TABLES[kind], cls) for kind, cls in KINDS.items()}
    book = mapping.to_one(CoachBook, rows.selected(connection, _BOOK, CoachBook), **items)
    verify(book)
    return book


def _write(connection: Connection, before: CoachBook | None, after: CoachBook) -> None:
    for kind in KINDS:
        gone, fresh = difference(getattr(before, kind, ()), getattr(after, kind))
        put(connection, _TABLES[kind], map(mapping.to_row, fresh))
        drop(connection, _TABLES[kind], gone)
    put(connection, _BOOK, (mapping.to_row(after),))


def _clock(connection: Connection) -> Stamp:
    return rows.clock_in(connection, _BOOK)


COACH_BOOK: Final[Form[CoachBook]] = Form(
    COACH_BOOK_ID, (), TABLES, tuple(_TABLES), _read, _write, _clock, ".coachbook"
)


class CoachBookFile(OpenedFile[CoachBook]):
    """`book` is what was read at opening."""

    form: ClassVar[Form[Any]] = COACH_BOOK

    def __init__(self, path: Path, place: Path, key: Key | None, *, read_only: bool) -> None:
        super().__init__(path, place, key, read_only=read_only)
        self.book = self.value

    def save(self, before: CoachBook, after: CoachBook, _steps: Sequence[object] = ()) -> None:
        """Write the difference in one transaction. Raises SaveFailed or FileReplaced: nothing was written."""

        def write(connection: Connection, held: CoachBook) -> CoachBook:
            _write(connection, held, after)
            return after

        self.change(before, write)


def create(path: Path, book: CoachBook, passphrase: str) -> CoachBookFile:
    """Make a file and open it; it never overwrites one, and is never without a passphrase."""
    key = keys.fresh(passphrase)
    creation.make(path, book, key, form=COACH_BOOK)
    return open_file(path, key)


def open_file(path: Path, key: Key | None, *, read_only: bool = False) -> CoachBookFile:
    """Raises a CoachError."""
    return CoachBookFile.opened(path, key, read_only=read_only)


def keep(held: CoachBookFile, book: CoachBook, path: Path) -> CoachBookFile:
    """Put the book in a new file that the same passphrase opens; raises a CoachError."""
    creation.make(path, book, held.key, form=COACH_BOOK)
    return open_file(path, held.key)


def forget(file: CoachBookFile) -> tuple[Path, ...]:
    """After somebody was removed: let no byte of her stay in the file, nor in the backups, made anew.

    Gives the backups that could not be removed; raises a CoachError when the file could not be written.
    """
    file.compact()
    left = [
        path for folder in whereabouts.backup_folders(file.value.id) for path in backup_folder.clear(folder)
    ]
    with suppress(backups.NotBackedUp):  # the next one is made when the book is closed
        backups.make(file, "day")
    return tuple(left)
