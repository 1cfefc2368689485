"""Years, months and days as people write them: "2023-08", "1-8-2026", "sep '24", "mei"."""

import re
from typing import Final, NamedTuple

from coachapp.domain.values import date

FIRST_MONTH: Final = 8  # a school year runs from August to July
YEAR: Final = r"(?:19|20)[0-9]{2}"
MONTH_NUMBER: Final = r"0?[1-9]|1[0-2]"
_DAY: Final = r"0?[1-9]|[12][0-9]|3[01]"
_MONTHS: Final = (
    "jan(?:uari|uary)?",
    "feb(?:ruari|ruary)?",
    "mrt|maart|mar(?:ch)?",
    "apr(?:il)?",
    "mei|may",
    "june?|juni?",
    "july?|juli?",
    "aug(?:ustus|ust)?",
    "sept?(?:ember)?",
    "o[kc]t(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
_MONTH: Final = "|".join(_MONTHS)


class Moment(NamedTuple):
    """`year` is None while only the school year can tell it; no month or day is 0."""

    year: int | None
    month: int = 0
    day: int = 0

    def text(self) -> str:
        """As the domain writes dates; raises `NotADate` for a day that never was."""
        rest = "".join(f"-{part:02d}" for part in (self.month, self.day) if part)
        return date(f"{self.year}{rest}")


def pattern(n: int) -> str:
    """A pattern for one moment, whose parts carry the number `n`."""
    return (
        rf"(?:(?P<iso{n}>{YEAR}-(?:0[1-9]|1[0-2])(?:-(?:{_DAY}))?)"
        rf"|(?P<d{n}>{_DAY})[-/.](?P<m{n}>{MONTH_NUMBER})[-/.](?P<y{n}>{YEAR})"
        rf"|(?P<mm{n}>{MONTH_NUMBER})[-/](?P<my{n}>{YEAR})"
        rf"|(?:(?P<day{n}>{_DAY})\s+)?(?P<month{n}>{_MONTH})\b\.?"
        rf"(?:[\s-]*['\u2019]?(?P<year{n}>{YEAR}|[0-9]{{2}}))?"
        rf"|(?P<bare{n}>{YEAR}))"
    )


def found(match: re.Match[str], n: int) -> Moment | None:
    part = match.groupdict()
    if iso := part[f"iso{n}"]:
        return Moment(*(int(number) for number in iso.split("-")))
    if part[f"y{n}"]:
        return Moment(int(part[f"y{n}"]), int(part[f"m{n}"]), int(part[f"d{n}"]))
    if part[f"my{n}"]:
        return Moment(int(part[f"my{n}"]), int(part[f"mm{n}"]))
    if part[f"bare{n}"]:
        return Moment(int(part[f"bare{n}"]))
    if not (name := part[f"month{n}"]):
        return None
    month = next(i for i, names in enumerate(_MONTHS, start=1) if re.fullmatch(names, name))
    year = part[f"year{n}"]
    return Moment(int(year) % 2000 + 2000 if year else None, month, int(part[f"day{n}"] or 0))


def dated_by_each_other(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """In "sep-dec 2026" and "okt 2026 - feb" one year says the other."""
    if first.year is None and last.year is not None and last.month:
        first = first._replace(year=last.year - (first.month > last.month))
    elif last.year is None and first.year is not None and first.month:
        last = last._replace(year=first.year + (last.month < first.month))
    return first, last


def dated_by_school_year(first: Moment, last: Moment, year: int) -> tuple[Moment, Moment]:
    def dated(moment: Moment) -> Moment:
        return moment._replace(year=moment.year or year + (moment.month < FIRST_MONTH))

    first, last = dated(first), dated(last)
    if first > last:  # a calendar year, "jan-dec", or "jul-aug"
        first = first._replace(year=(first.year or year) - 1)
    return first, last
