"""Files that were copied in: their bytes, once for each content, in pieces that are written between saves."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from coachapp.errors import CoachError
from coachapp.storage import contents, evidence_source
from coachapp.storage.contents import APART, Taken
from coachapp.storage.drafts import written
from coachapp.storage.evidence_faults import Lost, NotTakenIn, TooLarge
from coachapp.storage.evidence_source import MOST, PIECE
from coachapp.storage.faults import DamagedFile, NotReadable, told_as
from coachapp.storage.file import PortfolioFile

PIECES_AT_A_TIME: Final = 16

Told = Callable[[int], object]


def take_in(
    file: PortfolioFile,
    path: Path,
    told: Told = lambda _done: None,
    may_go_on: Callable[[], bool] = lambda: True,
) -> Taken:
    """Copy a file in; `told` gets the bytes so far. Raises a CoachError, and then nothing was taken in."""
    with evidence_source.opened(path) as (source, size), told_as(NotTakenIn, path.name):
        return _taken(file, evidence_source.read(source, path.name, size, may_go_on), told)


def take_bytes(file: PortfolioFile, name: str, data: bytes) -> Taken:
    """The same for what lies on the clipboard."""
    if len(data) > MOST:
        raise TooLarge(name=name, most=MOST // 1_000_000)
    parts = (data[at : at + PIECE] for at in range(0, len(data), PIECE))
    with told_as(NotTakenIn, name):
        return _taken(file, parts, lambda _done: None)


def take_pieces(file: PortfolioFile, given: Iterator[bytes]) -> Taken:
    """The same for what comes from an export; raises what reading that raises."""
    return _taken(file, given, lambda _done: None)


def sizes(file: PortfolioFile) -> dict[str, int]:
    """Of all that was copied in, by digest."""
    return file.read(contents.sizes)


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
    found = file.read(lambda connection: contents.found(connection, digest))
    at = (found or 0) * APART
    while found and (piece := file.read(lambda connection, at=at: contents.piece(connection, at))):
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
    for digest in sorted(sizes(source).keys() - sizes(into).keys()):
        with suppress(Lost):
            _taken(into, pieces(source, digest, digest), lambda _done: None)


def tidy(file: PortfolioFile) -> None:
    """Sweep before the file is closed, if there is anything; what fails is left to the next time."""
    with suppress(CoachError):
        if file.read(contents.are_there):
            file.put(contents.sweep)


def _taken(file: PortfolioFile, given: Iterator[bytes], told: Told) -> Taken:
    """Pieces are written a few at a time, so that saves come between; a kill leaves what `begin` removes."""
    with file.taking:
        content = file.put(contents.begin)
        try:
            taken = _put(file, content, given, told)
        except BaseException:
            with suppress(CoachError):
                file.put(lambda connection: contents.drop(connection, content))
            raise
    told(taken.size)
    return taken


def _put(file: PortfolioFile, content: int, given: Iterator[bytes], told: Told) -> Taken:
    hashed, size, waiting = hashlib.sha256(), 0, list[contents.Row]()
    for at, piece in enumerate(given, content * APART):
        hashed.update(piece)
        size += len(piece)
        waiting.append({"id": at, "content_id": content, "data": piece})
        if len(waiting) == PIECES_AT_A_TIME:
            file.put(lambda connection: contents.add(connection, waiting))
            waiting.clear()
            told(size)
    taken = Taken(hashed.hexdigest(), size)
    file.put(lambda connection: contents.end(connection, content, waiting, taken))
    return taken
