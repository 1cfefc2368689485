"""Periods as people write them: "aug-jul", "sinds 2019", "okt-feb", "2026-2027"."""

import re
from dataclasses import dataclass
from typing import Final

from coachapp.errors import NotADate
from coachapp.exchange import moments
from coachapp.exchange.moments import FIRST_MONTH, MONTH_NUMBER, YEAR, Moment

_SCHOOL_YEAR: Final = re.compile(rf"(?<![0-9])({YEAR})\s*[-/–]\s*(?:20)?([0-9]{{2}})(?![0-9]|[-/.][0-9])")
_ISO_MONTH: Final = re.compile(rf"{YEAR}-(?:{MONTH_NUMBER})")
_ALL_YEAR: Final = re.compile(
    r"(?:het )?(?:hele|heel het|gehele|volledige) (?:school)?jaar|schooljaar|"
    r"(?:all|the whole|whole|full) (?:school )?year"
)
_SINCE: Final = r"(?P<since>sinds|vanaf|per|met ingang van|m\.?i\.?v\.?|since|from|van|as of|starting)"
_UNTIL: Final = r"(?P<until>tot en met|tot|t/m|tm|until|till|up to|to)"
_DASH: Final = r"(?:-|–|—|/|tot en met|tot|t/m|tm|until|till|through|to|en|and)"
_NOW: Final = r"(?P<now>heden|nu|now|present|today|\.{3}|…)"
_PERIOD: Final = re.compile(
    rf"(?:{_SINCE}\s*)?(?:{_UNTIL}\s*)?{moments.pattern(1)}"
    rf"(?:\s*{_DASH}\s*(?:{moments.pattern(2)}|{_NOW})|(?P<open>\s*(?:-|–|>|\+)))?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """Dates as the domain writes them; `asks_year`: the months are clear, their school year isn't."""

    since: str = ""
    until: str = ""
    asks_year: bool = False


def school_year(text: str) -> int | None:
    """The first year of "2026-2027", "2026/27" or "2026–2027" in this text."""
    for match in _SCHOOL_YEAR.finditer(text):
        year = int(match[1])
        if (year + 1) % 100 == int(match[2]):
            return year
    return None


def read_period(text: str, year: int | None = None) -> Period | None:
    """The dates, or None for what is not understood; `year` is the first of the school year."""
    clean = " ".join(text.casefold().split()).strip("() .,;")
    if own := _own_school_year(clean):
        return _school_year(own)
    if _ALL_YEAR.fullmatch(clean):
        return _school_year(year) if year else Period(asks_year=True)
    match = _PERIOD.fullmatch(clean)
    if not match or (match["since"] and match["until"]):
        return None
    try:
        return _period(match, year)
    except NotADate:
        return None


def _own_school_year(text: str) -> int | None:
    """ "2011-12" could be a month as well, and is one in a list with "2011-09"."""
    is_year = _SCHOOL_YEAR.fullmatch(text) and not _ISO_MONTH.fullmatch(text)
    return school_year(text) if is_year else None


def _school_year(year: int) -> Period:
    return Period(f"{year}-{FIRST_MONTH:02d}", f"{year + 1}-{FIRST_MONTH - 1:02d}")


def _period(match: re.Match[str], year: int | None) -> Period | None:
    first = moments.found(match, 1)
    if first is None:
        return None
    last = moments.found(match, 2) or first
    first, last = moments.dated_by_each_other(first, last)
    if first.year is None or last.year is None:
        if year is None:
            return Period(asks_year=True)
        first, last = moments.dated_by_school_year(first, last, year)
    return _bounded(match, first, last)


def _bounded(match: re.Match[str], first: Moment, last: Moment) -> Period | None:
    since, until = first.text(), last.text()
    if since[: len(until)] > until:
        return None
    if match["until"]:
        return Period(until=until)
    goes_on = first == last and (match["since"] or match["now"] or match["open"])
    return Period(since=since) if goes_on else Period(since, until)
