"""Everything of a portfolio in one zip file, which also unpacks as plain files."""

import re
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
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
    """Evidence in the portfolio file: the sizes of what is there, by digest, and `pieces(digest, name)`."""

    sizes: Mapping[str, int]
    pieces: Callable[[str, str], Iterator[bytes]]


def write(out: BinaryIO, copy: Copy, source: Source, told: Told = lambda _done, _all: None) -> None:
    """`told` gets the bytes of evidence so far, and all. Raises what `pieces` raises."""
    files = contents(copy, source.sizes)
    done, total = 0, sum(file.size for file in files)
    with zipfile.ZipFile(out, "w", strict_timestamps=False) as package:
        package.writestr(_entry(README, zipfile.ZIP_DEFLATED), readme.text(copy.portfolio).encode())
        with package.open(_entry(DOCUMENT, zipfile.ZIP_DEFLATED), "w") as part:
            for text in _gathered(document.text(copy, files)):
                part.write(text.encode())
        for file in files:
            with package.open(_entry(file.path, zipfile.ZIP_STORED, file.size), "w") as part:
                for piece in source.pieces(file.digest, file.path.partition("-")[2]):
                    part.write(piece)
                    done += len(piece)
                    told(done, total)


def contents(copy: Copy, sizes: Mapping[str, int]) -> tuple[Bytes, ...]:
    """What is referred to, also in the bin or in history only, each once."""
    names = {digest: name for digest, name in _named(copy) if digest in sizes}
    return tuple(
        Bytes(digest, sizes[digest], f"{FOLDER}{digest}-{safe(names[digest])}") for digest in sorted(names)
    )


def safe(name: str) -> str:
    """A file's name that no system reads as anything else; its ending stays."""
    clean = re.sub(r"[^\w.]+", "_", unicodedata.normalize("NFC", name), flags=re.UNICODE).strip("._")
    stem, dot, ending = clean.rpartition(".")
    if len(clean) > _LONGEST:
        clean = (stem or ending)[: _LONGEST - 10] + (dot + ending[:9] if stem else "")
    return clean.strip("._") or "file"


def _named(copy: Copy) -> Iterator[tuple[str, str]]:
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
