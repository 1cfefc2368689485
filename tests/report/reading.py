"""Reads a written plan back with another library, the way a person or a screen reader would."""

import datetime as dt
import re
import sys
from pathlib import Path

import pikepdf
import pypdfium2

from coachapp.domain.for_reader import FOR_ANYONE, Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.report.plan import Written, write

DATE = dt.date(2026, 11, 23)


def written(portfolio: Portfolio, folder: Path, language: str = "en", choice: Choice = FOR_ANYONE) -> Written:
    path = folder / "plan.pdf"
    return write(portfolio, path, language=language, date=DATE, choice=choice)


def opened(pdf: Path | bytes) -> pypdfium2.PdfDocument:
    """PDFium is for one thread at a time, so no preview may be drawing meanwhile."""
    if preview := sys.modules.get("coachapp.ui.plan.preview"):
        preview.drawing_pool().waitForDone()
    return pypdfium2.PdfDocument(pdf)


def pages(path: Path) -> list[str]:
    """The text of each page, as it can be copied."""
    with opened(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def text(path: Path) -> str:
    """All text as one line, in which words that were cut at the end of a line are whole again."""
    return in_one_line("\n".join(pages(path)))


def in_one_line(text: str) -> str:
    whole = re.sub(r"[\xad\ufffe\x02]\s*", "", text)
    return " ".join(whole.split())


def bare(text: str) -> str:
    """Without any space: for texts that are broken within what they think is a word."""
    return re.sub(r"[\s\xad\ufffe\x02]", "", text)


def fonts(path: Path) -> dict[str, bool]:
    """Every font in the file, and whether it is embedded."""
    with pikepdf.open(path) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        return {
            str(font.BaseFont): "/FontFile2" in font.get("/FontDescriptor", pikepdf.Dictionary())
            for font in found
            if font.get("/Type") == "/Font"
        }


def bookmarks(path: Path) -> list[tuple[int, str, int]]:
    """Level, title and page of each bookmark."""
    with opened(path) as document:
        return [(mark.level, mark.get_title(), _page(mark)) for mark in document.get_toc()]


def _page(mark: pypdfium2.PdfBookmark) -> int:
    target = mark.get_dest()
    assert target
    page = target.get_index()
    assert page is not None
    return page
