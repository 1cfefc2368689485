"""Makes a row of a line: each cell goes where its column says, or to the description."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from coachapp.domain import values
from coachapp.domain.values import TEXT_LENGTH, TITLE_LENGTH, Hours
from coachapp.exchange.hours import read_hours
from coachapp.exchange.periods import Period, read_period
from coachapp.exchange.roles import Role
from coachapp.exchange.rows import Note, Reason, Row, one_line, shortened
from coachapp.exchange.table import Line

_ROOM: Final = TEXT_LENGTH - 3 * TITLE_LENGTH  # a workplace with its heading must still fit
_NOTHING: Final = "-–—\u2212.…•·*_;,|"  # what people type in a cell that stays empty
_TOTAL: Final = re.compile(
    r"(?:sub-?|eind|deel|grand )?tota(?:al|len|l|ls)\b.*|.*\b(?:sub|eind|deel)?tota(?:al|l)|som|sum|saldo"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of each line are read."""

    roles: tuple[Role, ...]
    headings: tuple[str, ...]
    decimal_mark: str = ""
    school_year: int | None = None


@dataclass(slots=True)
class _Draft:
    """Gathers the cells of a line; what doesn't fit its place goes to `extras`, with its heading."""

    columns: Columns
    title: str = ""
    texts: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    hours: Hours | None = None
    since: str = ""
    until: str = ""
    context: str = ""
    asks_year: bool = False
    told: set[Role] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def take(self, role: Role, heading: str, text: str) -> None:
        labelled = f"{heading}: {text}" if heading else text
        match role:
            case Role.TITLE if not self.title:
                self.title = text
            case Role.DESCRIPTION:
                self.texts.append(text)
            case Role.HOURS_YEAR | Role.HOURS_WEEK:
                self._take_hours("week" if role is Role.HOURS_WEEK else "year", text, labelled)
            case Role.PERIOD | Role.SINCE | Role.UNTIL:
                self._take_period(role, text, labelled)
            case Role.CONTEXT if not self.context and len(text) <= TITLE_LENGTH:
                self.context = text
            case Role.LEFT_OUT:
                pass
            case _:
                self.extras.append(labelled)

    def _take_hours(self, per: str, text: str, labelled: str) -> None:
        hours = read_hours(text, per, self.columns.decimal_mark)
        if hours is None:
            self.notes.append(Note.HOURS_AS_TEXT)
        if hours is None or self.hours is not None:
            self.extras.append(labelled)
        else:
            self.hours = hours

    def _take_period(self, role: Role, text: str, labelled: str) -> None:
        """A period stays as typed beside its dates; one date that is understood stays as that date."""
        found = read_period(text, self.columns.school_year) or Period()
        since, until = found.since, found.until
        is_one_date = bool(since or until) and (not since or not until or since == until)
        if role is Role.PERIOD:
            self.periods.append(text)
        elif role in self.told or not is_one_date:
            self.periods.append(labelled)
        self.told.add(role)
        match role:
            case Role.SINCE:
                self.since = since or until or self.since
            case Role.UNTIL:
                self.until = until or since or self.until
            case _:
                self.since, self.until = self.since or since, self.until or until
        self.asks_year = self.asks_year or found.asks_year


def understood(line: Line, columns: Columns) -> Row:
    """The line as an activity; its reason is only what the line itself tells."""
    if line.is_blank:
        return Row(line.number, reason=Reason.BLANK)
    if any(len(cell) > TEXT_LENGTH for cell in line.cells):
        return Row(line.number, title=shortened(" ".join(line.cells)), reason=Reason.TOO_LONG)
    draft = _Draft(columns, notes=[Note.UNCALCULATED] if line.uncalculated else [])
    for role, heading, cell in zip(columns.roles, columns.headings, line.cells, strict=False):
        if _is_seen(cell):
            draft.take(role, heading, cell.strip())
    return _row(line, draft)


def _row(line: Line, draft: _Draft) -> Row:
    reason = _reason(line, draft)
    title = one_line(draft.title or (draft.texts.pop(0) if draft.texts else ""))
    period = one_line("; ".join(draft.periods))
    lines = [*draft.texts, *draft.extras]
    if len(period) > TITLE_LENGTH:
        lines, period = [*lines, period], ""
    if len(title) > TITLE_LENGTH:
        draft.notes.append(Note.SHORTENED)
        lines, title = [title, *lines], shortened(title)
    description = "\n".join(lines)
    if len(description) > _ROOM:
        description, reason = "", Reason.TOO_LONG
    return Row(
        line.number,
        title,
        values.prose(description),
        draft.hours,
        period,
        draft.since,
        draft.until,
        one_line(draft.context),
        reason,
        tuple(dict.fromkeys(draft.notes)),
        draft.asks_year,
    )


def _reason(line: Line, draft: _Draft) -> Reason | None:
    if _is_total(line, draft):
        return Reason.SUBTOTAL
    if not draft.title and not draft.texts:
        return Reason.NO_TITLE
    if draft.hours is not None and not draft.hours.amount:
        return Reason.NO_HOURS
    return None


def _is_total(line: Line, draft: _Draft) -> bool:
    """A name that begins or ends with "total" is one, unless it comes with a description."""
    named = (draft.title,) if draft.title else line.cells
    return not draft.texts and any(_TOTAL.fullmatch(cell.strip(" :=.").casefold()) for cell in named)


def _is_seen(text: str) -> bool:
    """Whether anything is said in this text."""
    return any(unicodedata.category(c)[0] not in "CZ" and c not in _NOTHING for c in text)
