"""Writes a development plan as a Word document, for schools that go on working in it."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.document_look import show
from coachapp.report.document_page import QUIET, Type, dress, room
from coachapp.report.document_text import write as write_text
from coachapp.report.document_text import write_alone
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save
from coachapp.report.sayings import whose
from coachapp.report.short import short

if TYPE_CHECKING:
    from docx.document import Document

    from coachapp.report.blocks import Block, Paragraph

_MOST: Final = 255  # letters of what a document says of itself
_LINE: Final = 80  # millimetres
_FOOT: Final = 90  # letters that surely stand on one line of it
_TYPES: Final = (
    Type("Normal", 10),
    Type("Title", 26),
    Type("Heading 1", 15, before=16, colour="1F5F8B"),
    Type("Heading 2", 12, before=10),
    Type("Header", 8, colour=QUIET),
    Type("Footer", 8, colour=QUIET),
)


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio, path: Path, *, language: str, date: dt.date, choice: Choice, size: Size = A4
) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from docx import Document  # noqa: PLC0415 - only who writes one waits for it

    from coachapp.report.blocks import Title, blocks  # noqa: PLC0415
    from coachapp.report.content import content_of  # noqa: PLC0415

    document = Document()
    with i18n.speaking(language):
        dress(document, language, size.sheet, _TYPES)
        if look := portfolio.framework.look:
            show(document, look)
        _say_about(document, portfolio, language, date)
        body, ending = content_of(portfolio, choice, date)
        heading, told = "", list(blocks((*body, *ending)))
        for block, after in zip(told, [*told[1:], None], strict=True):
            heading = block.text if isinstance(block, Title) else heading
            _add(document, block, after, heading, room(size.sheet))
    file = BytesIO()
    document.save(file)
    save(file.getvalue(), path)


def _say_about(document: "Document", portfolio: Portfolio, language: str, date: dt.date) -> None:
    """What stands around each page, and what the document says of itself: no computer, no other day."""
    told = document.core_properties
    title = " · ".join((_("Development plan"), portfolio.owner))
    told.title, told.author = title[:_MOST], portfolio.owner[:_MOST]
    told.comments, told.language = "", language
    told.created = told.modified = dt.datetime.combine(date, dt.time(), dt.UTC)
    page = document.sections[0]
    page.header.paragraphs[0].add_run(whose())
    foot = page.footer.paragraphs[0]
    words = _("page {number} of {total}").format(number="\0PAGE\0", total="\0NUMPAGES\0")
    for part in f"{short(title, _FOOT)} · {words}".split("\0"):
        _add_field(foot, part) if part in ("PAGE", "NUMPAGES") else write_text(foot, part)


def _add_field(paragraph: Any, instruction: str) -> None:
    """What the word processor fills in."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 - it offers no other way
    paragraph._p.append(field)  # noqa: SLF001


def _add(document: "Document", block: "Block", after: "Block | None", heading: str, width: float) -> None:
    """`heading`: what it stands below, which a table is known by; it is as wide as the page has room."""
    from docx.shared import Pt  # noqa: PLC0415

    from coachapp.report.blocks import Fact, Table, Title  # noqa: PLC0415
    from coachapp.report.document_table import add_table  # noqa: PLC0415

    match block:
        case Title():
            title = document.add_paragraph(style=f"Heading {block.level}" if block.level else "Title")
            write_alone(title, block.text)
        case Fact():
            if block.signed:
                _add_line(document)
            paragraph = document.add_paragraph(style="Normal" if block.signed else "List Bullet")
            write_text(paragraph, f"{block.label}: " if block.text else block.label, bold=True)
            write_text(paragraph, block.text)
            paragraph.paragraph_format.keep_with_next = (block.signed and isinstance(after, Fact)) or None
        case Table():
            add_table(document, block, heading, width)
            document.add_paragraph().paragraph_format.line_spacing = Pt(6)
        case _:
            added = _add_paragraph(document, block)
            if _introduces(block, after):
                added.paragraph_format.keep_with_next = True


def _add_line(document: "Document") -> None:
    """To sign on."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    line = document.add_paragraph("\t").paragraph_format
    line.tab_stops.add_tab_stop(Mm(_LINE), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    line.space_before, line.space_after, line.keep_with_next = Pt(28), Pt(0), True


def _introduces(block: "Paragraph", after: "Block | None") -> bool:
    """Whether it only says what the next is about."""
    from coachapp.report.blocks import Fact, Paragraph  # noqa: PLC0415

    if not all(run.quiet or run.bold for run in block.runs):
        return False
    return isinstance(after, Fact) or (isinstance(after, Paragraph) and not after.runs[0].bold)


def _add_paragraph(document: "Document", block: "Paragraph") -> Any:
    paragraph = document.add_paragraph()
    if len(block.runs) == 1 and not (block.runs[0].bold or block.runs[0].quiet):
        write_alone(paragraph, block.runs[0].text)
        return paragraph
    for number, run in enumerate(block.runs):
        text = f" {run.text}" if number else run.text
        write_text(paragraph, text, bold=run.bold, colour=QUIET if run.quiet else "")
    return paragraph
