"""A table that goes on over pages: its heading row comes back, a group says again what it is about."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from coachapp.report import marks
from coachapp.report.block import Block
from coachapp.report.cells import Cells
from coachapp.report.style import CELL_TEXT, HAIR, INK, LINE, MUTED
from coachapp.report.text import Content, draw_lines, spans
from coachapp.report.typesetting import Line, Span, Typesetter

_GAP: Final = 12.0  # between columns
_PADDING: Final = 3.5  # above and below the text of a row
_ABOVE_TITLE: Final = 5.0
_MARK: Final = 7.0


class Group(NamedTuple):
    """Rows under a title of their own; `mark` is the number of the role whose shape stands before it."""

    title: str
    rows: Sequence[Sequence[Content]]
    mark: int | None = None


class _Row(NamedTuple):
    cells: Sequence[Sequence[Line]]
    height: float
    title: int  # the row with the title of its group, which may be itself; -1 for none
    mark: int | None = None


class _Grid(NamedTuple):
    """All rows, set in lines; `tops` has where each begins, and last where they end."""

    lefts: Sequence[float]
    head: _Row
    rows: Sequence[_Row]
    tops: Sequence[float]

    def shown(self, start: int, end: int) -> list[int]:
        """The rows from `start` on, below the title of their group."""
        title = self.rows[start].title
        return [*([title] if 0 <= title < start else []), *range(start, end)]

    def height(self, start: int, end: int) -> float:
        title = self.rows[start].title
        again = self.rows[title].height if 0 <= title < start else 0
        return self.head.height + again + self.tops[end] - self.tops[start]

    def fitting(self, start: int, height: float) -> int:
        """The row to break before, such that what comes from `start` on fits.

        It leaves no title without a row below it, nor the last row by itself.
        """
        low, high = start, len(self.rows)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.height(start, middle) <= height else (low, middle - 1)
        low -= low == len(self.rows) - 1 and low - start > 1
        while low > start and self.rows[low - 1].title == low - 1:
            low -= 1
        return low


class Table(Block):
    """Columns share the width by `shares`; a column with nothing in it is left out.

    The one that says what a row is about has the number `names`; no column before it may be empty.
    """

    def __init__(
        self, heads: Sequence[str], shares: Sequence[float], groups: Sequence[Group], names: int = 0
    ) -> None:
        super().__init__()
        self._content = _without_empty_columns(heads, shares, groups)
        self._names = names
        self._whole = self
        self._grid: _Grid | None = None
        self._start, self._end = 0, 0  # an end of 0 is not known yet
        self.spaceAfter = 8

    @property
    def content(self) -> tuple[list[str], list[float], list[Group]]:
        """Its heads, shares and groups, without the columns that have nothing in them."""
        return self._content

    @property
    def least(self) -> float:
        """The height of its heads and its first row, once it knows its width."""
        assert self._grid
        return self._grid.height(0, 2 if self._grid.rows[0].title == 0 else 1)

    def measured(self, width: float) -> float:
        self._grid = self._grid or _set(self.canv.typesetter, width, *self._content)
        self._end = self._end or len(self._grid.rows)
        return self._grid.height(self._start, self._end)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - ReportLab's names
        assert self._grid
        middle = self._grid.fitting(self._start, aH)
        return [self._part(self._start, middle), self._part(middle, 0)] if middle > self._start else []

    def _part(self, start: int, end: int) -> "Table":
        part = type(self)((), (), (), self._names)  # all that is in it is set in the grid already
        part._whole, part._grid = self._whole, self._grid  # noqa: SLF001
        part._start, part._end = start, end  # noqa: SLF001
        return part

    def draw(self) -> None:
        assert self._grid
        with self.canv.tags.element("Table", of=self._whole) as table:
            cells = Cells(self.canv.tags, table, len(self._grid.head.cells), self._names)
            with cells.head(again=self._start > 0):
                y = self._draw_row(self._grid, self._grid.head, self.height, cells)
            self._draw_rule(y, INK, 0.9)
            for at in self._grid.shown(self._start, self._end):
                row = self._grid.rows[at]
                with cells.row(at, row.title, again=at < self._start):
                    y = self._draw_row(self._grid, row, y, cells)
                self._draw_rule(y, LINE if row.title == at else HAIR, 0.5)

    def _draw_row(self, grid: _Grid, row: _Row, top: float, cells: Cells) -> float:
        """Draw one row below `top`; returns where the next one begins."""
        indent = 0.0
        text_top = top - (row.height - _height(row.cells)) - _PADDING
        if row.mark is not None:
            marks.role(self.canv, row.mark, _MARK / 2, text_top - CELL_TEXT.leading / 2, _MARK)
            indent = _MARK + 5
        for number, (left, lines) in enumerate(zip(grid.lefts, row.cells, strict=False)):
            with cells.cell(number):
                draw_lines(self.canv, lines, left + indent, text_top, CELL_TEXT)
        return top - row.height

    def _draw_rule(self, y: float, colour: Color, thickness: float) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(thickness)
        self.canv.line(0, y, self.width, y)


def _without_empty_columns(
    heads: Sequence[str], shares: Sequence[float], groups: Sequence[Group]
) -> tuple[list[str], list[float], list[Group]]:
    rows = [row for group in groups for row in group.rows]
    used = [at for at in range(len(heads)) if at == 0 or any(_has_text(row[at]) for row in rows)]
    kept = [group._replace(rows=[[row[at] for at in used] for row in group.rows]) for group in groups]
    return [heads[at] for at in used], [shares[at] for at in used], kept


def _has_text(content: Content) -> bool:
    return any(span.text for span in spans(content))


def _set(
    typesetter: Typesetter,
    available: float,
    heads: Sequence[str],
    shares: Sequence[float],
    groups: Sequence[Group],
) -> _Grid:
    def lines(content: Content, width: float) -> Sequence[Line]:
        return typesetter.lines(spans(content), width / CELL_TEXT.size)

    def row(contents: Sequence[Content], title: int) -> _Row:
        cells = [lines(content, width) for content, width in zip(contents, widths, strict=True)]
        return _Row(cells, _height(cells), title)

    scale = (available - _GAP * (len(shares) - 1)) / sum(shares)
    widths = [share * scale for share in shares]
    rows: list[_Row] = []
    for group in groups:
        title = len(rows) if group.title else -1
        if group.title:
            cells = [lines(Span(group.title, bold=True), available - _MARK - 5)]
            rows.append(_Row(cells, _height(cells) + _ABOVE_TITLE, title, group.mark))
        rows.extend(row(each, title) for each in group.rows)
    lefts = [0.0, *accumulate(width + _GAP for width in widths)]
    tops = [0.0, *accumulate(each.height for each in rows)]
    return _Grid(lefts, row([Span(head, colour=MUTED) for head in heads], -1), rows, tops)


def _height(cells: Sequence[Sequence[Line]]) -> float:
    return max(len(lines) for lines in cells) * CELL_TEXT.leading + 2 * _PADDING
