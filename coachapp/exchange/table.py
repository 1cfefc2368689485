"""A list as it was read: lines of cells, before anything is made of them."""

from dataclasses import dataclass
from typing import Final

from coachapp.exchange.faults import EmptyList, TooManyColumns, TooManyLines

MOST_LINES: Final = 10_000
MOST_COLUMNS: Final = 50


@dataclass(frozen=True, slots=True)
class Line:
    """`number` counts from 1 as the file does; `uncalculated`: a formula here has no value yet."""

    number: int
    cells: tuple[str, ...]
    uncalculated: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells) and not self.uncalculated

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is the file's name without its ending; `sheet` the one read of the workbook's `sheets`."""

    lines: tuple[Line, ...]
    name: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)

    def column(self, index: int) -> tuple[str, ...]:
        """What stands in a column, without the empty cells."""
        cells = (line.cell(index).strip() for line in self.lines)
        return tuple(cell for cell in cells if cell)


class Lines:
    """Gathers lines up to the most that fit; of successive blank lines only the first is kept."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._full = 0

    def add(self, line: Line) -> None:
        if line.is_blank:
            if self._lines and not self._lines[-1].is_blank:
                self._lines.append(Line(line.number, ()))
            return
        self._full += 1
        if self._full > MOST_LINES:
            raise TooManyLines(limit=MOST_LINES)
        width = max((i for i, cell in enumerate(line.cells, start=1) if cell.strip()), default=0)
        if width > MOST_COLUMNS:
            raise TooManyColumns(count=width, limit=MOST_COLUMNS)
        self._lines.append(Line(line.number, line.cells[:width], line.uncalculated))

    def taken(self) -> tuple[Line, ...]:
        """All lines but blank ones around them."""
        if not self._lines:
            raise EmptyList
        return tuple(self._lines[:-1] if self._lines[-1].is_blank else self._lines)
