"""The text of `portfolio.json` as a whole copy of a portfolio; nothing in it is believed."""

import json
import re
from collections.abc import Mapping
from operator import attrgetter
from typing import Any, Final, NamedTuple

from coachapp.domain import plain, registers, rules, snapshot, variants
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.framework import Framework
from coachapp.domain.history import OWN, Change, Write
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.values import Stamp
from coachapp.errors import CoachError
from coachapp.exchange import json_reading
from coachapp.exchange.document import NAME, VERSION, Bytes

# What reading raises for anything that `document.text` did not write.
BAD: Final = (CoachError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)

_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_BESIDE: Final = ("format", "version", "portfolio", "framework", "variants", "removed", "seen", "history")


class TooNewError(Exception):
    """A newer program wrote it."""


class Read(NamedTuple):
    copy: Copy
    files: tuple[Bytes, ...]


def read(data: bytes) -> Read:
    """Raises TooNewError or one of `BAD`."""
    given = json_reading.parsed(data)
    if given["format"] != NAME or type(given["version"]) is not int or given["version"] < 1:
        raise ValueError(given["format"])
    if given["version"] > VERSION:
        raise TooNewError
    _only(given, (*_BESIDE, *KINDS, "files"))
    removed = sorted(map(_removed, given["removed"]), key=lambda one: (one.kind, one.id))
    changes = sorted(map(_change, given["history"]), key=lambda change: change.stamp)
    seen = {Stamp(counter, device).device: _counter(counter) for device, counter in given["seen"].items()}
    return Read(Copy(_portfolio(given), tuple(removed), seen, tuple(changes)), _files(given["files"]))


def _portfolio(given: Mapping[str, Any]) -> Portfolio:
    own = given["portfolio"]
    names = plain.hints(Portfolio)
    _only(own, ("id", *names, "stamp", "written", "clock"))
    said: dict[str, Any] = {name: plain.from_plain(hint, own[name]) for name, hint in names.items()}
    items: dict[str, Any] = {
        kind: tuple(_item(cls, one) for one in given[kind]) for kind, cls in KINDS.items()
    }
    portfolio = Portfolio(
        id=_id(own["id"]),
        framework=_framework(given["framework"]),
        stamp=_stamp(own["stamp"]),
        written=own["written"],
        clock=_stamp(own["clock"]),
        variants=tuple(map(_variant, given["variants"])),
        **said,
        **items,
    )
    _check(portfolio)
    return portfolio


def _framework(given: Any) -> Framework:
    framework = snapshot.from_json(json.dumps(given))
    if json.loads(snapshot.to_json(framework)) != given:  # it doesn't ask for names that it doesn't know
        raise LookupError(given["id"])
    return framework


def _check(portfolio: Portfolio) -> None:
    """What a file must hold to be opened, and no item twice."""
    for kind in (*KINDS, "variants"):
        ids = list(map(attrgetter("id"), getattr(portfolio, kind)))
        if ids != sorted(set(ids)):
            raise ValueError(kind)
    for kind in KINDS:
        rules.check(portfolio, kind, getattr(portfolio, kind))
    for item in (portfolio, *(item for kind in KINDS for item in getattr(portfolio, kind))):
        registers.stamps(item)


def _item(cls: type, given: Mapping[str, Any]) -> Any:
    _only(given, ("id", *plain.hints(cls), "stamp", "written"))
    written = plain.from_plain(str, given["written"])
    return plain.item(cls, _id(given["id"]), given, _stamp(given["stamp"]), written)


def _variant(given: Mapping[str, Any]) -> Variant:
    _only(given, ("kind", "item_id", "field", "value", "stamp"))
    told = json.dumps(given["value"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    variant = Variant(given["kind"], _id(given["item_id"]), given["field"], told, _stamp(given["stamp"]))
    variants.value(variant)
    return variant


def _removed(given: Mapping[str, Any]) -> Removed:
    _only(given, ("kind", "id", "stamp", "removed_on", "content", "written", "waits"))
    kind, stamp, content = given["kind"], _stamp(given["stamp"]), given["content"]
    written = plain.from_plain(str, given["written"])
    if content is not None:
        registers.stamps(plain.item(KINDS[kind], _id(given["id"]), content, stamp, written))
    day, waits = plain.from_plain(str, given["removed_on"]), plain.from_plain(bool, given["waits"])
    return Removed(_kind(kind), _id(given["id"]), stamp, day, content, written, waits)


def _change(given: Mapping[str, Any]) -> Change:
    _only(given, ("stamp", "at", "label", "writes"))
    at, label = plain.from_plain(str, given["at"]), plain.from_plain(str, given["label"])
    return Change(_stamp(given["stamp"]), at, label, tuple(map(_write, given["writes"])))


def _write(given: Mapping[str, Any]) -> Write:
    _only(given, ("kind", "item_id", "was", "now"))
    kind = given["kind"]
    hints = plain.hints(Portfolio if kind == OWN else KINDS[kind])
    for fields in (given["was"], given["now"]):
        for name, value in ({} if fields is None else fields).items():
            plain.from_plain(hints[name], value)
    return Write(kind, _id(given["item_id"]), given["was"], given["now"])


def _files(given: Any) -> tuple[Bytes, ...]:
    files = tuple(Bytes(one["digest"], _counter(one["size"]), one["path"]) for one in given)
    for file in files:
        if not _DIGEST.fullmatch(file.digest) or not file.path.startswith(f"evidence/{file.digest}-"):
            raise ValueError(file.path)
    if len({file.digest for file in files}) != len(files):
        raise ValueError(given)
    return files


def _only(given: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """All of these are needed, and what a name we don't know says would be lost."""
    if set(given) != set(names):
        raise LookupError(sorted(set(given) ^ set(names)))


def _kind(kind: str) -> str:
    return kind if KINDS[kind] else ""


def _id(text: Any) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(text)
    return text


def _stamp(text: str) -> Stamp:
    stamp = Stamp.parse(text)
    _counter(stamp.counter)
    if str(stamp) != text:
        raise ValueError(text)
    return stamp


def _counter(number: Any) -> int:
    if type(number) is not int or number < 0:
        raise ValueError(number)
    return number
