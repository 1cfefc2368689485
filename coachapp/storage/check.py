"""A thorough look at a portfolio file; nothing is written, but an interrupted save is taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from coachapp.domain import rules
from coachapp.i18n import gettext as _
from coachapp.storage import check_pages, check_values, header, pages, parts, reading, rescue_rest
from coachapp.storage.connection import engine
from coachapp.storage.faults import DamagedFile, TooOldToRead, WrongPassphrase
from coachapp.storage.keys import Key, fitting
from coachapp.storage.portfolio_form import PORTFOLIO

_SHOWN: Final = 20


def problems(path: Path, key: Key | None) -> tuple[str, ...]:
    """What SQLCipher, SQLite and our own rules find wrong, as plain sentences; none: all is well.

    Raises a CoachError for what can't be opened at all, such as by a wrong passphrase.
    """
    key = fitting(path, key)
    place = path.resolve()
    damaged, count = pages.damaged(place, key), place.stat().st_size // pages.SIZE
    if key and len(damaged) >= count:
        raise WrongPassphrase(name=path.name)
    with header.remembered(place):
        database = engine(place, key, read_only=True)
        try:
            found = check_pages.look(database, path, damaged)
            return (*_told(found, count), *_content(database, path, found))
        finally:
            database.dispose()


def _told(found: check_pages.Found, count: int) -> Iterator[str]:
    if numbers := sorted(found.pages):
        shown = [str(number) for number in numbers[:_SHOWN]] + ["…"] * (len(numbers) > _SHOWN)
        yield _("Damaged pages, of {count}: {numbers}.").format(count=count, numbers=", ".join(shown))
    if found.is_unlisted:
        yield _("The list of what is in the file can't be read.")
    for part in dict.fromkeys(map(parts.name, found.tables)):
        yield _("A part of {part} can't be read.").format(part=part)
    if found.is_loose and not found.tables:
        yield _("The pages of the file don't fit together.")


def _content(database: Engine, path: Path, found: check_pages.Found) -> Iterator[str]:
    """What can only be told of a file that can be read."""
    try:
        portfolio, _version = reading.read(database, path, PORTFOLIO, encrypted=False, read_only=True)
        yield from rules.faults(portfolio)
        for name in reading.look(database, path, rescue_rest.torn):
            yield _("The evidence “{name}” is not whole.").format(name=name)
    except TooOldToRead:
        pass  # it is brought up to date when it is opened
    except DamagedFile as error:
        if found == check_pages.Found():
            yield from reading.look(database, path, check_values.problems) or (error.text(),)
