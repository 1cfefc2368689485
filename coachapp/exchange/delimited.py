"""Text to lines of cells: tables with any delimiter, and plain lines with or without bullets."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coachapp.exchange.faults import CellTooLarge, TooManyLines
from coachapp.exchange.formulas import unguarded
from coachapp.exchange.headings import recognised
from coachapp.exchange.table import MOST_LINES, Line

if TYPE_CHECKING:
    import _csv

_DELIMITERS: Final = ("\t", ";", ",", "|")
_NONE: Final = "\x1f"  # occurs in no list: every line is one cell
_MOST_LINE_ENDS: Final = 10 * MOST_LINES  # blank lines and line breaks within cells included
_SAMPLE: Final = 100_000
_LOOKED_AT: Final = 100
_EVEN: Final = 0.6
_NAMED_COLUMNS: Final = 2
_SEP: Final = re.compile(r"sep=([;,|:\t])\r?\n", re.IGNORECASE)
# Before words, or alone on a line that somebody left empty.
_BULLET: Final = re.compile(
    r"[ \t]*(?:[-–—•*·▪‣◦○●■□☐☑✓✔➢\uf0b7]|\(?[0-9]{1,3}[.)]|[a-z][.)])"
    r"(?:[ \t]+\[[ xX]?\])?(?:[ \t]+(?=\S)|[ \t]*$)"
)
_OVER_BULLETS: Final = re.compile(r"[ \t]*(?:nr|no|#)\.?\t", re.IGNORECASE)


def lines(text: str, *, prose: bool) -> Iterator[Line]:
    """`prose`: plain lines unless it is clearly a table; a comma there is a comma."""
    if text.count("\n") + text.count("\r") > _MOST_LINE_ENDS:
        raise TooManyLines(limit=MOST_LINES)
    said = _SEP.match(text)
    if said:
        text = "\n" + text[said.end() :]
    if prose:
        text = _without_bullets(text)
    delimiter = said[1] if said else _delimiter(text, prose=prose)
    rows = enumerate(([line.strip()] for line in _physical(text)), start=1)
    if delimiter != _NONE or not prose:
        rows = _rows(text, delimiter)
    return (Line(number, tuple(map(unguarded, cells))) for number, cells in rows)


def _physical(text: str) -> Iterator[str]:
    """Lines by any of the three line ends, as the csv module reads them."""
    return iter(io.StringIO(text, newline=""))


def _without_bullets(text: str) -> str:
    """Bullets and numbers go when most lines have one, and with them what stands over them in a table."""
    physical = list(_physical(text))
    full = [line for line in physical if line.strip()]
    bullets = sum(1 for line in full if _BULLET.match(line.rstrip("\r\n")))
    if bullets * 2 <= len(full):
        return text
    return "".join(_without_bullet(line) for line in physical)


def _without_bullet(line: str) -> str:
    words = line.rstrip("\r\n")
    before = _BULLET.match(words) or _OVER_BULLETS.match(words)
    return line[before.end() :] if before else line


def _delimiter(text: str, *, prose: bool) -> str:
    """The delimiter that gives the most recognised headings, then the most even rows."""
    best, delimiter = (0, 0.0), _NONE
    for candidate in _DELIMITERS:
        sample = _sample(text, candidate)
        named = max((recognised(row) for row in sample), default=0)
        even = _evenness(sample)
        if named < _NAMED_COLUMNS:
            named = 0
            even = even if not prose or _never_in_prose(candidate, text) else 0
        found = (named, even) if even >= _EVEN or (named and not prose) else (0, 0.0)
        if found > best:
            best, delimiter = found, candidate
    return delimiter


def _never_in_prose(delimiter: str, text: str) -> bool:
    return delimiter == "\t" or (delimiter == ";" and "; " not in text)


def _sample(text: str, delimiter: str) -> list[list[str]]:
    try:
        rows = [cells for _number, cells in _rows(text[:_SAMPLE], delimiter) if any(c.strip() for c in cells)]
    except CellTooLarge:
        return []
    return rows[:_LOOKED_AT]


def _evenness(rows: list[list[str]]) -> float:
    """The part of the rows that has the most usual number of cells, if that is several."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values()) / len(rows) if widths else 0.0


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Rows with the numbers of their first lines; where quotes are broken, each line is a row."""
    try:
        return list(_numbered(csv.reader(_physical(text), delimiter=delimiter, strict=True)))
    except csv.Error:
        return [(n, _cells(line, delimiter)) for n, line in enumerate(_physical(text), start=1)]


def _numbered(reader: "_csv.Reader") -> Iterator[tuple[int, list[str]]]:
    first = 1
    for cells in reader:
        yield first, cells
        first = reader.line_num + 1


def _cells(line: str, delimiter: str) -> list[str]:
    """A single line; a quotation mark without its other half is an ordinary sign."""
    quoting = csv.QUOTE_NONE if line.count('"') % 2 else csv.QUOTE_MINIMAL
    try:
        return next(csv.reader((line,), delimiter=delimiter, quoting=quoting), [])
    except csv.Error as error:
        raise CellTooLarge from error
