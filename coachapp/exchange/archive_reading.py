"""An export as a portfolio again. It may have been made to harm: nothing is unpacked to a disk."""

import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from coachapp.domain.copies import Copy
from coachapp.exchange import document_reading
from coachapp.exchange.archive import DOCUMENT, FOLDER, README
from coachapp.exchange.document import Bytes
from coachapp.exchange.document_reading import BAD, TooNewError
from coachapp.exchange.export_faults import DamagedExport, NewerExport, NoExport, NotAnExport
from coachapp.exchange.json_reading import MOST_BYTES
from coachapp.exchange.workbook import BROKEN
from coachapp.i18n import gettext as _

_PIECE: Final = 256 * 1024
_MOST_AT_ONCE: Final = 16_000_000  # of the list of parts
_LARGEST: Final = 50_000_000
_TIMES: Final = 100  # as large as the export itself may evidence be
_ENCRYPTED: Final = 0x1


class Export:
    """An export that is open; `copy` was checked, evidence is when it is read."""

    def __init__(self, package: zipfile.ZipFile, name: str, size: int) -> None:
        self._package, self._name = package, name
        self._parts = self._listed(size)
        self.copy, self._files = self._read()
        self._check_parts()

    def contents(self) -> Iterator[Iterator[bytes]]:
        """The bytes of each evidence, in pieces. Raises DamagedExport when they aren't what they were."""
        return map(self._pieces, self._files)

    def _listed(self, size: int) -> dict[str, zipfile.ZipInfo]:
        entries = [one for one in self._package.infolist() if one.filename != FOLDER]
        parts = {one.filename: one for one in entries}
        if DOCUMENT not in parts:
            raise NotAnExport(name=self._name)
        usual = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        strange = any(one.flag_bits & _ENCRYPTED or one.compress_type not in usual for one in entries)
        if len(parts) != len(entries) or strange:
            raise self._damaged(_("Its parts are not as CoachApp writes them."))
        evidence = sum(one.file_size for one in entries if one.filename.startswith(FOLDER))
        if parts[DOCUMENT].file_size > MOST_BYTES or evidence > _TIMES * size:
            raise self._damaged(_("It is far larger inside than it seems."))
        return parts

    def _read(self) -> tuple[Copy, tuple[Bytes, ...]]:
        try:
            return document_reading.read(self._package.read(self._parts[DOCUMENT]))
        except TooNewError:
            raise NewerExport(name=self._name) from None
        except (*BAD, *BROKEN):
            raise self._damaged(_("What portfolio.json says is not as CoachApp writes it.")) from None

    def _check_parts(self) -> None:
        """Just what portfolio.json tells of lies beside it."""
        wanted = {file.path: file.size for file in self._files}
        found = {n: p.file_size for n, p in self._parts.items() if n not in (DOCUMENT, README)}
        if wanted != found or any(size > _LARGEST for size in wanted.values()):
            raise self._damaged(_("The evidence in it is not what portfolio.json tells of."))

    def _pieces(self, file: Bytes) -> Iterator[bytes]:
        hashed = hashlib.sha256()
        try:
            with self._package.open(self._parts[file.path]) as part:
                while piece := part.read(_PIECE):
                    hashed.update(piece)
                    yield piece
        except BROKEN:
            raise self._damaged(_("A part of it can't be read.")) from None
        if hashed.hexdigest() != file.digest:
            raise self._damaged(_("The evidence in it is not what portfolio.json tells of."))

    def _damaged(self, fault: str) -> DamagedExport:
        return DamagedExport(name=self._name, fault=fault)


class _Careful(io.FileIO):
    """A list of parts that would fill the memory is not read."""

    def read(self, size: int | None = -1, /) -> bytes:
        left = os.fstat(self.fileno()).st_size - self.tell()
        if min(left, left if size is None or size < 0 else size) > _MOST_AT_ONCE:
            raise ValueError(size)
        return super().read(size) or b""


@contextmanager
def opened(path: Path) -> Iterator[Export]:
    """Raises a CoachError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting
            raise NoExport(name=path.name)
        file = _Careful(path)
    except (OSError, ValueError):
        raise NoExport(name=path.name) from None
    with file:
        try:
            package = zipfile.ZipFile(file)
        except BROKEN:
            raise NotAnExport(name=path.name) from None
        with package:
            yield Export(package, path.name, os.fstat(file.fileno()).st_size)
