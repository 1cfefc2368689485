"""Spreadsheets (.xlsx, .xlsm) to lines of cells: values only, never formulas."""

import datetime as dt
import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, Final

from coachapp.exchange.faults import DamagedList, EmptyList, ListTooLarge, TooManyCells
from coachapp.exchange.table import Line, Lines, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_MEGABYTES: Final = 40  # unpacked; a list of 10,000 lines has about eight
_MOST_CELLS: Final = 300_000
_CELL: Final = re.compile(rb"<(?:\w+:)?c[ />]")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")
_LAST_ROW: Final = 1_048_576
# What openpyxl meets in a broken workbook it raises as whatever went wrong just there.
BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    EOFError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def read(data: bytes, name: str, sheet: str = "") -> Table:
    """The sheet of this name, else the first one with anything in it."""
    try:
        has_formulas = _measured(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, name, sheet, has_formulas=has_formulas)
    except BROKEN as error:
        raise DamagedList from error


def _measured(data: bytes) -> bool:
    """Refuses what would take minutes to read; says whether there are formulas."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = [part for part in package.infolist() if not part.filename.startswith("xl/media/")]
        if sum(part.file_size for part in text) > _MOST_MEGABYTES * 1024 * 1024:
            raise ListTooLarge(limit=_MOST_MEGABYTES)
        sheets = [package.read(part) for part in text if part.filename.startswith("xl/worksheets/sheet")]
    if any(sum(1 for _cell in _CELL.finditer(sheet)) > _MOST_CELLS for sheet in sheets):
        raise TooManyCells(limit=_MOST_CELLS)
    return any(_FORMULA.search(sheet) for sheet in sheets)


def _read(data: bytes, name: str, sheet: str, *, has_formulas: bool) -> Table:
    with closing(_workbook(data, data_only=True)) as values:
        formulas = _workbook(data, data_only=False) if has_formulas else None
        visible = tuple(s.title for s in values.worksheets if s.sheet_state == "visible")
        for title in (sheet,) if sheet in visible else visible:
            with suppress(EmptyList):
                return Table(_lines(values, formulas, title), name, title, visible)
    raise EmptyList


def _workbook(data: bytes, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415 - takes long, and most lists don't need it

    return load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)


def _lines(values: "Workbook", formulas: "Workbook | None", title: str) -> tuple[Line, ...]:
    """A formula that was never calculated has no value."""
    lines = Lines()
    written_rows = _rows(formulas, title) if formulas else repeat(())
    for number, (row, written) in enumerate(zip(_rows(values, title), written_rows, strict=False), start=1):
        uncalculated = any(
            value is None and text is not None for value, text in zip(row, written, strict=False)
        )
        lines.add(Line(number, tuple(_text(value) for value in row), uncalculated))
    return lines.taken()


def _rows(book: "Workbook", title: str) -> Iterator[tuple[Any, ...]]:
    sheet = book[title]
    sheet.reset_dimensions()  # what a file says about its own size is often wrong
    return islice(sheet.iter_rows(values_only=True), _LAST_ROW)


def _text(value: object) -> str:
    """A value as a person would type it; midnight is a day, and 12.0 is 12."""
    match value:
        case None:
            return ""
        case float():
            return _number(value)
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
        case dt.timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        case str():
            return _unescaped(value)
        case _:
            return str(value)


def _unescaped(text: str) -> str:
    """ "_x0041_" stands for one sign in these files."""
    from openpyxl.utils.escape import unescape  # noqa: PLC0415

    return unescape(text) if "_x" in text else text


def _number(value: float) -> str:
    """Never with just three decimals, which could be read as thousands."""
    text = f"{value:.10g}"
    return text + "0" if len(text.partition(".")[2]) == len("125") else text
