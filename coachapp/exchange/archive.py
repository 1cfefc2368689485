"""Everything of a portfolio in one zip file, which also unpacks as plain files."""

import re
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Final, NamedTuple

from coachapp.domain.copies import Copy
from coachapp.exchange import document, readme
from coachapp.exchange.document import Bytes

DOCUMENT: Final = "portfolio.json"
README: Final = "README.txt"
FOLDER: Final = "evidence/"
_LONGEST: Final = 80
_MINE_ONLY: Final = 0o100600 << 16

Told = Callable[[int, int], object]


class Source(NamedTuple):
    """Evidence in the portfolio file: the sizes of what is there, by digest, and `pieces(digest, name)`.

    `is_sound(digest, told)` reads it, and tells the size of each piece.
    """

    sizes: Mapping[str, int]
    is_sound: Callable[[str, Callable[[int], object]], bool]
    pieces: Callable[[str, str], Iterator[bytes]]


def write(
    out: BinaryIO, copy: Copy, source: Source, told: Told = lambda _done, _all: None
) -> tuple[str, ...]:
    """`told` gets the bytes of evidence so far, and all: they are read twice. Raises what `pieces` raises.

    Gives the names of the evidence that is left out: what is damaged, and what never was in this copy.
    """
    names = {digest: name for digest, name in named(copy) if digest}
    progress = _Progress(told, 2 * sum(size for digest, size in source.sizes.items() if digest in names))
    files = _sound_files(names, source, progress)
    missing = _without(names, files)
    with zipfile.ZipFile(out, "w", strict_timestamps=False) as package:
        package.writestr(_entry(README, zipfile.ZIP_DEFLATED), readme.text(copy.portfolio, missing).encode())
        with package.open(_entry(DOCUMENT, zipfile.ZIP_DEFLATED), "w") as part:
            for text in _gathered(document.text(copy, files)):
                part.write(text.encode())
        for file in files:
            with package.open(_entry(file.path, zipfile.ZIP_STORED, file.size), "w") as part:
                for piece in source.pieces(file.digest, names[file.digest]):
                    part.write(piece)
                    progress.add(len(piece))
    return missing


class _Progress:
    def __init__(self, told: Told, total: int) -> None:
        self._told, self._done, self._total = told, 0, total

    def add(self, size: int) -> None:
        self._done += size
        self._told(self._done, self._total)


def _sound_files(names: Mapping[str, str], source: Source, progress: _Progress) -> tuple[Bytes, ...]:
    """What is referred to, also in the bin or in history only, each once."""
    return tuple(
        Bytes(digest, source.sizes[digest], f"{FOLDER}{digest}-{safe(names[digest])}")
        for digest in sorted(names)
        if digest in source.sizes and source.is_sound(digest, progress.add)
    )


def _without(names: Mapping[str, str], files: Iterable[Bytes]) -> tuple[str, ...]:
    there = {file.digest for file in files}
    return tuple(sorted({name for digest, name in names.items() if digest not in there}))


def safe(name: str) -> str:
    """A file's name that no system reads as anything else; its ending stays."""
    clean = re.sub(r"[^\w.]+", "_", unicodedata.normalize("NFC", name), flags=re.UNICODE).strip("._")
    stem, dot, ending = clean.rpartition(".")
    if len(clean) > _LONGEST:
        clean = (stem or ending)[: _LONGEST - 10] + (dot + ending[:9] if stem else "")
    return clean.strip("._") or "file"


def named(copy: Copy) -> Iterator[tuple[str, str]]:
    """What shows comes last, so that its name counts."""
    for change in copy.changes:
        for write in change.writes:
            for fields in (write.was, write.now) if write.kind == "evidence" else ():
                if fields and "digest" in fields:
                    yield str(fields["digest"]), str(fields.get("name", ""))
    for removed in copy.removed:
        if removed.kind == "evidence" and removed.content:
            yield str(removed.content["digest"]), str(removed.content["name"])
    for item in copy.portfolio.evidence:
        yield item.digest, item.name


def _entry(name: str, compression: int, size: int = 0) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.localtime()[:6])
    entry.compress_type = compression
    entry.external_attr = _MINE_ONLY
    entry.file_size = size
    return entry


def _gathered(texts: Iterator[str], most: int = 10_000) -> Iterator[str]:
    """Many small texts as fewer large ones."""
    waiting: list[str] = []
    for text in texts:
        waiting.append(text)
        if len(waiting) == most:
            yield "".join(waiting)
            waiting.clear()
    yield "".join(waiting)
