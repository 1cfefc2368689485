"""Reads a list from a file or from pasted text; looks at what is in it, not at its name."""

import io
import zipfile
from functools import partial
from pathlib import Path
from typing import Final

from coachapp.exchange import delimited, faults, workbook
from coachapp.exchange.encoding import decoded
from coachapp.exchange.table import Line, Lines, Table

MOST_MEGABYTES: Final = 10
_MOST_BYTES: Final = MOST_MEGABYTES * 1024 * 1024
_PROSE: Final = ("", ".txt", ".text", ".md")

_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", partial(faults.OldWorkbook)),
    (b"%PDF", partial(faults.OtherDocument, kind=".pdf")),
    (b"{\\rtf", partial(faults.OtherDocument, kind=".rtf")),
    (b"SQLite format 3", partial(faults.APortfolio)),
)
# A part of a ZIP file that tells what the whole is.
_PACKAGES: Final = (
    ("xl/workbook.bin", partial(faults.OtherWorkbook, kind=".xlsb")),
    ("word/document.xml", partial(faults.OtherDocument, kind=".docx")),
    ("ppt/presentation.xml", partial(faults.OtherDocument, kind=".pptx")),
    ("Index/Document.iwa", partial(faults.OtherWorkbook, kind=".numbers")),
    ("content.xml", partial(faults.OtherWorkbook, kind=".ods")),
)


def read(source: Path | str, sheet: str = "") -> Table:
    """The lines of a file, or of pasted text; `sheet` names another one than a workbook's first."""
    if isinstance(source, str):
        if len(source) > _MOST_BYTES:
            raise faults.ListTooLarge(limit=MOST_MEGABYTES)
        return Table(_text_lines(source, prose=True))
    data = _bytes(source)
    for beginning, fault in _OTHERS:
        if data.startswith(beginning):
            raise fault()
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, source.stem, sheet)
    prose = source.suffix.casefold() in _PROSE
    return Table(_text_lines(decoded(data), prose=prose), name=source.stem)


def _bytes(path: Path) -> bytes:
    """The whole file; what is no plain file (a folder, a device) might never end."""
    try:
        if not path.is_file():
            raise faults.ListNotFound(name=path.name or path)
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise faults.ListNotReadable(name=path.name) from error
    if len(data) > _MOST_BYTES:
        raise faults.ListTooLarge(limit=MOST_MEGABYTES)
    return data


def _text_lines(text: str, *, prose: bool) -> tuple[Line, ...]:
    lines = Lines()
    for line in delimited.lines(text, prose=prose):
        lines.add(line)
    return lines.taken()


def _workbook(data: bytes, name: str, sheet: str) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = set(package.namelist())
    except workbook.BROKEN as error:
        raise faults.DamagedList from error
    if "xl/workbook.xml" in parts:
        return workbook.read(data, name, sheet)
    if b"opendocument.text" in data[:200]:
        raise faults.OtherDocument(kind=".odt")
    fault = next((fault for part, fault in _PACKAGES if part in parts), faults.NotAList)
    raise fault()
