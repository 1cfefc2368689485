"""Rescue: what can still be read of a damaged file goes into a new one; the damaged file stays as it is.

See docs/adr/0011. Import it only when needed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.i18n import LANGUAGES
from coachapp.i18n import gettext as _
from coachapp.storage import (
    creation,
    faults,
    header,
    pages,
    parts,
    rescue_copy,
    rescue_items,
    rescue_orphans,
    rescue_rest,
)
from coachapp.storage.keys import Key
from coachapp.storage.reasons import reason
from coachapp.storage.rescue_source import Source
from coachapp.storage.rescue_sweep import Row
from coachapp.storage.tables import METADATA

_TABLES: Final = METADATA.tables
_VALUES: Final = ("portfolio", "framework", "variants", *KINDS)


class Rescued(NamedTuple):
    """What is in the new file; `lost`: what could not be read or kept, as plain sentences."""

    portfolio: Portfolio
    lost: tuple[str, ...]

    def kept(self) -> tuple[tuple[int, str], ...]:
        """How much of what."""
        counts = ((len(getattr(self.portfolio, kind)), parts.name(kind)) for kind in KINDS)
        return tuple((count, part) for count, part in counts if count)


def rescue(
    path: Path, key: Key | None, new: Path, spare: Framework, step: Callable[[], object] = lambda: None
) -> Rescued:
    """Make `new`, which opens with the same passphrase. Raises a CoachError, and then makes nothing.

    `spare` is a framework for when that of the portfolio is lost. `step` is called often; what it raises
    ends it.
    """
    header.read(path)  # says what is wrong with a path that leads to no file at all
    try:
        if os.path.lexists(new):  # before minutes of work
            raise faults.AlreadyThere(name=new.name)
        with rescue_copy.of(path, key, new.resolve().parent, step) as copy:
            if key and not pages.fits(copy, key):
                raise faults.WrongPassphrase(name=path.name)
            with closing(Source(copy, key)) as source:
                source.check_kind(path)
                return _Rescue(source, copy, key, step).into(new, spare, path.name)
    except (DBAPIError, OSError, ValueError) as error:  # ValueError: a name no file can have
        raise faults.NotCreated(name=new.name, reason=reason(error)) from None


def needs_passphrase(path: Path) -> bool:
    """Whether it was encrypted; raises a CoachError for what never was a portfolio or holds nothing now."""
    try:
        return header.sniff(path)
    except (faults.CutOff, faults.NoPortfolio):
        if path.stat().st_size < pages.SIZE:
            raise faults.NothingToRescue(name=path.name) from None
        is_wiped = len(set(header.read(path)[: header.SALT_LENGTH])) == 1
        return not is_wiped and not header.is_plain(path)  # without its salt no passphrase fits


class _Rescue:
    def __init__(self, source: Source, copy: Path, key: Key | None, step: Callable[[], object]) -> None:
        self._source, self._copy, self._key, self._step = source, copy, key, step
        self._left_out: set[str] = set()
        self._torn: tuple[str, ...] = ()

    def into(self, new: Path, spare: Framework, name: str) -> Rescued:
        found = self._values()
        if not any(found.values()):
            raise faults.NothingToRescue(name=name)
        portfolio, lost = rescue_items.portfolio(found, spare)
        creation.make(new, portfolio, self._key, self._write_rest)
        return Rescued(portfolio, (*self._damage(), *lost))

    def _values(self) -> dict[str, list[Row]]:
        """The rows that make a portfolio, each once; they fit in memory."""
        found: dict[str, dict[str, Row]] = {name: {} for name in _VALUES}
        for name, row in self._rows(_VALUES):
            found[name].setdefault(row["id"], row)
        return {name: list(rows.values()) for name, rows in found.items()}

    def _write_rest(self, connection: Connection) -> None:
        """What lies beside the portfolio goes from file to file."""
        for name, row in self._rows(tuple(name for name in _TABLES if name not in _VALUES)):
            if not rescue_rest.put(connection, _TABLES[name], row):
                self._left_out.add(name)
        self._torn = rescue_rest.torn(connection)
        rescue_rest.drop_torn(connection)

    def _rows(self, names: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
        """First what SQLite reaches; of what was not whole, then what it doesn't reach."""
        for name in names:
            for row in self._source.rows(_TABLES[name]):
                self._step()
                yield name, row
        self._source.close()
        if gaps := self._source.gaps.intersection(names):
            yield from rescue_orphans.rows(self._copy, self._key, gaps, _could_be, self._step)

    def _damage(self) -> Iterator[str]:
        """Which parts were not whole, in general terms."""
        if damaged := len(pages.damaged(self._copy, self._key)):
            total = self._copy.stat().st_size // pages.SIZE
            yield _("Damaged pages of the file: {damaged} of {total}.").format(damaged=damaged, total=total)
        if self._source.unlisted:
            yield _("The list of what is in the file was damaged. What was found is here; more may be lost.")
        gaps = self._source.gaps - self._source.unlisted | self._left_out
        for part in dict.fromkeys(parts.name(name) for name in _TABLES if name in gaps):
            yield _("A part of {part} can't be read.").format(part=part)
        for name in self._torn:
            yield _("Of the evidence “{name}”, only the name is kept.").format(name=name)


def _could_be(name: str, row: Row) -> bool:
    """Whether a row of nobody knows where can lie in this table: several have the same types."""
    if name == "portfolio":
        return row["language"] in LANGUAGES
    cls = {**KINDS, "variants": Variant}.get(name)
    return cls is None or rescue_items.is_item(cls, row)
