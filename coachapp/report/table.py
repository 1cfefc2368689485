"""A table that goes on over pages: its heading row comes back, a group says again what it is about."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from reportlab.platypus import Flowable

from coachapp.report import marks
from coachapp.report.style import CELL_TEXT, HAIR, INK, LINE, MUTED
from coachapp.report.text import Content, draw_lines, spans
from coachapp.report.typesetting import Line, Span

_GAP: Final = 12  # between columns
_PADDING: Final = 3.5  # above and below the text of a row
_MARK: Final = 7


class Group(NamedTuple):
    """Rows under a title of their own; `mark` is the number of the role whose shape stands before it."""

    title: str
    rows: Sequence[Sequence[Content]]
    mark: int | None = None


class _Row(NamedTuple):
    cells: Sequence[Sequence[Line]]
    height: float
    group: int  # the row that has the title of its group; itself for a title, -1 for none
    mark: int | None = None


class Table(Flowable):
    """Columns share the width by `shares`; a column with nothing in it is left out."""

    def __init__(self, heads: Sequence[str], shares: Sequence[float], groups: Sequence[Group]) -> None:
        super().__init__()
        used = [at for at in range(len(heads)) if at == 0 or _has_text(groups, at)]
        self._heads = [heads[at] for at in used]
        self._shares = [shares[at] for at in used]
        self._groups = [
            group._replace(rows=[[row[at] for at in used] for row in group.rows]) for group in groups
        ]
        self._rows: list[_Row] = []
        self._tops: list[float] = []
        self._start, self._end = 0, 0
        self.spaceAfter = 8

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        if not self._rows:
            self._set(available)
        self.width, self.height = available, self._height(self._start, self._end)
        return self.width, self.height

    def split(self, _available: float, height: float) -> list[Flowable]:
        end = self._end
        low = self._start
        while low < end:  # how many rows fit
            middle = (low + end + 1) // 2
            low, end = (middle, end) if self._height(self._start, middle) <= height else (low, middle - 1)
        while end > self._start and self._rows[end - 1].group == end - 1:
            end -= 1
        return [] if end == self._start else [self._part(self._start, end), self._part(end, self._end)]

    def draw(self) -> None:
        y = self._draw_row(self._head, self.height)
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.9)
        self.canv.line(0, y, self.width, y)
        for at in self._shown(self._start, self._end):
            y = self._draw_row(self._rows[at], y)
            self.canv.setStrokeColor(LINE if self._rows[at].group == at else HAIR)
            self.canv.setLineWidth(0.5)
            self.canv.line(0, y, self.width, y)

    def _set(self, available: float) -> None:
        scale = (available - _GAP * (len(self._heads) - 1)) / sum(self._shares)
        self._widths = [share * scale for share in self._shares]
        self._lefts = [0.0, *accumulate(width + _GAP for width in self._widths)]
        self._head = self._row([Span(head, colour=MUTED) for head in self._heads], -1)
        for group in self._groups:
            title = len(self._rows) if group.title else -1
            if group.title:
                self._rows.append(self._title(group, title, available))
            self._rows.extend(self._row(row, title) for row in group.rows)
        self._tops = [0.0, *accumulate(row.height for row in self._rows)]
        self._end = len(self._rows)

    def _row(self, contents: Sequence[Content], group: int) -> _Row:
        cells = [self._lines(content, width) for content, width in zip(contents, self._widths, strict=True)]
        return _Row(cells, _row_height(cells), group)

    def _title(self, group: Group, at: int, available: float) -> _Row:
        cells = [self._lines(Span(group.title, bold=True), available - _MARK - 5)]
        return _Row(cells, _row_height(cells) + 5, at, group.mark)

    def _lines(self, content: Content, width: float) -> Sequence[Line]:
        return self.canv.typesetter.lines(spans(content), width / CELL_TEXT.size)

    def _part(self, start: int, end: int) -> "Table":
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._start, part._end = start, end
        return part

    def _shown(self, start: int, end: int) -> list[int]:
        """The rows from `start` on, below the title of their group."""
        title = self._rows[start].group if start < end else -1
        return [*([title] if 0 <= title < start else []), *range(start, end)]

    def _height(self, start: int, end: int) -> float:
        shown = self._shown(start, end)[:1]
        again = sum(self._rows[at].height for at in shown if at < start)
        return self._head.height + again + self._tops[end] - self._tops[start]

    def _draw_row(self, row: _Row, top: float) -> float:
        """Draw one row below `top`; returns where the next one begins."""
        indent = 0.0
        text_top = top - (row.height - _row_height(row.cells)) - _PADDING
        if row.mark is not None:
            marks.role(self.canv, row.mark, _MARK / 2, text_top - CELL_TEXT.leading / 2, _MARK)
            indent = _MARK + 5
        for left, lines in zip(self._lefts, row.cells, strict=False):
            draw_lines(self.canv, lines, left + indent, text_top, CELL_TEXT)
        return top - row.height


def _row_height(cells: Sequence[Sequence[Line]]) -> float:
    return max(len(lines) for lines in cells) * CELL_TEXT.leading + 2 * _PADDING


def _has_text(groups: Sequence[Group], column: int) -> bool:
    return any(span.text for group in groups for row in group.rows for span in spans(row[column]))
