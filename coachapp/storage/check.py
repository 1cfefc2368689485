"""A thorough look at a portfolio file; nothing is written, but an interrupted save is taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from coachapp.domain import rules
from coachapp.i18n import gettext as _
from coachapp.storage import header, reading
from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.faults import DamagedFile
from coachapp.storage.file import fitting
from coachapp.storage.keys import Key

_MOST: Final = 20


def problems(path: Path, key: Key | None) -> tuple[str, ...]:
    """What SQLCipher, SQLite and our own rules find wrong, as plain sentences; none: all is well.

    Raises a CoachError for what can't be opened at all, such as by a wrong passphrase.
    """
    key = fitting(path, key)
    place = path.resolve()
    with header.remembered(place):
        database = engine(place, key, read_only=True)
        try:
            found = tuple(_pages(database, encrypted=key is not None))
            return (*found, *_content(database, path, encrypted=key is not None))
        finally:
            database.dispose()


def _pages(database: Engine, *, encrypted: bool) -> Iterator[str]:
    checks = ["PRAGMA cipher_integrity_check"] if encrypted else []
    for pragma in (*checks, f"PRAGMA integrity_check({_MOST})"):
        try:
            with database.begin() as connection:
                texts = [str(row[0]) for row in connection.exec_driver_sql(pragma)]
        except FAULTS as error:
            texts = [str(getattr(error, "orig", error))]
        for text in texts[:_MOST]:
            if text != "ok":
                yield _("A part of the file is damaged ({detail}).").format(
                    detail="; ".join(text.splitlines()[:3])
                )


def _content(database: Engine, path: Path, *, encrypted: bool) -> Iterator[str]:
    try:
        portfolio, _version = reading.read(database, path, encrypted=encrypted, read_only=True)
        yield from rules.faults(portfolio)
    except DamagedFile as error:
        yield error.text()
