"""Going through a table of a damaged file, around what can't be read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from coachapp.storage.connection import FAULTS

# A row by its columns; None for what lies on a damaged page, as our columns are never null.
Row = dict[str, Any]
Place = tuple[Any, ...]
Ask = Callable[[str, Sequence[Any]], Iterator[Any]]

_LONGEST: Final = 8_000_000  # bytes of one value, against a file made to fill the memory
_RANKS: Final = {type(None): 0, int: 1, float: 1, str: 2, bytes: 3}


class Sweep:
    """Goes through a table from its front; when it is `stuck` at a page that can't be read, from its back."""

    def __init__(self, ask: Ask, name: str, keys: Sequence[str], columns: Sequence[str]) -> None:
        self._ask_file, self._name, self._keys, self._columns = ask, name, keys, columns
        self._place: Place | None = None
        self._end: Place | None = None
        self.stuck = False

    def rows(self) -> Iterator[Row]:
        yield from self._one_way()
        if self.stuck:
            self._end, self._place = self._place or (), None
            yield from self._one_way()

    def _one_way(self) -> Iterator[Row]:
        while True:
            with suppress(*FAULTS):
                yield from self._onwards(self._columns)
                return
            if not (row := self._next()):
                self.stuck = True
                return
            yield row

    def _next(self) -> Row | None:
        """One row on, as far as it can be read; None if not even its key can."""
        before = self._place
        with suppress(*FAULTS):
            if key := next(self._onwards(self._keys, "LIMIT 1"), None):
                return dict.fromkeys(self._columns) | key | self._cells(before)
        return None

    def _cells(self, before: Place | None) -> Row:
        """What can be read of the row that follows, column by column."""
        row: Row = {}
        for column in self._columns:
            with suppress(*FAULTS):
                row |= next(self._ask([column], before, "LIMIT 1"), {})
        return row

    def _onwards(self, columns: Iterable[str], end: str = "") -> Iterator[Row]:
        """Rows after the last one; a damaged tree may lead in a circle: one not further on is a fault."""
        for row in self._ask(columns, self._place, end):
            place = tuple(row[key] for key in self._keys)
            if self._place and not self._is_further(place, self._place):
                raise UnicodeDecodeError("utf-8", b"", 0, 0, "a circle")
            self._place = place
            yield row

    def _is_further(self, place: Place, than: Place) -> bool:
        here, there = _order(place), _order(than)
        return here > there if self._end is None else here < there

    def _ask(self, columns: Iterable[str], place: Place | None, end: str) -> Iterator[Row]:
        shown = ", ".join(f"CASE WHEN octet_length({c}) <= {_LONGEST} THEN {c} END" for c in columns)
        sign, down = (">", "") if self._end is None else ("<", " DESC")
        limits = [(s, p) for s, p in ((sign, place), (">", self._end)) if p]
        where = " AND ".join(f"({', '.join(self._keys)}) {s} ({', '.join('?' * len(p))})" for s, p in limits)
        order = ", ".join(key + down for key in self._keys)
        query = f"SELECT {shown} FROM {self._name} WHERE {where or 1} ORDER BY {order} {end}"  # noqa: S608
        values = [part for _sign, place in limits for part in place]
        return (dict(zip(columns, row, strict=True)) for row in self._ask_file(query, values))


def _order(place: Place) -> list[tuple[int, Any]]:
    """As SQLite orders values of several types."""
    return [(_RANKS[type(value)], 0 if value is None else value) for value in place]
