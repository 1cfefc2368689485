"""Reading a portfolio out of a file, with every reason why that can fail told apart."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import faults, schema
from coachapp.storage.connection import FAULTS, AnotherMake, Code, code, to_read
from coachapp.storage.form import Form, Value
from coachapp.storage.header import check_version
from coachapp.storage.migrations import APPLICATION_ID, COACH_BOOK_ID
from coachapp.storage.patience import limited
from coachapp.storage.reasons import reason

# What values, mapping and snapshot raise for rows that no CoachApp wrote.
BAD_ROWS: Final = (
    CoachError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RecursionError,
)

_OTHERS: Final = {APPLICATION_ID: faults.APortfolio, COACH_BOOK_ID: faults.ACoachBook}

Found = TypeVar("Found")


class Read(NamedTuple, Generic[Value]):
    """`version` changes as soon as another program writes in the file."""

    value: Value
    version: int


@contextmanager
def _uncollected() -> Iterator[None]:
    """Ten thousands of values are made that stay: looking for rubbish among them costs and finds nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read(database: Engine, path: Path, form: Form[Value], *, encrypted: bool, read_only: bool) -> Read[Value]:
    """What the file holds, brought up to date where it may be written; raises a CoachError."""
    try:
        with to_read(database) as connection, limited(connection), _uncollected():
            _recognise(connection, path, form, read_only=read_only)
            value = _sound(path, lambda: form.read(connection))
            return Read(value, schema.number(connection, "data_version"))
    except schema.UnknownSchema:
        raise faults.ForeignDatabase(name=path.name) from None
    except FAULTS as error:
        raise explained(error, path, encrypted=encrypted) from None


def look(database: Engine, path: Path, work: Callable[[Connection], Found]) -> Found:
    """What this reads of a file that is open; raises DamagedFile."""
    try:
        with to_read(database) as connection, limited(connection):
            return _sound(path, lambda: work(connection))
    except FAULTS as error:
        raise explained(error, path, encrypted=False) from None


def _recognise(connection: Connection, path: Path, form: Form[Any], *, read_only: bool) -> None:
    mark = schema.number(connection, "application_id")
    if mark != form.mark and mark in _OTHERS:
        raise _OTHERS[mark](name=path.name)
    version = schema.version(connection, form.mark)
    check_version(path, version, form.version)
    if version < form.version:
        if read_only:
            raise faults.TooOldToRead(name=path.name)
        schema.check_older(connection)
        schema.migrate(connection, form.migrations)
    schema.check(connection, form.tables)
    if not schema.is_sound(connection, form.opened):
        raise faults.DamagedFile(name=path.name, fault=_("Its parts don't fit together."))


def _sound(path: Path, work: Callable[[], Found]) -> Found:
    try:
        return work()
    except BAD_ROWS:
        fault = _("It has values that CoachApp never writes.")
        raise faults.DamagedFile(name=path.name, fault=fault) from None


def explained(error: Exception, path: Path, *, encrypted: bool) -> CoachError:
    """Which of our faults one of FAULTS is."""
    if isinstance(getattr(error, "orig", error), AnotherMake):
        return faults.ForeignDatabase(name=path.name)
    match code(error):
        case Code.NOT_A_DATABASE if encrypted:
            fault = faults.WrongPassphrase
        case Code.READ_ONLY:
            fault = faults.Interrupted
        case Code.BUSY:
            fault = faults.InUse
        case Code.CAN_NOT_OPEN:
            fault = faults.NotReadable
        case Code.FULL | Code.DISK_ERROR:  # opening writes in what is older or was interrupted
            return faults.NotOpened(name=path.name, reason=reason(error, path))
        case _:
            return faults.DamagedFile(name=path.name, fault=_("A part of it can't be read."))
    return fault(name=path.name)
