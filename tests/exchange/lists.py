"""What the tests of lists share: where they lie, and how a preview reads."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from coachapp.exchange import Preview, read, understand

LISTS = Path(__file__).parent.parent / "data" / "lists"


def preview(source: Path | str, known: Sequence[str] = (), school_year: int | None = None) -> Preview:
    return understand(read(source), known, school_year=school_year)


def taken(preview: Preview) -> list[str]:
    return [row.title for row in preview.rows if row.ticked]


def left(preview: Preview) -> list[tuple[int, str]]:
    return [(row.line, row.reason.value) for row in preview.rows if row.reason]


def xlsx(*rows: Iterable[object]) -> bytes:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
