"""Reading a portfolio out of a file, with every reason why that can fail told apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine

from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import faults, rows, schema
from coachapp.storage.connection import FAULTS, AnotherMake, Code, code, to_read
from coachapp.storage.header import check_version
from coachapp.storage.migrations import VERSION
from coachapp.storage.patience import limited

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


Found = TypeVar("Found")


class Read(NamedTuple):
    """`version` changes as soon as another program writes in the file."""

    portfolio: Portfolio
    version: int


def read(database: Engine, path: Path, *, encrypted: bool, read_only: bool) -> Read:
    """The portfolio, brought up to date where the file may be written; raises a CoachError."""
    try:
        with to_read(database) as connection, limited(connection):
            _recognise(connection, path, read_only=read_only)
            portfolio = _sound(path, lambda: rows.read(connection))
            return Read(portfolio, schema.number(connection, "data_version"))
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


def _recognise(connection: Connection, path: Path, *, read_only: bool) -> None:
    version = schema.version(connection)
    check_version(path, version)
    if version < VERSION:
        if read_only:
            raise faults.TooOldToRead(name=path.name)
        schema.check_older(connection)
        schema.migrate(connection)
    schema.check(connection)
    if not schema.is_sound(connection):
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
            return faults.NotOpened(name=path.name, reason=faults.reason(error, path))
        case _:
            return faults.DamagedFile(name=path.name, fault=_("A part of it can't be read."))
    return fault(name=path.name)
