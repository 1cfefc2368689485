"""Writes a development plan as a Word document, for schools that go on working in it."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, MM, Paper, Size
from coachapp.report.saving import save
from coachapp.report.sayings import whose

if TYPE_CHECKING:
    from docx.document import Document

    from coachapp.report.blocks import Block, Paragraph

_REGIONS: Final = {"nl": "nl-NL", "en": "en-GB"}
_MARGIN: Final = 20  # millimetres
_MOST: Final = 255  # letters of what a document says of itself
_QUIET: Final = "5A6572"
_STYLES: Final = (
    ("Normal", 10, 0, "1F2A37"),
    ("Title", 26, 0, "1F2A37"),
    ("Heading 1", 15, 16, "1F5F8B"),
    ("Heading 2", 12, 10, "1F2A37"),
    ("Header", 8, 0, _QUIET),
    ("Footer", 8, 0, _QUIET),
)


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio, path: Path, *, language: str, date: dt.date, choice: Choice, size: Size = A4
) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from docx import Document  # noqa: PLC0415 - only who writes one waits for it

    from coachapp.report.blocks import Title, blocks  # noqa: PLC0415
    from coachapp.report.content import content_of  # noqa: PLC0415
    from coachapp.report.document_look import show  # noqa: PLC0415

    document = Document()
    with i18n.speaking(language):
        _dress(document, language, size.sheet)
        if look := portfolio.framework.look:
            show(document, look)
        _say_about(document, portfolio, language, date)
        body, ending = content_of(portfolio, choice, date)
        heading = ""
        for block in blocks((*body, *ending)):
            heading = block.text if isinstance(block, Title) else heading
            _add(document, block, heading, size.sheet.width / MM - 2 * _MARGIN)
    file = BytesIO()
    document.save(file)
    save(file.getvalue(), path)


def _dress(document: "Document", language: str, paper: Paper) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    page = document.sections[0]
    page.page_width, page.page_height = Pt(paper.width), Pt(paper.height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    for name, size, before, colour in _STYLES:
        style: Any = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    normal: Any = document.styles["Normal"]
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _REGIONS[language])
    normal.element.get_or_add_rPr().append(spoken)


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
    for part in f"{title} · {words}".split("\0"):
        _add_field(foot, part) if part in ("PAGE", "NUMPAGES") else foot.add_run(part)


def _add_field(paragraph: Any, instruction: str) -> None:
    """What the word processor fills in."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 - it offers no other way
    paragraph._p.append(field)  # noqa: SLF001


def _add(document: "Document", block: "Block", heading: str, width: float) -> None:
    """`heading`: what it stands below, which a table is known by; it is as wide as the page has room."""
    from coachapp.report.blocks import Fact, Table, Title  # noqa: PLC0415
    from coachapp.report.document_table import add_table  # noqa: PLC0415

    match block:
        case Title():
            document.add_paragraph(block.text, f"Heading {block.level}" if block.level else "Title")
        case Fact():
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{block.label}: ").bold = True
            paragraph.add_run(block.text)
        case Table():
            add_table(document, block, heading, width)
            document.add_paragraph()
        case _:
            _add_paragraph(document, block)


def _add_paragraph(document: "Document", block: "Paragraph") -> None:
    """One that only says what the next is about stays with that."""
    from docx.shared import RGBColor  # noqa: PLC0415

    paragraph = document.add_paragraph()
    for number, run in enumerate(block.runs):
        added = paragraph.add_run(f" {run.text}" if number else run.text)
        added.bold = run.bold or None
        if run.quiet:
            added.font.color.rgb = RGBColor.from_string(_QUIET)
    if all(run.quiet or run.bold for run in block.runs):
        paragraph.paragraph_format.keep_with_next = True
