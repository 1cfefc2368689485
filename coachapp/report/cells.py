"""The rows and cells of a table for who doesn't see it: each cell knows the heads it stands below.

Where rows are in groups, cells name their heads one by one: PDF has no head for some rows of a table.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from coachapp.report.elements import Element, attributes
from coachapp.report.tagging import Tags

_HEAD = -1


class Cells:
    """Of one part of a table; `columns` is how many there are, `names` the one that tells what a row is."""

    def __init__(self, tags: Tags, table: Element, columns: int, names: int) -> None:
        self._tags = tags
        self._columns = columns
        self._names = names
        table.id = table.id or tags.new_id()
        self._table = table.id
        self._row = _HEAD
        self._title = -1  # the row that has it

    @contextmanager
    def head(self, *, again: bool) -> Iterator[None]:
        """The row with the heads of the columns, which comes back on each page."""
        with self._tags.again() if again else self._tags.element("TR"):
            yield

    @contextmanager
    def row(self, at: int, title: int, *, again: bool = False) -> Iterator[None]:
        """The row numbered `at` in the group below `title`, which may be itself, or -1 for none."""
        self._row, self._title = at, title
        with self._tags.again() if again else self._tags.element("TR"):
            yield

    @contextmanager
    def cell(self, column: int) -> Iterator[None]:
        role, told = self._told(column)
        with self._tags.element(role, attributes("Table", told) if told else "") as cell:
            cell.id = self._id(column)
            yield

    def _told(self, column: int) -> tuple[str, str]:
        if self._row == _HEAD:
            return "TH", "/Scope /Column"
        if self._row == self._title:
            return "TH", f"/Scope /Column /ColSpan {self._columns}"
        heads = f"/Headers [{self._heads(column)}]" if self._title >= 0 else ""
        return ("TH", f"/Scope /Row {heads}") if column == self._names else ("TD", heads)

    def _heads(self, column: int) -> str:
        row = [f"{self._table}r{self._row}"] * (column != self._names)
        return "".join(
            f"({each})" for each in (f"{self._table}c{column}", f"{self._table}r{self._title}", *row)
        )

    def _id(self, column: int) -> str:
        """Of what is the head of others."""
        if self._row == _HEAD:
            return f"{self._table}c{column}"
        is_head = self._row == self._title or (self._title >= 0 and column == self._names)
        return f"{self._table}r{self._row}" if is_head else ""
