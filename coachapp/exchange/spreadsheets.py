"""A table as CSV or XLSX, in which nothing that was typed is a formula."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, BinaryIO, Final

from coachapp.exchange.formulas import guarded, is_formula
from coachapp.exchange.tables import Cell, Row
from coachapp.i18n import language

_MOST: Final = 32_767  # signs in a cell
_NARROW: Final = 12
_WIDE: Final = 40
_CODE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # stands for one sign in these files


def as_csv(rows: Sequence[Row]) -> str:
    """As spreadsheets of this language expect it: Dutch ones take a semicolon and a decimal comma."""
    dutch = language() == "nl"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if dutch else ",")
    for row in rows:
        writer.writerow(_text(cell, "," if dutch else ".") for cell in row)
    return out.getvalue()


def write_xlsx(out: BinaryIO, title: str, rows: Sequence[Row]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - takes long
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for at, cells in enumerate(zip(*rows, strict=True), start=1):
        longest = max(len(line) for cell in cells for line in str(cell).split("\n"))
        sheet.column_dimensions[get_column_letter(at)].width = min(max(longest + 2, _NARROW), _WIDE)
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, is_heading=number == 0) for value in row])
    book.save(out)


def _text(cell: Cell, mark: str) -> str:
    return str(cell).replace(".", mark) if isinstance(cell, Decimal) else guarded(cell)


def _cell(sheet: Any, value: Cell, *, is_heading: bool) -> Any:
    """A text is a text whatever it begins with, and stays one when it is edited; no text is no cell."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    if not value and isinstance(value, str):
        return None
    if isinstance(value, Decimal):
        cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]
    else:
        cell = WriteOnlyCell(sheet, _CODE.sub("_x005F_", value)[:_MOST])
        cell.data_type = "s"
        cell.quotePrefix = is_formula(value)  # type: ignore[attr-defined]
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=is_heading)
    return cell
