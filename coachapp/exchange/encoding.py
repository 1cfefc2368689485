"""Bytes to text: UTF-8, UTF-16, Windows-1252, and a guess for the rest."""

import codecs
import re
from typing import Final

from coachapp.exchange.faults import NotAList

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What people in western Europe type; other signs of Windows-1252 mean that it is another code page.
_COMMON: Final = re.compile(
    r"[\x09\x0a\x0c\x0d\x20-\x7eÀ-ÖØ-öø-ÿŠšŽžŒœŸ€„“”…–—•™°±²³µ·º½¼¾§©®«»¿¡£"
    r"\u2018\u2019\u201a\xa0\xad\xb4\xd7]*"
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAC: Final = re.compile("[a-z]Ž|ŽŽ")  # "privé" and "één" by old spreadsheet programs on a Mac


def decoded(data: bytes) -> str:
    """The text of a file; raises `NotAList` for what is no text."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data[:4096]:
        encoding = _without_mark(data[:4096])
    try:
        text = data.decode(encoding or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if encoding:
            raise NotAList from error
        text = _western(data) or _guessed(data)
    return _as_text(text)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark has a zero in nearly every other byte of western text."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) * 4 < len(data):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _western(data: bytes) -> str:
    """The text by Windows-1252, or nothing when that can't be it."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    if _MAC.search(text):
        return data.decode("mac-roman")
    accents = sum(1 for c in text if c > "\x7f")
    letters = sum(1 for c in text if c.isalpha())
    return text if _COMMON.fullmatch(text) and accents * 3 <= letters else ""


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - nearly no list comes here

    best = from_bytes(data[:200_000]).best()
    if best is None or _CONTROLS.search(data[:4096].decode("latin-1")):
        raise NotAList
    return data.decode(best.encoding, errors="replace")


def _as_text(text: str) -> str:
    start = text[:100_000]
    if len(_CONTROLS.findall(start)) > max(3, len(start) // 100):
        raise NotAList
    return text
