"""Making a new portfolio file: whole, or not at all."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from coachapp.storage import schema
from coachapp.storage.connection import engine
from coachapp.storage.faults import AlreadyThere, NotCreated
from coachapp.storage.form import Form, Value
from coachapp.storage.keys import Key
from coachapp.storage.portfolio_form import PORTFOLIO
from coachapp.storage.reasons import reason

Fill = Callable[[Connection], object]


def make(
    path: Path,
    value: Value,
    key: Key | None,
    more: Fill | None = None,
    form: Form[Value] = PORTFOLIO,  # type: ignore[assignment] - the usual one
) -> None:
    """`more` writes what lies beside it. Raises AlreadyThere or NotCreated, and leaves nothing then."""

    def fill(connection: Connection) -> None:
        schema.make(connection, form.tables, form.mark, form.version)
        form.write(connection, None, value)
        if more:
            more(connection)

    with drafted(path) as draft:
        _fill(draft, key, fill)


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Where to make a file, which gets its own name when it is whole.

    Raises AlreadyThere or NotCreated, or what goes wrong meanwhile, and then leaves nothing behind.
    """
    if os.path.lexists(path):
        raise AlreadyThere(name=path.name)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield draft
        _publish(draft, path)
    except FileExistsError:
        raise AlreadyThere(name=path.name) from None
    except (DBAPIError, OSError, ValueError) as error:  # ValueError: a name no file can have
        raise NotCreated(name=path.name, reason=reason(error)) from None
    finally:
        for left in (draft, draft.with_name(draft.name + "-journal")):
            with suppress(OSError, ValueError):
                left.unlink()


def _fill(draft: Path, key: Key | None, fill: Fill) -> None:
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    database = engine(draft.resolve(), key, read_only=False)
    try:
        with database.begin() as connection:
            fill(connection)
    finally:
        database.dispose()


def _publish(draft: Path, path: Path) -> None:
    """Give the file its name, unless there is one of that name; SQLite has synced its content."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # memory sticks know no links: take the name first, then move over it
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            draft.replace(path)
        except OSError:
            path.unlink()
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """The names in it are on the disk when this returns."""
    if os.name == "nt":  # opens no folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
