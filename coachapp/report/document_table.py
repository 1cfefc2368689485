"""Tables in a Word document that programs that read aloud understand."""

from typing import TYPE_CHECKING, Any, Final

from coachapp.report.blocks import Table
from coachapp.report.document_text import write_alone

_HEAD: Final = "F4F1EB"
_BELOW: Final = 2 * 12700  # a text in a cell: two points
_WITHIN: Final = 108  # twentieths of a point, as wide as the room before the text in a cell

if TYPE_CHECKING:
    from docx.document import Document


def add_table(document: "Document", table: Table, called: str, width: float) -> None:
    """As wide as `width` millimetres, whatever is in it; its heads come back on a next page."""
    made: Any = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False  # a long word is broken within its cell
    _fill(made.rows[0], table.heads)
    make_head(made.rows[0])
    for group in table.groups:
        if group.title:
            _add_title(made, group.title)
        for row in group.rows:
            added = made.add_row()
            _fill(added, row)
            _set(added, "w:cantSplit")
            if table.named:
                _make_bold(added.cells[0])
    _say_heads(made, named=table.named)
    _name(made, called)
    lay_out(made, table.shares, width)


def make_head(row: Any) -> None:
    """It comes back on a next page, and stays with what is below it."""
    _set(row, "w:cantSplit")
    _set(row, "w:tblHeader")
    for cell in row.cells:
        _shade(cell)
        _make_bold(cell)
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(row: Any, texts: tuple[str, ...]) -> None:
    """A line break within a text makes another paragraph."""
    for cell, text in zip(row.cells, texts, strict=True):
        for number, part in enumerate(text.split("\n")):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            write_alone(paragraph, part, in_table=True)
            paragraph.paragraph_format.space_after = _BELOW


def _make_bold(cell: Any) -> None:
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run.bold = run.font.cs_bold = True


def _add_title(table: Any, title: str) -> None:
    """One cell across, that stays with the row below it."""
    row = table.add_row()
    across = row.cells[0].merge(row.cells[-1])
    write_alone(across.paragraphs[0], title, bold=True, in_table=True)
    across.paragraphs[0].paragraph_format.space_after = _BELOW
    across.paragraphs[0].paragraph_format.keep_with_next = True


def _set(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - it offers no other way


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def _keep_within_margins(table: Any) -> None:
    """A word processor lets the text in a table begin at the margin, and its lines before that."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_WITHIN))
    indent.set(qn("w:type"), "dxa")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(indent)  # noqa: SLF001


def _say_heads(table: Any, *, named: bool) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001
    look.set(qn("w:firstRow"), "1")
    look.set(qn("w:firstColumn"), str(int(named)))


def _name(table: Any, called: str) -> None:
    """What a program that reads aloud says first of it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), called)
    table._tbl.tblPr.append(caption)  # noqa: SLF001


def lay_out(table: Any, shares: tuple[float, ...], width: float) -> None:
    """Between the margins, its columns as wide as their shares."""
    from docx.shared import Mm  # noqa: PLC0415

    _keep_within_margins(table)
    scale = width / sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share * scale)
    for row in table.rows:
        cells = row._tr.tc_lst  # noqa: SLF001 - a merged cell counts once
        if len(cells) == len(shares):
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = Mm(share * scale)
