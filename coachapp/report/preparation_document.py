"""Writes the preparation sheet as a Word document: the same page, to fill in on a computer."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp import i18n
from coachapp.i18n import gettext as _
from coachapp.report import preparation
from coachapp.report.paper import A4, MM, Paper, Size
from coachapp.report.preparation import Part, Preparation
from coachapp.report.saving import save

if TYPE_CHECKING:
    from docx.document import Document

_BLANK = Preparation()
_REGIONS: Final = {"nl": "nl-NL", "en": "en-GB"}
_MARGIN: Final = 20  # millimetres
_NUMBER: Final = 12
_ROW: Final = 7.5


def write(path: Path, *, language: str, filled: Preparation = _BLANK, size: Size = A4) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from docx import Document  # noqa: PLC0415 - only who writes one waits for it

    document = Document()
    with i18n.speaking(language):
        _dress(document, language, size.sheet)
        _fill(document, filled.shortened(), size.sheet.width / MM - 2 * _MARGIN)
    file = BytesIO()
    document.save(file)
    save(file.getvalue(), path)


def _dress(document: "Document", language: str, paper: Paper) -> None:
    """The page, the type, and what the document says about itself: no person, no computer."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    page = document.sections[0]
    page.page_width, page.page_height = Pt(paper.width), Pt(paper.height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    for name, size, before in (("Normal", 10.5, 0), ("Title", 22, 0), ("Heading 1", 13, 8)):
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _REGIONS[language])
    normal: Any = document.styles["Normal"]
    normal.element.get_or_add_rPr().append(spoken)
    told = document.core_properties
    told.title, told.author, told.comments, told.language = (_("Preparation sheet"), "CoachApp", "", language)


def _fill(document: "Document", filled: Preparation, width: float) -> None:
    document.add_paragraph(preparation.title(), "Title")
    for words in preparation.about():
        document.add_paragraph(words)
    _ask(document, preparation.activities())
    _add_lines(document, filled, width)
    for part, text in ((preparation.proud(), filled.proud), (preparation.question(), filled.question)):
        _ask(document, part)
        document.add_paragraph(text)
    document.add_paragraph(preparation.ending())


def _ask(document: "Document", part: Part) -> None:
    document.add_paragraph(part.title, "Heading 1")
    document.add_paragraph(part.asked)


def _add_lines(document: "Document", filled: Preparation, width: float) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.autofit = False
    _say_heads(table)
    for number, text in enumerate(filled.lines(), start=1):
        row = table.add_row()
        row.height = Mm(_ROW)
        row.cells[0].text, row.cells[1].text = f"{number}.", text
    for column, wide in zip(table.columns, (_NUMBER, width - _NUMBER), strict=True):
        for cell in column.cells:
            cell.width = Mm(wide)


def _say_heads(table: Any) -> None:
    """Programs that read aloud say the heads with each cell; they come back on a next page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    head = table.rows[0]
    head.cells[0].text, head.cells[1].text = _("No."), _("Activity")
    for cell in head.cells:
        cell.paragraphs[0].runs[0].bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - it offers no other way
