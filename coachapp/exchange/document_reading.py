"""The text of `portfolio.json` as a whole copy of a portfolio; nothing in it is believed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from coachapp.domain import plain, rules, snapshot, values, variants
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.framework import Framework
from coachapp.domain.history import OWN, Change, Write
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.domain.values import Stamp
from coachapp.exchange import expecting, json_reading
from coachapp.exchange.document import NAME, VERSION, Bytes

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_BESIDE: Final = ("format", "version", "portfolio", "framework", "variants", "removed", "seen", "history")

_NEW_IN_2: Final = ("conversations", "notes", "views", "snapshots", "shared", "readers")


class TooNewError(Exception):
    """A newer program wrote it."""


class Read(NamedTuple):
    copy: Copy
    files: tuple[Bytes, ...]


def read(data: bytes) -> Read:
    """Raises TooNewError or one of `expecting.BAD`."""
    given = json_reading.parsed(data)
    if given["format"] != NAME or type(given["version"]) is not int or given["version"] < 1:
        raise ValueError(given["format"])
    if given["version"] > VERSION:
        raise TooNewError
    if given["version"] == 1:
        given = {**dict.fromkeys(_NEW_IN_2, ()), **given}
    expecting.only(given, (*_BESIDE, *KINDS, "files"))
    portfolio = _portfolio(given)
    removed = sorted(map(_removed, given["removed"]), key=lambda one: (one.kind, one.id))
    expecting.once((*_ids(portfolio), *(one.id for one in removed)))
    changes = sorted(map(_change, given["history"]), key=lambda change: change.stamp)
    expecting.once(change.stamp for change in changes)
    seen = {
        Stamp(counter, device).device: expecting.counter(counter) for device, counter in given["seen"].items()
    }
    return Read(Copy(portfolio, tuple(removed), seen, tuple(changes)), _files(given["files"]))


def _portfolio(given: Mapping[str, Any]) -> Portfolio:
    own = given["portfolio"]
    names = plain.hints(Portfolio)
    expecting.only(own, ("id", *names, "stamp", "written", "clock"))
    said: dict[str, Any] = {name: plain.from_plain(hint, own[name]) for name, hint in names.items()}
    items: dict[str, Any] = {
        kind: expecting.in_order(_item(cls, one) for one in given[kind]) for kind, cls in KINDS.items()
    }
    portfolio = Portfolio(
        id=expecting.item_id(own["id"]),
        framework=_framework(given["framework"]),
        stamp=expecting.stamp(own["stamp"]),
        written=own["written"],
        clock=expecting.stamp(own["clock"]),
        variants=expecting.in_order(map(_variant, given["variants"])),
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


def _ids(portfolio: Portfolio) -> Iterator[str]:
    yield from (item.id for kind in KINDS for item in getattr(portfolio, kind))


def _check(portfolio: Portfolio) -> None:
    """What a file must hold to be opened."""
    for kind in KINDS:
        rules.check(portfolio, kind, getattr(portfolio, kind))
    expecting.check_stamps(portfolio)
    if any(one.size < 0 for one in (*portfolio.evidence, *portfolio.shared)):
        raise ValueError("size")


def _item(cls: type, given: Mapping[str, Any]) -> Any:
    expecting.only(given, ("id", *plain.hints(cls), "stamp", "written"))
    written = plain.from_plain(str, given["written"])
    item = plain.item(cls, expecting.item_id(given["id"]), given, expecting.stamp(given["stamp"]), written)
    expecting.check_stamps(item)
    return item


def _variant(given: Mapping[str, Any]) -> Variant:
    expecting.only(given, ("kind", "item_id", "field", "value", "stamp"))
    told = json.dumps(given["value"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    variant = Variant(
        given["kind"],
        expecting.item_id(given["item_id"]),
        given["field"],
        told,
        expecting.stamp(given["stamp"]),
    )
    variants.value(variant)
    return variant


def _removed(given: Mapping[str, Any]) -> Removed:
    expecting.only(given, ("kind", "id", "stamp", "removed_on", "content", "written", "waits"))
    kind, stamp, content = given["kind"], expecting.stamp(given["stamp"]), given["content"]
    written = plain.from_plain(str, given["written"])
    if content is not None:
        expecting.check_stamps(
            plain.item(KINDS[kind], expecting.item_id(given["id"]), content, stamp, written)
        )
    day, waits = values.date(given["removed_on"]), plain.from_plain(bool, given["waits"])
    return Removed(expecting.kind(kind), expecting.item_id(given["id"]), stamp, day, content, written, waits)


def _change(given: Mapping[str, Any]) -> Change:
    expecting.only(given, ("stamp", "at", "label", "writes"))
    at, label = plain.from_plain(str, given["at"]), plain.from_plain(str, given["label"])
    change = Change(expecting.stamp(given["stamp"]), at, label, tuple(map(_write, given["writes"])))
    if len(change.day) < len("2026-08-31") or values.date(change.day) != change.day:
        raise ValueError(at)
    expecting.once(write.item_id for write in change.writes)
    return change


def _write(given: Mapping[str, Any]) -> Write:
    expecting.only(given, ("kind", "item_id", "was", "now"))
    kind = given["kind"]
    hints = plain.hints(Portfolio if kind == OWN else KINDS[kind])
    for fields in (given["was"], given["now"]):
        for name, value in ({} if fields is None else fields).items():
            plain.from_plain(hints[name], value)
    return Write(kind, expecting.item_id(given["item_id"]), given["was"], given["now"])


def _files(given: Any) -> tuple[Bytes, ...]:
    files = tuple(Bytes(one["digest"], expecting.counter(one["size"]), one["path"]) for one in given)
    for file in files:
        if not _DIGEST.fullmatch(file.digest) or not file.path.startswith(f"evidence/{file.digest}-"):
            raise ValueError(file.path)
    if len({file.digest for file in files}) != len(files):
        raise ValueError(given)
    return files
