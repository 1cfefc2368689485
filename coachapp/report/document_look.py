"""An institute's look in a Word document: its logo, colour and footer."""

import io
from typing import TYPE_CHECKING, Any, Final

from coachapp.domain.look import Look

if TYPE_CHECKING:
    from docx.document import Document

_NAME: Final = "Logo"


def show(document: "Document", look: Look) -> None:
    """Before anything else is in it: the logo comes first."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    if look.accent:
        colour = look.accent.removeprefix("#").upper()
        title, heading = (_style(document, name) for name in ("Title", "Heading 1"))
        heading.font.color.rgb = RGBColor.from_string(colour)
        for line in title.element.pPr.iter(qn("w:bottom")):
            line.set(qn("w:color"), colour)
    if look.footer:
        document.sections[0].footer.add_paragraph(str(look.footer), "Footer")
    if look.logo:
        _add_logo(document, look)


def _style(document: "Document", name: str) -> Any:
    return document.styles[name]


def _add_logo(document: "Document", look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    from coachapp.report import logo  # noqa: PLC0415

    if not (image := logo.picture(look)):
        return
    content = io.BytesIO()
    image.save(content, "PNG")
    content.seek(0)
    width, height = logo.size(image)
    document.add_picture(content, Pt(width), Pt(height))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    about: Any = document.inline_shapes[0]
    about._inline.docPr.set("descr", str(look.logo_text))  # noqa: SLF001 - it offers no other way
    about._inline.docPr.set("name", _NAME)  # noqa: SLF001
