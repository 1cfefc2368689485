"""Values as what JSON knows (texts, numbers, lists) and back: for history, variants and the open export."""

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any, Final, get_type_hints

from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.values import Cell, Hours, Stamp

Plain = str | int | list[str] | None

_MARKS: Final = ("id", "stamp", "written", "clock")


@cache
def hints(cls: type) -> dict[str, Any]:
    """The fields of an item, or a portfolio's own, with their types; what marks it (id, stamps) left out."""
    found = get_type_hints(cls)
    beside = {*_MARKS, "framework", "variants", *KINDS} if cls is Portfolio else _MARKS
    return {f.name: found[f.name] for f in fields(cls) if f.name not in beside}


def to_plain(value: Any) -> Plain:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Hours):
        return f"{value.amount} {value.per}"
    return str(value) if isinstance(value, Cell | Stamp) else value


def to_json(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_plain(hint: Any, plain: Any) -> Any:
    """Raises ValueError, TypeError, ArithmeticError or a CoachError for what `to_plain` didn't make."""
    if hint in (Cell, Cell | None):
        return Cell.parse(_text(plain)) if plain is not None or hint is Cell else None
    if hint == Hours | None:
        return None if plain is None else _hours(_text(plain))
    if hint == tuple[str, ...]:
        return tuple(map(_text, _expected(plain, list)))
    return _expected(plain, hint)


def content(item: Any) -> dict[str, Plain]:
    """All fields of an item, or a portfolio's own ones."""
    return {name: to_plain(getattr(item, name)) for name in hints(type(item))}


def item(cls: type, item_id: str, given: Mapping[str, Any], stamp: Stamp, written: str) -> Any:
    """An item of these fields; one that an older program didn't know is as in a new item."""
    known = {name: from_plain(hint, given[name]) for name, hint in hints(cls).items() if name in given}
    return cls(id=item_id, stamp=stamp, written=written, **known)


def _hours(text: str) -> Hours:
    amount, _, per = text.partition(" ")
    return Hours(Decimal(amount), per)


def _text(plain: Any) -> str:
    return _expected(plain, str)


def _expected(plain: Any, kind: type) -> Any:
    if type(plain) is not kind:
        raise TypeError(kind, plain)
    return plain
