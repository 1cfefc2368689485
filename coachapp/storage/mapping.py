"""Between values and rows, by the type of each field: the only place that knows both."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, astuple, fields
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple, TypeVar, get_type_hints

from coachapp.domain.values import Cell, Hours, Stamp

Whole = TypeVar("Whole")


class Shape(NamedTuple):
    """How values of one type lie in columns; `endings` make the column names from the field's."""

    endings: tuple[str, ...]
    types: tuple[type, ...]
    to_columns: Callable[[Any], tuple[Any, ...]]
    to_value: Callable[..., Any] | None = None


@lru_cache(1000)
def _cell(text: str) -> Cell:
    return Cell.parse(text)


@lru_cache(1000)
def _optional_cell(text: str) -> Cell | None:
    return Cell.parse(text) if text else None


@lru_cache(1000)
def _words(text: str) -> tuple[str, ...]:
    words = json.loads(text)
    if type(words) is not list or not all(type(word) is str for word in words):
        raise ValueError(text)
    return tuple(words)


@lru_cache(1000)
def _hours(amount: str, per: str) -> Hours | None:
    return Hours(Decimal(amount), per) if amount else None


_SHAPES: Final[Mapping[Any, Shape]] = {
    str: Shape(("",), (str,), lambda text: (text,)),
    int: Shape(("",), (int,), lambda number: (number,)),
    tuple[str, ...]: Shape(("",), (str,), lambda words: (json.dumps(words, ensure_ascii=False),), _words),
    Cell: Shape(("",), (str,), lambda cell: (str(cell),), _cell),
    Cell | None: Shape(("",), (str,), lambda cell: (str(cell or ""),), _optional_cell),
    Hours | None: Shape(
        ("", "_per"), (str, str), lambda hours: (str(hours.amount), hours.per) if hours else ("", ""), _hours
    ),
    Stamp: Shape(("_counter", "_device"), (int, str), astuple, Stamp),
}


@cache
def _shaped(cls: type) -> dict[str, Shape]:
    """The fields that lie in columns; a portfolio's items and its framework do not."""
    hints = get_type_hints(cls)
    return {f.name: _SHAPES[hints[f.name]] for f in fields(cls) if hints[f.name] in _SHAPES}


@cache
def columns(cls: type) -> tuple[str, ...]:
    return tuple(name + ending for name, shape in _shaped(cls).items() for ending in shape.endings)


def to_row(value: Any) -> dict[str, Any]:
    cls = type(value)
    parts = (shape.to_columns(getattr(value, name)) for name, shape in _shaped(cls).items())
    return dict(zip(columns(cls), (cell for part in parts for cell in part), strict=True))


def to_items(cls: type, rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    """Raises a CoachError, ValueError, TypeError or ArithmeticError for what `to_row` did not write."""
    return tuple(map(cls, *_fields(cls, rows).values())) if rows else ()


def filled(cls: type, row: Mapping[str, Any]) -> list[Any]:
    """A row of which parts are None or missing, with what an item begins with in their place.

    Raises LookupError where an item can't do without.
    """
    defaults = {f.name: f.default for f in fields(cls) if f.default is not MISSING}
    whole = []
    for name, shape in _shaped(cls).items():
        cells = [row.get(name + ending) for ending in shape.endings]
        whole += shape.to_columns(defaults[name]) if None in cells else cells
    return whole


def to_one(cls: type[Whole], rows: Sequence[Sequence[Any]], **parts: Any) -> Whole:
    """The one value of these rows, with its parts, such as a portfolio's items; raises like `to_items`."""
    if len(rows) != 1:
        raise ValueError(len(rows))
    own = {name: next(iter(column)) for name, column in _fields(cls, rows).items()}
    return cls(**own, **parts)


def _fields(cls: type, rows: Sequence[Sequence[Any]]) -> dict[str, Iterable[Any]]:
    """Column by column, which is many times faster than row by row."""
    left = iter(zip(*rows, strict=True))
    return {name: _field(shape, [next(left) for _ in shape.endings]) for name, shape in _shaped(cls).items()}


def _field(shape: Shape, parts: Sequence[Sequence[Any]]) -> Iterable[Any]:
    for expected, part in zip(shape.types, parts, strict=True):
        if set(map(type, part)) != {expected}:
            raise TypeError(expected)
    return map(shape.to_value, *parts) if shape.to_value else parts[0]
