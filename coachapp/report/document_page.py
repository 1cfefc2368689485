"""How our Word documents look: the page, the type, the lines of tables; and in which language they are."""

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coachapp.report.paper import MM, Paper

if TYPE_CHECKING:
    from docx.document import Document

MARGIN: Final = 20  # millimetres
QUIET: Final = "5A6572"
INK: Final = "1F2A37"
_REGIONS: Final = {"nl": "nl-NL", "en": "en-GB"}
_FONT: Final = "Calibri"
_FONT_OF_OTHERS: Final = "Arial"  # in Arabic and Hebrew
_LINE: Final = "8C857A"


class Type(NamedTuple):
    """What a style of the document looks like; `before` is the room above it, in points."""

    style: str
    size: float
    before: float = 0
    colour: str = INK


def room(paper: Paper) -> float:
    """How wide a text can be, in millimetres."""
    return paper.width / MM - 2 * MARGIN


def dress(document: "Document", language: str, paper: Paper, types: tuple[Type, ...]) -> None:
    from docx.shared import Mm, Pt  # noqa: PLC0415

    page = document.sections[0]
    page.page_width, page.page_height = Pt(paper.width), Pt(paper.height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    for each in types:
        _set_type(document.styles[each.style], each)
    normal: Any = document.styles["Normal"]
    normal.element.get_or_add_rPr().append(_element("w:lang", "w:val", _REGIONS[language]))
    _let_words_be_cut(document)
    _draw_thin_lines(document)


def _set_type(style: Any, wanted: Type) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style.font.size, style.font.color.rgb = Pt(wanted.size), RGBColor.from_string(wanted.colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(wanted.before), Pt(4)
    told = style.element.get_or_add_rPr()
    for size in told.findall(qn("w:szCs")):
        told.remove(size)
    told.find(qn("w:sz")).addnext(_element("w:szCs", "w:val", str(round(wanted.size * 2))))
    fonts = told.get_or_add_rFonts()
    fonts.attrib.clear()
    for name, font in (("ascii", _FONT), ("hAnsi", _FONT), ("cs", _FONT_OF_OTHERS)):
        fonts.set(qn(f"w:{name}"), font)
    for line in style.element.iter(qn("w:bottom")):
        line.attrib.pop(qn("w:themeColor"), None)
        line.set(qn("w:color"), wanted.colour)


def _let_words_be_cut(document: "Document") -> None:
    """At the end of a line, by a word processor that knows where."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    settings = document.settings.element
    settings.find(qn("w:defaultTabStop")).addnext(_element("w:autoHyphenation"))


def _draw_thin_lines(document: "Document") -> None:
    """In tables; above and below a text is some room."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    table: Any = document.styles["Table Grid"]
    for line in table.element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"):
        line.set(qn("w:color"), _LINE)
    for margin in table.element.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}"):
        if margin.tag in (qn("w:top"), qn("w:bottom")):
            margin.set(qn("w:w"), "40")


def _element(name: str, attribute: str = "", value: str = "") -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = OxmlElement(name)
    if attribute:
        made.set(qn(attribute), value)
    return made
