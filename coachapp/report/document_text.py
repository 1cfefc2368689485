"""Text in a Word document, each part of it marked with its language and the way it is read."""

from typing import Any, Final

_REGIONS: Final = {"el": "el-GR", "ru": "ru-RU", "he": "he-IL", "ar": "ar-SA"}
_FROM_THE_RIGHT: Final = ("he", "ar")
_AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
_SHORT: Final = 80  # letters that surely stand on one line of the page


def write(paragraph: Any, text: str, *, bold: bool = False, colour: str = "", direction: str = "L") -> None:
    """Add it to what the paragraph says already, which is read in this direction."""
    from coachapp.report.languages import parts  # noqa: PLC0415 - the window that loads waits for no ReportLab

    for language, part in parts(text, direction):
        run = paragraph.add_run(part)
        if bold:
            run.bold = run.font.cs_bold = True
        if colour:
            _colour(run, colour)
        if language:
            _say_language(run, language)


def write_alone(paragraph: Any, text: str, *, bold: bool = False, in_table: bool = False) -> None:
    """It is all the paragraph says: from the right if it begins so; a short line stays where it is."""
    from coachapp.report.shaping import base_direction, has_right_to_left  # noqa: PLC0415

    turned = has_right_to_left(text) and base_direction(text) == "R"
    write(paragraph, text, bold=bold, direction="R" if turned else "L")
    if turned:
        _direct(paragraph, at_left=not in_table and len(text) <= _SHORT)


def _direct(paragraph: Any, *, at_left: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - it offers no other way
    properties.insert_element_before(_element("w:bidi"), *_AFTER_BIDI)
    if at_left:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # which is the end, at the left


def _colour(run: Any, colour: str) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415

    run.font.color.rgb = RGBColor.from_string(colour)


def _say_language(run: Any, language: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    turned = language in _FROM_THE_RIGHT
    if turned:
        run.font.rtl = run.font.complex_script = True
    spoken = _element("w:lang")
    spoken.set(qn("w:bidi" if turned else "w:val"), _REGIONS[language])
    run._r.get_or_add_rPr().append(spoken)  # noqa: SLF001


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    return OxmlElement(name)
