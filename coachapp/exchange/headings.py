"""The heading row of a list, and what its words say in Dutch and English."""

import re
from collections.abc import Sequence
from typing import Final

from coachapp.exchange.roles import Role
from coachapp.exchange.table import Line, Table

_LOOKED_AT: Final = 40
_LONGEST: Final = 40
_HOURS: Final = r"\b(?:uren|uur|hours?|hrs)\b"

# The first role of which a pattern fits the whole heading; underscores and most signs read as spaces.
_WORDS: Final = (
    (Role.LEFT_OUT, (r"(?:volg|regel)?(?:nr|nummer|number)", "no", "num", "#", "id")),
    (
        Role.EXTRA,
        (
            r".*\b(?:soort|type|kind|categorie|category|cluster|code|groep|group|klas|class|vak|subject)\b.*",
            rf".*{_HOURS}.*\b(?:maand|month|dag|day|blok|periode|term|semester)\b.*",
        ),
    ),
    (
        Role.HOURS_WEEK,
        (
            rf".*(?:{_HOURS}|\b[uh]\b).*\b(?:week|wk|w)\b.*",
            rf".*\b(?:week|wekelijkse|weekly)\b.*{_HOURS}.*",
            r".*\bweekuren",
            "pw",
        ),
    ),
    (
        Role.HOURS_YEAR,
        (
            rf".*{_HOURS}.*",
            r".*\b(?:klok|taak|jaar|les)uren\b.*",
            r"urental|tijd(?:besteding)?|omvang|time|[uh]",
        ),
    ),
    (
        Role.SINCE,
        ("sinds|since|vanaf|van|from|start|begin|begint", "(?:start|begin|ingangs|start )(?:datum|date)"),
    ),
    (
        Role.UNTIL,
        ("tot|t/m|tot en met|until|till|to|einde?|end|eindigt", "(?:eind|end )(?:datum|date)"),
    ),
    (
        Role.PERIOD,
        (r"(?:.*\b)?(?:periode|period|looptijd|wanneer|when|datum|date|maand|maanden|months?|duration)",),
    ),
    (
        Role.CONTEXT,
        (
            "school|werkplek|workplace|werkgever|employer|vestiging|instelling|context|site",
            "(?:school)?locatie|location|organisatie|organi[sz]ation",
        ),
    ),
    (
        Role.DESCRIPTION,
        (
            r".*(?:omschrijving|beschrijving|toelichting|opmerking|notitie|bijzonderhe)\w*",
            r".*\b(?:description|details|notes?|remarks?|comments?|explanation|content|uitleg|inhoud)",
        ),
    ),
    (
        Role.TITLE,
        (
            r".*\b(?:taak|taken|taaknaam|activiteit|activiteiten|werkzaamheid|werkzaamheden)\b.*",
            r".*\b(?:tasks?|activity|activities|duty|duties)\b.*",
            "titel|title|onderdeel|item|naam|name|onderwerp|topic|wat|what|klus|project|work",
        ),
    ),
)
_HEADINGS: Final = tuple((role, re.compile("|".join(patterns))) for role, patterns in _WORDS)
_TASK: Final = re.compile(
    r"(?:mijn |my )?(?:taak|taken|activiteit|activiteiten|werkzaamheden|task|tasks|activity|activities)"
)


def read_heading(text: str) -> Role | None:
    """What a column with this heading is; None when the heading doesn't tell."""
    if len(text) > _LONGEST:
        return None
    clean = " ".join(re.sub(r"[^\w/#]+|_", " ", text.casefold()).split())
    return next((role for role, pattern in _HEADINGS if pattern.fullmatch(clean)), None)


def is_task(heading: str) -> bool:
    """Whether this heading can hardly stand above anything but activities."""
    return len(heading) <= _LONGEST and bool(_TASK.fullmatch(heading.strip(" :").casefold()))


def recognised(cells: Sequence[str]) -> int:
    """How much a row is like a heading row: how many kinds of columns it names."""
    named = {read_heading(cell) for cell in cells if not cell.rstrip().endswith(":")}
    return len(named - {None, Role.EXTRA, Role.LEFT_OUT})


def find_heading(table: Table) -> Line | None:
    """The heading row, below a title block or at the top."""
    candidates = [line for line in table.lines[:_LOOKED_AT] if _may_be_heading(line, table.width)]
    return max(candidates, key=lambda line: recognised(line.cells), default=None)


def _may_be_heading(line: Line, width: int) -> bool:
    """Two columns that are named, or one that is surely named beside columns of other names."""
    if width == 1:
        return is_task(line.cell(0))
    named = recognised(line.cells)
    if named != 1:
        return named > 1
    filled = [cell for cell in line.cells if cell.strip()]
    plain = not any(re.search(r"[0-9]", cell) for cell in filled)
    return plain and any(is_task(cell) for cell in filled) and len(filled) * 2 > width
