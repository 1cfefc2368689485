"""Small checked values that the items of a portfolio are made of."""

import re
import secrets
import threading
import time
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from coachapp.errors import EmptyText, NotADate, NotAValue, NotHours, TextTooLong

TITLE_LENGTH: Final = 300
TEXT_LENGTH: Final = 20_000
YEAR_HOURS: Final = 8784

_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_last_id = 0
_id_lock = threading.Lock()


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """Says which change of which device last touched an item; no clock decides."""

    counter: int = 0
    device: str = ""


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
        clean = text.strip().replace(",", ".")
        if not clean:
            return None
        try:
            return cls(Decimal(clean), per)
        except InvalidOperation as error:
            raise NotHours(value=text) from error


def new_id() -> str:
    """A new item's id, hexadecimal: sorts in the order of making, unique without asking anyone.

    The layout is RFC 9562's UUID version 7. The time in it only orders items on screen.
    """
    global _last_id  # noqa: PLW0603 - ids made in one millisecond still count up
    with _id_lock:
        _last_id = max(_last_id + 1, time.time_ns() // 1_000_000)
        return f"{_last_id:012x}7{secrets.randbits(76):019x}"


def line(text: str, limit: int = TITLE_LENGTH) -> str:
    """One line of text without control characters or outer spaces; may be empty."""
    return _checked(" ".join(_visible(text, keep="").split()), limit)


def title(text: str) -> str:
    """One line of text with at least one visible character."""
    clean = line(text)
    if not clean:
        raise EmptyText
    return clean


def prose(text: str) -> str:
    """Text of several lines; control characters but line breaks and tabs are dropped."""
    return _checked(
        _visible(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t").strip(), TEXT_LENGTH
    )


def date(text: str) -> str:
    """A year, month or day ("2026", "2026-08", "2026-08-31"), or nothing."""
    clean = text.strip()
    match = _DATE.fullmatch(clean) if clean else None
    if clean and (not match or int(match["day"] or 1) > _DAYS[int(match["month"] or 1) - 1]):
        raise NotADate(value=text)
    return clean


def one_of(value: str, choices: tuple[str, ...], field: str) -> str:
    if value not in choices:
        raise NotAValue(value=value, field=field)
    return value


def _visible(text: str, keep: str) -> str:
    """Drop what can't be shown: controls, lone surrogates, unassigned code points."""
    return "".join(
        c if c in keep or unicodedata.category(c) not in ("Cc", "Cs", "Cn", "Co") else " " for c in text
    )


def _checked(text: str, limit: int) -> str:
    if len(text) > limit:
        raise TextTooLong(limit=limit, length=len(text))
    return text
