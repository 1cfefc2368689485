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
    """Goes through a table from its front; or, down to a place, from its back.

    `place` is the key of the last row it saw; `stuck`: in front of a page that can't be read.
    """

    def __init__(self, ask: Ask, name: str, keys: Sequence[str], columns: Sequence[str]) -> None:
        self._ask_file, self._name, self._keys, self._columns = ask, name, keys, columns
        self._back = False
        self._down_to: Place | None = None
        self.place: Place | None = None
        self.stuck = False

    def turned(self) -> "Sweep":
        """From the back to where this one is stuck."""
        back = Sweep(self._ask_file, self._name, self._keys, self._columns)
        back._back, back._down_to = True, self.place
        return back

    def rows(self) -> Iterator[Row]:
        while not self.stuck:
            with suppress(*FAULTS):
                yield from self._onwards(self._columns)
                return
            if row := self._next():
                yield row
            else:
                self.stuck = True

    def _next(self) -> Row | None:
        """One row on, as far as it can be read; None if not even its key can."""
        with suppress(*FAULTS):  # fetched with others, a row is lost when the next one can't be read
            return next(self._onwards(self._columns, "LIMIT 1"), None)
        before = self.place
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
        """Rows after `place`; one that isn't further on is a fault: a damaged tree may lead in a circle."""
        for row in self._ask(columns, self.place, end):
            place = tuple(row[key] for key in self._keys)
            if self.place and (place == self.place or (_order(place) < _order(self.place)) != self._back):
                raise UnicodeDecodeError("utf-8", b"", 0, 0, "a circle")
            self.place = place
            yield row

    def _ask(self, columns: Iterable[str], place: Place | None, end: str) -> Iterator[Row]:
        shown = ", ".join(f"CASE WHEN octet_length({c}) <= {_LONGEST} THEN {c} END" for c in columns)
        sign, down = ("<", " DESC") if self._back else (">", "")
        limits = [(s, p) for s, p in ((sign, place), (">", self._down_to)) if p]
        where = " AND ".join(f"({', '.join(self._keys)}) {s} ({', '.join('?' * len(p))})" for s, p in limits)
        order = ", ".join(key + down for key in self._keys)
        query = f"SELECT {shown} FROM {self._name} WHERE {where or 1} ORDER BY {order} {end}"  # noqa: S608
        values = [part for _sign, place in limits for part in place]
        return (dict(zip(columns, row, strict=True)) for row in self._ask_file(query, values))


def _order(place: Place) -> list[tuple[int, Any]]:
    """As SQLite orders values of several types."""
    return [(_RANKS[type(value)], 0 if value is None else value) for value in place]
