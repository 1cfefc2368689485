"""Small checked values that the items of a portfolio are made of."""

import datetime as dt
import re
import secrets
import threading
import time
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from coachapp.errors import EmptyText, NotADate, NotAValue, NotHours, TextTooLong

TITLE_LENGTH: Final = 300
TEXT_LENGTH: Final = 20_000
YEAR_HOURS: Final = 8784
_TURNS: Final = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_AMOUNT = re.compile(r"[0-9]+([.,][0-9]+)?")
_last_id = 0
_id_lock = threading.Lock()


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """Says which change of which device last touched an item; no clock decides. Written "12.3f9a02bc"."""

    counter: int = 0
    device: str = ""

    def __post_init__(self) -> None:
        if self.device and not self.device.isalnum():
            raise ValueError(self.device)

    @classmethod
    def parse(cls, text: str) -> "Stamp":
        counter, _, device = text.partition(".")
        return cls(int(counter), device)

    def __str__(self) -> str:
        return f"{self.counter}.{self.device}"


UNSTAMPED: Final = Stamp()


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place on the board; written as "role/level"."""

    role: str
    level: str

    @classmethod
    def parse(cls, text: str) -> "Cell":
        role, _, level = text.partition("/")
        return cls(role.strip(), level.strip())

    def __str__(self) -> str:
        return f"{self.role}/{self.level}"


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours as typed: an amount per "week" or per "year"."""

    amount: Decimal
    per: str = "year"

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or not 0 <= self.amount <= YEAR_HOURS:
            raise NotHours(value=self.amount)
        one_of(self.per, ("week", "year"), "hours")

    @classmethod
    def parse(cls, text: str, per: str = "year") -> "Hours | None":
        """Read "12", "12,5" or "12.5"; nothing typed is None."""
        clean = text.strip()
        if clean and not _AMOUNT.fullmatch(clean):
            raise NotHours(value=text)
        return cls(Decimal(clean.replace(",", ".")), per) if clean else None


def new_id() -> str:
    """A new item's id, hexadecimal: sorts in the order of making, unique without asking anyone.

    The layout is RFC 9562's UUID version 7. The time in it only orders items on screen.
    """
    global _last_id  # noqa: PLW0603 - ids made in one millisecond still count up
    with _id_lock:
        _last_id = max(_last_id + 1, time.time_ns() // 1_000_000)
        return f"{_last_id:012x}7{secrets.randbits(12):03x}{2 << 62 | secrets.randbits(62):016x}"


def line(text: str, limit: int = TITLE_LENGTH) -> str:
    """One line of text without control characters or outer spaces; may be empty."""
    if not text:
        return text
    if text.isprintable() and "  " not in text and " " not in (text[:1], text[-1:]):
        return _checked(text, limit)
    return _checked(" ".join(_visible(text, keep="").split()), limit)


def title(text: str) -> str:
    """One line of text with at least one visible character."""
    clean = line(text)
    if clean and clean.isascii():
        return clean
    if all(unicodedata.category(c) in ("Cf", "Zs") for c in clean):
        raise EmptyText
    return clean


def file_name(text: str) -> str:
    """A title that shows its ending at its end: without what turns the direction of reading."""
    clean = title(text)
    if clean.isascii():
        return clean
    return title("".join(c for c in clean if unicodedata.bidirectional(c) not in _TURNS))


def prose(text: str) -> str:
    """Text of several lines; control characters but line breaks and tabs are dropped."""
    if not text:
        return text
    if text.isprintable():
        return _checked(text.strip(), TEXT_LENGTH)
    return _checked(
        _visible(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t").strip(), TEXT_LENGTH
    )


@lru_cache(4096)
def date(text: str) -> str:
    """A year, month or day that exists ("2026", "2026-08", "2026-08-31"), or nothing."""
    clean = text.strip()
    if clean and not (_DATE.fullmatch(clean) and _exists(f"{clean}-01-01"[:10])):
        raise NotADate(value=text)
    return clean


def clean(item: object, **checks: object) -> None:
    """Run each named field of a frozen value through its check and keep what comes back."""
    for name, check in checks.items():
        given = getattr(item, name)
        kept = check(given)  # type: ignore[operator]
        if kept is not given:
            object.__setattr__(item, name, kept)


def whole(number: int, most: int, field: str) -> int:
    if not 0 <= number <= most:
        raise NotAValue(value=number, field=field)
    return number


def one_of(value: str, choices: tuple[str, ...], field: str) -> str:
    if value not in choices:
        raise NotAValue(value=value, field=field)
    return value


def _exists(day: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(day))
    except ValueError:
        return False


def _visible(text: str, keep: str) -> str:
    """A space for whatever is no character to show: controls, lone surrogates, private use.

    Unassigned code points stay: a newer Python knows characters that an older one does not.
    """
    if text.isprintable():
        return text
    return "".join(c if c in keep or _is_character(c) else " " for c in text)


def _is_character(c: str) -> bool:
    noncharacter = ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF  # noqa: PLR2004 - by Unicode
    return not noncharacter and unicodedata.category(c) not in ("Cc", "Cs", "Co")


def _checked(text: str, limit: int) -> str:
    if len(text) > limit:
        raise TextTooLong(limit=limit, length=len(text))
    return text
