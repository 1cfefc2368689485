"""Reading dates as people type them: "2026", "aug 2026", "31-8-2026"; writing them back as short."""

import re

from PySide6.QtCore import QDate, QLocale

from coachapp import i18n
from coachapp.domain import values
from coachapp.errors import NotADate
from coachapp.i18n import gettext as _

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ]+(\d{1,2}|[^\W\d]+)(?:[-/. ]+(\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(?:(?:(\d{1,2})[-/. ]+)?(\d{1,2}|[^\W\d]+)[-/., ]+)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)[. ]+(\d{1,2}),?[ ]+(\d{4})")


class NotReadable(NotADate):
    """Said beside what was typed, in the way people write dates."""

    def _template(self) -> str:
        return _("Not a date. Type for example 1 March 2027 or March 2027.")


def example() -> str:
    """What an empty input for dates shows."""
    return _("e.g. 1 March 2027")


def date(text: str) -> str:
    """A typed date as "2026", "2026-08" or "2026-08-31"; days come before months. Raises NotReadable."""
    clean = " ".join(text.lower().split()).rstrip(".")
    if not clean:
        return ""
    year, month, day = _parts(clean, text)
    parts = [year, _month(month, text), day.zfill(2) if day else ""]
    iso = "-".join(part for part in parts if part)
    if day and not QDate.fromString(iso, "yyyy-MM-dd").isValid():
        raise NotReadable(value=text.strip())
    try:
        return values.date(iso)
    except NotADate as error:
        raise NotReadable(value=text.strip()) from error


def date_text(iso: str) -> str:
    """A date such as "31 aug 2026", in the reader's language; `date` reads it back."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    name = QLocale(i18n.language()).monthName(int(month), QLocale.FormatType.ShortFormat) if month else ""
    return " ".join(part for part in (day.lstrip("0"), name.rstrip("."), year) if part)


def _parts(clean: str, typed: str) -> tuple[str, str, str]:
    if match := _YEAR_FIRST.fullmatch(clean):
        return match[1], match[2] or "", match[3] or ""
    if match := _YEAR_LAST.fullmatch(clean):
        return match[3], match[2] or "", match[1] or ""
    if match := _MONTH_FIRST.fullmatch(clean):
        return match[3], match[1], match[2]
    raise NotReadable(value=typed.strip())


def _month(text: str, typed: str) -> str:
    """Two digits for a month given as a number or a name, Dutch or English."""
    if not text or text.isdigit():
        return text.zfill(2) if text else ""
    for language in dict.fromkeys((i18n.language(), *i18n.LANGUAGES)):
        locale = QLocale(language)
        for month in range(1, 13):
            name = locale.monthName(month).lower()
            short = locale.monthName(month, QLocale.FormatType.ShortFormat).lower().rstrip(".")
            if text == short or (len(text) >= len(short) and name.startswith(text)):
                return f"{month:02}"
    raise NotReadable(value=typed.strip())
