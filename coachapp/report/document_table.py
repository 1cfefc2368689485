"""Tables in a Word document that programs that read aloud understand."""

from typing import TYPE_CHECKING, Any

from coachapp.report.blocks import Table

if TYPE_CHECKING:
    from docx.document import Document


def add_table(document: "Document", table: Table, called: str, width: float) -> None:
    """As wide as `width` millimetres, whatever is in it; its heads come back on a next page."""
    made: Any = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False  # a long word is broken within its cell
    _fill(made.rows[0], table.heads, bold=True)
    _set(made.rows[0], "w:tblHeader")
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
    _share(made, table.shares, width)


def _fill(row: Any, texts: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
        if bold:
            _make_bold(cell)


def _make_bold(cell: Any) -> None:
    for run in cell.paragraphs[0].runs:
        run.bold = True


def _add_title(table: Any, title: str) -> None:
    """One cell across, that stays with the row below it."""
    row = table.add_row()
    across = row.cells[0].merge(row.cells[-1])
    across.text = title
    _make_bold(across)
    across.paragraphs[0].paragraph_format.keep_with_next = True


def _set(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - it offers no other way


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


def _share(table: Any, shares: tuple[float, ...], width: float) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    scale = width / sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share * scale)
    for row in table.rows:
        cells = row._tr.tc_lst  # noqa: SLF001 - a merged cell counts once
        if len(cells) == len(shares):
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = Mm(share * scale)
