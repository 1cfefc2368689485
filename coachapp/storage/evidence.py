"""Files that were copied in: their bytes, once for each content, in pieces that are written between saves."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage.drafts import written
from coachapp.storage.faults import AFolder, DamagedFile, NoSuchFile, NotAFile, NotReadable, SaveFailed
from coachapp.storage.file import PortfolioFile
from coachapp.storage.tables import METADATA

MOST: Final = 50_000_000  # bytes
_PIECE: Final = 256 * 1024
_PIECES_AT_A_TIME: Final = 16
_APART: Final = 2**20  # ids of pieces of one content follow each other

_CONTENTS: Final = METADATA.tables["contents"]
_CHUNKS: Final = METADATA.tables["chunks"]

Told = Callable[[int], object]


class Taken(NamedTuple):
    """`digest`: SHA-256, hexadecimal; `size` in bytes."""

    digest: str
    size: int


class TooLarge(CoachError):
    """`most`: in millions of bytes."""

    def _template(self) -> str:
        return _("“{name}” is too large: at most {most} MB fits. Make it smaller, or keep it elsewhere.")


class ChangedMeanwhile(CoachError):
    def _template(self) -> str:
        return _("“{name}” was changed while it was read. Nothing was taken in; try it again.")


class NotTakenIn(CoachError):
    """`reason`: why the portfolio file could not be written, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” was not copied in. {reason}")


class Stopped(CoachError):
    def _template(self) -> str:
        return _("Stopped. Nothing was taken in.")


class Lost(CoachError):
    """The bytes are not there, or are no longer what they were."""

    def _template(self) -> str:
        return _("The content of “{name}” is damaged and can't be taken out. Look in a backup.")


def take_in(
    file: PortfolioFile,
    path: Path,
    told: Told = lambda _done: None,
    may_go_on: Callable[[], bool] = lambda: True,
) -> Taken:
    """Copy a file in; `told` gets the bytes so far. Raises a CoachError, and then nothing was taken in."""
    with _opened(path) as (source, size), _telling(path.name):
        return _taken(file, _read(source, path.name, size, may_go_on), told)


def take_bytes(file: PortfolioFile, name: str, data: bytes) -> Taken:
    """The same for what lies on the clipboard."""
    if len(data) > MOST:
        raise TooLarge(name=name, most=MOST // 1_000_000)
    parts = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    with _telling(name):
        return _taken(file, parts, lambda _done: None)


def take_pieces(file: PortfolioFile, given: Iterator[bytes]) -> Taken:
    """The same for what comes from an export; raises what reading that raises."""
    return _taken(file, given, lambda _done: None)


def sizes(file: PortfolioFile) -> dict[str, int]:
    """Of all that was copied in, by digest."""
    query = select(_CONTENTS.c.digest, _CONTENTS.c.size).where(_CONTENTS.c.digest != "")
    return {row.digest: row.size for row in file.read(lambda c: c.execute(query).all())}


def pieces(file: PortfolioFile, digest: str, name: str) -> Iterator[bytes]:
    """What was copied in, piece by piece. Raises Lost when it no longer is what it was."""
    hashed = hashlib.sha256()
    try:
        for piece in _pieces(file, digest):
            hashed.update(piece)
            yield piece
    except (DamagedFile, NotReadable):
        raise Lost(name=name) from None
    if hashed.hexdigest() != digest:
        raise Lost(name=name)


def _pieces(file: PortfolioFile, digest: str) -> Iterator[bytes]:
    found = file.read(lambda connection: _content(connection, digest))
    at = (found or 0) * _APART
    while found and (piece := file.read(lambda connection, at=at: _piece(connection, at))):
        yield piece
        at += 1


def is_sound(file: PortfolioFile, digest: str, told: Told = lambda _size: None) -> bool:
    """Whether it can be taken out; `told` gets the size of each piece."""
    try:
        for piece in pieces(file, digest, ""):
            told(len(piece))
    except Lost:
        return False
    return True


def save_as(file: PortfolioFile, digest: str, path: Path) -> None:
    """Write it to a file of its own, whole or not at all. Raises Lost or NotCreated."""
    with written(path) as out:
        for piece in pieces(file, digest, path.name):
            out.write(piece)


def bring(source: PortfolioFile, into: PortfolioFile) -> None:
    """Copy in what another copy of the portfolio has and this one lacks; what is damaged there stays out."""
    there, here = (set(one.read(_digests)) for one in (source, into))
    for digest in sorted(there - here):
        with suppress(Lost):
            _taken(into, pieces(source, digest, digest), lambda _done: None)


def tidy(file: PortfolioFile) -> None:
    """Sweep before the file is closed, if there is anything; what fails is left to the next time."""
    with suppress(CoachError):
        if file.read(_digests):
            file.put(sweep)


def sweep(connection: Connection) -> None:
    """Remove the bytes that nothing refers to: no evidence, nothing in the bin, no history."""
    used = """
        SELECT digest FROM evidence
        UNION SELECT json_extract(content, '$.digest') FROM tombstones
            WHERE kind = 'evidence' AND content != ''
        UNION SELECT json_extract(was, '$.digest') FROM writes WHERE kind = 'evidence' AND was != ''
        UNION SELECT json_extract(now, '$.digest') FROM writes WHERE kind = 'evidence' AND now != ''
    """
    named = {str(row[0]) for row in connection.exec_driver_sql(used)}
    for content_id, digest in connection.execute(select(_CONTENTS.c.id, _CONTENTS.c.digest)).all():
        if digest not in named:
            _drop(connection, content_id)


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """What can't be written is told of this file, not of changes."""
    try:
        yield
    except SaveFailed as error:
        raise NotTakenIn(name=name, reason=error.fields["reason"]) from None


def _taken(file: PortfolioFile, given: Iterator[bytes], told: Told) -> Taken:
    """Pieces are written a few at a time, so that saves come between; a kill leaves what `_begin` removes."""
    with file.taking:
        content = file.put(_begin)
        hashed, size, waiting, at = hashlib.sha256(), 0, list[dict[str, Any]](), content * _APART
        try:
            for piece in given:
                hashed.update(piece)
                size += len(piece)
                waiting.append({"id": at, "content_id": content, "data": piece})
                at += 1
                if len(waiting) == _PIECES_AT_A_TIME:
                    file.put(lambda connection: connection.execute(insert(_CHUNKS), waiting))
                    waiting.clear()
                    told(size)
            taken = Taken(hashed.hexdigest(), size)
            file.put(lambda connection: _end(connection, content, waiting, taken))
        except BaseException:
            with suppress(CoachError):
                file.put(lambda connection: _drop(connection, content))
            raise
    told(size)
    return taken


def _begin(connection: Connection) -> int:
    """A place for a new content; what an earlier one left unfinished goes."""
    for (left,) in connection.execute(select(_CONTENTS.c.id).where(_CONTENTS.c.digest == "")).all():
        _drop(connection, left)
    last = connection.execute(select(_CONTENTS.c.id).order_by(_CONTENTS.c.id.desc())).scalars().first()
    content = (last or 0) + 1
    connection.execute(insert(_CONTENTS), {"id": content, "digest": "", "size": 0})
    return content


def _end(connection: Connection, content: int, waiting: list[dict[str, Any]], taken: Taken) -> None:
    """From now on it is there; the same content is kept once."""
    if _content(connection, taken.digest) is not None:
        _drop(connection, content)
        return
    if waiting:
        connection.execute(insert(_CHUNKS), waiting)
    done = update(_CONTENTS).where(_CONTENTS.c.id == content)
    connection.execute(done.values(digest=taken.digest, size=taken.size))


def _drop(connection: Connection, content: int) -> None:
    of = _CHUNKS.c.id.between(content * _APART, (content + 1) * _APART - 1)
    connection.execute(delete(_CHUNKS).where(of))
    connection.execute(delete(_CONTENTS).where(_CONTENTS.c.id == content))


def _digests(connection: Connection) -> list[str]:
    return [digest for digest in connection.execute(select(_CONTENTS.c.digest)).scalars() if digest]


def _content(connection: Connection, digest: str) -> int | None:
    return connection.execute(select(_CONTENTS.c.id).where(_CONTENTS.c.digest == digest)).scalars().first()


def _piece(connection: Connection, at: int) -> bytes:
    """Of a sound file no piece is longer; of a hostile one only so much is read."""
    query = f"SELECT substr(data, 1, {_PIECE * 4}) FROM chunks WHERE id = ?"  # noqa: S608 - a number of ours
    row = connection.exec_driver_sql(query, (at,)).first()
    return bytes(row[0]) if row and isinstance(row[0], bytes) else b""


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, int]]:
    """A regular file that is not too large, and its size."""
    # Not blocking: it may be a FIFO.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_dir():
            raise AFolder(name=path.name)
        source = os.fdopen(os.open(path, flags), "rb", buffering=0)
    except FileNotFoundError:
        raise NoSuchFile(name=path.name) from None
    except (OSError, ValueError):
        raise NotReadable(name=path.name) from None
    with source:
        status = os.fstat(source.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(name=path.name)
        if status.st_size > MOST:
            raise TooLarge(name=path.name, most=MOST // 1_000_000)
        yield source, status.st_size


def _read(source: Any, name: str, size: int, may_go_on: Callable[[], bool]) -> Iterator[bytes]:
    left = size
    while True:
        if not may_go_on():
            raise Stopped
        try:
            piece = source.read(_PIECE)
        except OSError:
            raise NotReadable(name=name) from None
        left -= len(piece)
        if left < 0 or (not piece and left):
            raise ChangedMeanwhile(name=name)
        if not piece:
            return
        yield piece
