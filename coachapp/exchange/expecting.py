"""Marks and names in an export, taken only if they are as CoachApp writes them; each raises one of `BAD`."""

import re
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, Final

from coachapp.domain import plain, registers
from coachapp.domain.portfolio import KINDS
from coachapp.domain.values import Stamp
from coachapp.errors import CoachError
from coachapp.exchange.json_reading import LARGEST

# What reading raises for anything that `document.text` did not write.
BAD: Final = (CoachError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)

_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")


def in_order(items: Iterable[Any]) -> tuple[Any, ...]:
    """By their ids, and none twice."""
    found = sorted(items, key=attrgetter("id"))
    once(item.id for item in found)
    return tuple(found)


def once(marks: Iterable[Any]) -> None:
    marks = tuple(marks)
    if len(set(marks)) != len(marks):
        raise ValueError(marks[0])


def check_stamps(item: Any) -> None:
    """Those of its fields, which it must have."""
    for one in registers.stamps(item).values():
        counter(one.counter)
    if {other.partition("=")[0] for other in item.written.split(" ")[1:]} - set(plain.hints(type(item))):
        raise LookupError(item.written)


def only(given: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """All of these are needed, and what a name we don't know says would be lost."""
    if set(given) != set(names):
        raise LookupError(sorted(set(given) ^ set(names)))


def kind(name: str) -> str:
    return name if KINDS[name] else ""


def item_id(text: Any) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(text)
    return text


def stamp(text: str) -> Stamp:
    found = Stamp.parse(text)
    counter(found.counter)
    if str(found) != text:
        raise ValueError(text)
    return found


def counter(number: Any) -> int:
    if type(number) is not int or not 0 <= number <= LARGEST:
        raise ValueError(number)
    return number
