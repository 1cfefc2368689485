"""Writes the preparation sheet as a Word document: the same page, to fill in on a computer."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp import i18n
from coachapp.i18n import gettext as _
from coachapp.report import preparation
from coachapp.report.document_page import Type, dress, room
from coachapp.report.document_table import lay_out, make_head
from coachapp.report.document_text import write_alone
from coachapp.report.paper import A4, Size
from coachapp.report.preparation import Part, Preparation
from coachapp.report.saving import save

if TYPE_CHECKING:
    from docx.document import Document

_BLANK = Preparation()
_TYPES: Final = (Type("Normal", 10.5), Type("Title", 22), Type("Heading 1", 13, before=8))
_NUMBER: Final = 12
_ROW: Final = 7.5


def write(path: Path, *, language: str, filled: Preparation = _BLANK, size: Size = A4) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from docx import Document  # noqa: PLC0415 - only who writes one waits for it

    document = Document()
    with i18n.speaking(language):
        dress(document, language, size.sheet, _TYPES)
        _say_about(document, language)
        _fill(document, filled.shortened(), room(size.sheet))
    file = BytesIO()
    document.save(file)
    save(file.getvalue(), path)


def _say_about(document: "Document", language: str) -> None:
    """What the document says about itself: no person, no computer."""
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
        write_alone(document.add_paragraph(), text)
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
        row.cells[0].text = f"{number}."
        write_alone(row.cells[1].paragraphs[0], text, in_table=True)
    lay_out(table, (_NUMBER, width - _NUMBER), width)


def _say_heads(table: Any) -> None:
    """Programs that read aloud say the heads with each cell; they come back on a next page."""
    head = table.rows[0]
    head.cells[0].text, head.cells[1].text = _("No."), _("Activity")
    make_head(head)
