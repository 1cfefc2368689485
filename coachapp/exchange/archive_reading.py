"""An export as a portfolio again. It may have been made to harm."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from coachapp.domain.copies import Copy
from coachapp.errors import CoachError
from coachapp.exchange import containers, document, document_reading
from coachapp.exchange.archive import DOCUMENT, README
from coachapp.exchange.containers import Parts
from coachapp.exchange.document import Bytes
from coachapp.exchange.document_reading import TooNewError
from coachapp.exchange.expecting import BAD
from coachapp.exchange.export_faults import DamagedExport, NewerExport, NotAnExport
from coachapp.exchange.json_reading import MOST_BYTES
from coachapp.exchange.workbook import BROKEN
from coachapp.i18n import gettext as _

_PIECE: Final = 256 * 1024
_LARGEST: Final = 50_000_000
_BEGINNING: Final = 200


class Export:
    """An export that is open; `copy` was checked, evidence is when it is read."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts, self._name = parts, name
        self.copy, self._files = self._read()
        self._check_parts()

    def contents(self) -> Iterator[Iterator[bytes]]:
        """The bytes of each evidence, in pieces. Raises DamagedExport when they aren't what they were."""
        return map(self._pieces, self._files)

    def _read(self) -> tuple[Copy, tuple[Bytes, ...]]:
        if DOCUMENT not in self._parts.sizes:
            raise NotAnExport(name=self._name)
        if self._parts.sizes[DOCUMENT] > MOST_BYTES:
            raise self._damaged(_("It is far larger inside than it seems."))
        try:
            with self._parts.open(DOCUMENT) as part:
                return document_reading.read(b"".join(_read(part, MOST_BYTES)))
        except TooNewError:
            raise NewerExport(name=self._name) from None
        except (*BAD, *BROKEN):
            raise self._damaged(_("What portfolio.json says is not as CoachApp writes it.")) from None

    def _check_parts(self) -> None:
        """What portfolio.json tells of lies beside it, and in a zip file nothing else."""
        wanted = {file.path: file.size for file in self._files}
        found = {n: size for n, size in self._parts.sizes.items() if n not in (DOCUMENT, README)}
        if not self._parts.all_told:
            found = {name: size for name, size in found.items() if name in wanted}
        if wanted != found or any(size > _LARGEST for size in wanted.values()):
            raise self._damaged(_("The evidence in it is not what portfolio.json tells of."))

    def _pieces(self, file: Bytes) -> Iterator[bytes]:
        hashed = hashlib.sha256()
        try:
            with self._parts.open(file.path) as part:
                for piece in _read(part, file.size):
                    hashed.update(piece)
                    yield piece
        except BROKEN:
            raise self._damaged(_("A part of it can't be read.")) from None
        if hashed.hexdigest() != file.digest:
            raise self._damaged(_("The evidence in it is not what portfolio.json tells of."))

    def _damaged(self, fault: str) -> DamagedExport:
        return DamagedExport(name=self._name, fault=fault)


def _read(part: IO[bytes], most: int) -> Iterator[bytes]:
    """Piece by piece, as a part may say that it is smaller than it is; ValueError for more than this."""
    while piece := part.read(_PIECE):
        most -= len(piece)
        if most < 0:
            raise ValueError(most)
        yield piece


def is_export(path: Path) -> bool:
    """Whether it may be one, damaged or not; quick, whoever made it."""
    try:
        with containers.opened(path, quick=True) as parts:
            return DOCUMENT in parts.sizes and _begins_well(parts)
    except CoachError:
        return False


def _begins_well(parts: Parts) -> bool:
    try:
        with parts.open(DOCUMENT) as part:
            return document.NAME.encode() in part.read(_BEGINNING)
    except BROKEN:
        return True  # what is wrong with it is told when it is read


@contextmanager
def opened(path: Path) -> Iterator[Export]:
    """Of a zip file, the folder that it was unpacked in, or portfolio.json in there. Raises a CoachError."""
    with containers.opened(path) as parts:
        yield Export(parts, path.name)
