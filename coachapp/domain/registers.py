"""Which change wrote each field of an item last.

An item's `stamp` is that of the change that touched it last. Its `written` is empty while all its
fields carry that stamp; else it is the stamp of most of its fields, then those that carry another:
"3.9f0c12ab title=12.77ab01cd why=15.9f0c12ab".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from coachapp.domain import plain
from coachapp.domain.values import Stamp


def stamps(item: Any) -> dict[str, Stamp]:
    """The stamp of each field; raises ValueError for a `written` that nobody wrote."""
    return stamps_of(item.written or str(item.stamp), plain.hints(type(item)))


def stamps_of(written: str, names: Iterable[str]) -> dict[str, Stamp]:
    """The same for fields whose `written` is not empty."""
    rest, others = _read(written)
    return {name: others.get(name, rest) for name in names}


def text(of: Mapping[str, Stamp]) -> str:
    """These stamps as `written`."""
    rest = min(of.values())
    others = (f"{name}={stamp}" for name, stamp in sorted(of.items()) if stamp != rest)
    return " ".join((str(rest), *others))


def short(of: Mapping[str, Stamp], touched: Stamp) -> str:
    """These stamps as `written` of an item that was touched last by `touched`."""
    return "" if min(of.values()) == touched else text(of)


def rewritten(before: Any, names: Iterable[str], stamp: Stamp) -> str:
    """`written` of an item after a change of these fields."""
    return short({**stamps(before), **dict.fromkeys(names, stamp)}, stamp)


def changed(before: Any, after: Any) -> list[str]:
    """The fields in which two items differ."""
    return [n for n in plain.hints(type(after)) if getattr(before, n) != getattr(after, n)]


def _read(written: str) -> tuple[Stamp, dict[str, Stamp]]:
    rest, *others = written.split(" ")
    pairs = (other.partition("=") for other in others)
    return Stamp.parse(rest), {name: Stamp.parse(stamp) for name, _, stamp in pairs}
