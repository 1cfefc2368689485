"""Amounts of hours as people write them: "12,5", "1.263,5", "2 uur per week", "12:30"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from coachapp.domain.values import YEAR_HOURS, Hours
from coachapp.errors import NotHours

_UNIT: Final = r"(?:klokuren|uren|uur|u|hours|hour|hrs|hr|h)\.?"
_WEEK: Final = r"(?P<week>week|wk|w|weekly|wekelijks)"
_YEAR: Final = r"(?P<year>schooljaar|jaar|jr|j|year|yr|y|yearly|jaarlijks)"
_PER: Final = rf"(?:per|/|p\.?|in de|in het|a|an|each)?\s*(?:{_WEEK}|{_YEAR})\.?"
_WHOLE: Final = r"[0-9]{1,9}|[1-9][0-9]{0,2}(?P<group>[.,'\u2019 ])[0-9]{3}(?:(?P=group)[0-9]{3})*"
_AMOUNT: Final = re.compile(
    rf"(?P<whole>{_WHOLE})(?:(?P<mark>[.,])(?P<decimals>[0-9]{{0,15}}))?\s*(?:{_UNIT})?\s*(?:{_PER})?",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"([0-9]{1,4}):([0-5][0-9])(?::00)?")


def decimal_mark(texts: Iterable[str]) -> str:
    """The decimal mark, "," or ".", that these amounts use for sure; nothing when none tells."""
    matches = (_AMOUNT.fullmatch(_spaced(text)) for text in texts)
    found = {mark for match in matches if match and (mark := _certain_mark(match))}
    return found.pop() if len(found) == 1 else ""


def read_hours(text: str, per: str = "year", mark: str = "") -> Hours | None:
    """The amount, or None for what is not understood; `per` unless the text says it itself."""
    clean = _spaced(text)
    if clock := _CLOCK.fullmatch(clean):
        return _hours(int(clock[1]) + Decimal(clock[2]) / 60, per)
    match = _AMOUNT.fullmatch(clean)
    if not match or match["group"] == (match["mark"] or "none"):
        return None
    said = "week" if match["week"] else "year" if match["year"] else per
    return _hours(_number(match, mark), said)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _certain_mark(match: re.Match[str]) -> str:
    """What must be the decimal mark of this amount, judged by itself; "1.263" does not tell."""
    if match["mark"]:
        return "" if _looks_grouped(match) else match["mark"]
    return {".": ",", ",": "."}.get(match["group"] or "", "")


def _looks_grouped(match: re.Match[str]) -> bool:
    whole, decimals = match["whole"], match["decimals"]
    return not match["group"] and len(decimals) == len("263") and len(whole) <= len("126") and whole[0] != "0"


def _number(match: re.Match[str], mark: str) -> Decimal:
    """Three digits behind a mark are thousands, unless the list has it as its decimal mark."""
    whole, decimals = re.sub(r"[^0-9]", "", match["whole"]), match["decimals"] or ""
    if match["mark"] and _looks_grouped(match) and match["mark"] != mark:
        whole, decimals = whole + decimals, ""
    return Decimal(f"{whole}.{decimals or 0}")


def _hours(amount: Decimal, per: str) -> Hours | None:
    """What was calculated (31.903846…) with two decimals; what was typed as it is."""
    if amount <= YEAR_HOURS and amount != round(amount, 3):
        amount = round(amount, 2)
    whole = amount.to_integral_value()
    try:
        return Hours(whole if amount == whole else amount.normalize(), per)
    except NotHours:
        return None
