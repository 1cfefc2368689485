"""Text that is shaped or turned around before it is drawn: Arabic, Hebrew, letters with loose marks."""

# uharfbuzz tells no types, ReportLab tells a wrong one.
# pyright: reportAttributeAccessIssue=false, reportArgumentType=false, reportCallIssue=false

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import Any, Final

import uharfbuzz
from bidi import get_base_level, get_display
from bidi.mirror import MIRRORED
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from coachapp.report.fonts import Font, font

_FIRST_RIGHT_TO_LEFT: Final = 0x590
_TIE: Final = "\ufe00"  # has no direction but that of what it follows; no text of ours has any
_BRACKETS: Final = f"[{re.escape(''.join(MIRRORED))}]"
_BRACKET: Final = re.compile(f"({_BRACKETS})")
_TIED: Final = re.compile(f"{_TIE}(?P<turned>{_BRACKETS})|(?P<same>{_BRACKETS}){_TIE}")
_NOTHING: Final = "\N{ZERO WIDTH SPACE}"  # a PDF wants some text for each glyph


def is_right_to_left(character: str) -> bool:
    return ord(character) >= _FIRST_RIGHT_TO_LEFT and unicodedata.bidirectional(character) in ("R", "AL")


def has_right_to_left(text: str) -> bool:
    return not text.isascii() and any(map(is_right_to_left, text))


def base_direction(text: str) -> str:
    """ "R" if the first letter with a direction goes right to left, else "L"."""
    return "R" if get_base_level(text) else "L"


def in_order_of_sight(line: str, direction: str) -> Iterator[tuple[str, bool]]:
    """The parts of a line from left to right, each as it is spoken, with whether it goes right to left.

    Words that go right to left come out one by one, with the marks on their letters.
    """
    seen = _with_turned_brackets(line, direction)
    for turned, characters in groupby(seen, key=_turned):
        part = "".join(characters)
        yield (part[::-1] if turned else part), turned


def _with_turned_brackets(line: str, direction: str) -> str:
    """The line from left to right; where it goes right to left a tie comes before its bracket."""
    tied = str(get_display(_BRACKET.sub(rf"\1{_TIE}", line), base_dir=direction))
    return _TIED.sub(lambda found: found["same"] or MIRRORED[found["turned"]], tied)


def _turned(character: str) -> bool:
    return is_right_to_left(character) or (
        ord(character) >= _FIRST_RIGHT_TO_LEFT and unicodedata.category(character) in ("Mn", "Cf")
    )


def needs_shaping(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.category(c)[0] == "M" or unicodedata.bidirectional(c) == "AL" for c in text
    )


def shaped(text: str, name: str, *, turned: bool) -> tuple[str, float]:
    """The glyphs of a run from left to right, as ReportLab draws them, and their width at size 1."""
    infos, positions = _glyphs(text, name, turned=turned)
    read_as = _texts(text, [info.cluster for info in infos], turned=turned)
    written, data = "", []
    for info, at, (first, *others) in zip(infos, positions, read_as, strict=True):
        drawn = _drawn(name, info, at, first)
        silent = [_silent(name, info, other) for other in others]
        for code, shape in (*reversed(silent), drawn) if turned else (drawn, *silent):
            written += code
            data.append(shape)
    return ShapedStr(written, data), sum(shape.x_advance for shape in data) / 1000


def _drawn(name: str, info: Any, at: Any, character: str) -> tuple[str, ShapeData]:
    drawn_by = font(name)
    code = drawn_by.code_of(info.codepoint, character)
    moved = map(drawn_by.pdfScale, (at.x_advance, at.y_advance, at.x_offset, at.y_offset))
    return code, ShapeData(info.cluster, *moved, drawn_by.face.charWidths[ord(code)])


def _silent(name: str, info: Any, character: str) -> tuple[str, ShapeData]:
    """One of several characters that share a glyph: nothing to see, but it can be read and copied.

    Readers turn around what goes right to left character by character, also within one glyph.
    """
    drawn_by = font(name)
    code = drawn_by.code_of(drawn_by.face.charToGlyph[ord(" ")], character)
    return code, ShapeData(info.cluster, 0, 0, 0, 0, drawn_by.face.charWidths[ord(code)])


def _glyphs(text: str, name: str, *, turned: bool) -> tuple[Any, Any]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if turned else "ltr"
    uharfbuzz.shape(_harfbuzz(name), buffer)
    return buffer.glyph_infos, buffer.glyph_positions


@cache
def _harfbuzz(name: str) -> uharfbuzz.Font:
    drawn_by: Font = font(name)
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(drawn_by.face._ttf_data)))  # noqa: SLF001


def _texts(text: str, clusters: list[int], *, turned: bool) -> list[str]:
    """What each glyph stands for: a character, or what is left of its cluster for the last one."""
    starts = sorted(set(clusters))
    texts = [""] * len(clusters)
    for start, end in pairwise([*starts, len(text)]):
        glyphs = [at for at, cluster in enumerate(clusters) if cluster == start]
        if turned:
            glyphs.reverse()
        for offset, at in enumerate(glyphs, start):
            texts[at] = text[offset : end if at == glyphs[-1] else offset + 1] or _NOTHING
    return texts
