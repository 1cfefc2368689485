"""What an import would do, line by line, before a person says yes."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coachapp.domain import values
from coachapp.domain.portfolio import Activity, Context
from coachapp.domain.values import TITLE_LENGTH, new_id
from coachapp.exchange.columns import guess
from coachapp.exchange.drafts import Columns, understood
from coachapp.exchange.headings import find_heading
from coachapp.exchange.hours import decimal_mark
from coachapp.exchange.periods import school_year as named_school_year
from coachapp.exchange.roles import Role
from coachapp.exchange.rows import Reason, Row, same_title, shortened
from coachapp.exchange.table import Line, Table
from coachapp.i18n import gettext as _

_HOURS: Final = (Role.HOURS_YEAR, Role.HOURS_WEEK)
_CAPTION: Final = re.compile(r"(?:\S+ ){0,3}\(?[0-9]{4}\s?[-/–]\s?[0-9]{2,4}\)?")


@dataclass(frozen=True, slots=True)
class Preview:
    """Every line of the list, in its order; `school_year` is the first year of it, 2026 for 2026-2027.

    `needs_school_year`: there are months, such as "aug-jul", of which the year isn't known. They stay
    as text when nobody tells.
    """

    table: Table
    heading: Line | None
    roles: tuple[Role, ...]
    school_year: int | None
    needs_school_year: bool
    rows: tuple[Row, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns' own names, else "Column 1" and so on."""
        names = _headings(self.table, self.heading)
        return tuple(name or _("Column {number}").format(number=i) for i, name in enumerate(names, start=1))

    @property
    def ticked(self) -> frozenset[int]:
        """The lines that are taken unless a person says otherwise."""
        return frozenset(row.line for row in self.rows if row.ticked)


def understand(
    table: Table,
    known_titles: Collection[str],
    *,
    school_year: int | None = None,
    columns: Sequence[Role] | None = None,
) -> Preview:
    """`columns` are the roles that a person chose, from the left; without it they are guessed."""
    heading = find_heading(table)
    guessed = guess(table, heading)
    chosen = tuple(columns or ())[: table.width]
    roles = (*chosen, *guessed[len(chosen) :])
    year = school_year or _school_year(table, heading)
    reading = Columns(roles, _headings(table, heading), _decimal_mark(table, roles), year)
    rows = tuple(_judged(_rows(table, heading, reading), known_titles))
    return Preview(table, heading, roles, year, any(row.asks_year for row in rows), rows)


def activities(
    preview: Preview, ticked: Collection[int], contexts: Collection[Context] = ()
) -> tuple[Activity, ...]:
    """New activities of the ticked lines; an unknown workplace goes to the description."""
    known = {same_title(context.name): context.id for context in contexts if context.name}
    taken = (row for row in preview.rows if row.line in ticked and row.takeable)
    return tuple(_activity(row, known, preview) for row in taken)


def _activity(row: Row, known: dict[str, str], preview: Preview) -> Activity:
    context_id = known.get(same_title(row.context), "")
    description = row.description
    if row.context and not context_id:
        where = preview.headings[preview.roles.index(Role.CONTEXT)]
        description = f"{description}\n{where}: {row.context}".strip()
    return Activity(
        new_id(),
        row.title,
        description=description,
        context_id=context_id,
        hours=row.hours,
        since=row.since,
        until=row.until,
        period=row.period,
    )


def _rows(table: Table, heading: Line | None, columns: Columns) -> Iterator[Row]:
    top = heading.number if heading else 0
    caption = None if heading else next((line for line in table.lines if not line.is_blank), None)
    for line in table.lines:
        row = understood(line, columns)
        if row.reason is Reason.BLANK:
            yield row
        elif heading and (line.number == top or line.cells == heading.cells):
            yield _beside(line, Reason.HEADING)
        elif line.number < top or (line is caption and _is_caption(line)):
            yield _beside(line, Reason.ABOVE)
        else:
            yield row


def _beside(line: Line, reason: Reason) -> Row:
    """A line that isn't of the list itself, as it stands."""
    return Row(line.number, shortened(" · ".join(cell for cell in line.cells if cell.strip())), reason=reason)


def _is_caption(line: Line) -> bool:
    """A line such as "Jaartaak 2026-2027", which names the list and not an activity."""
    cells = [cell.strip() for cell in line.cells if cell.strip()]
    return len(cells) == 1 and bool(_CAPTION.fullmatch(cells[0])) and named_school_year(cells[0]) is not None


def _judged(rows: Iterable[Row], known_titles: Collection[str]) -> Iterator[Row]:
    known = {same_title(title) for title in known_titles}
    seen: set[Row] = set()
    for row in rows:
        alike = replace(row, line=0)
        if row.reason is None and same_title(row.title) in known:
            yield replace(row, reason=Reason.PRESENT)
        elif row.reason is None and alike in seen:
            yield replace(row, reason=Reason.TWICE)
        else:
            yield row
        seen.add(alike)


def _headings(table: Table, heading: Line | None) -> tuple[str, ...]:
    cells = heading.cells if heading else ()
    names = (values.line(cell[:TITLE_LENGTH].replace("_", " ")).rstrip(" :") for cell in cells)
    return (
        *(name[:1].upper() + name[1:] for name in names),
        *("" for _column in range(table.width - len(cells))),
    )


def _decimal_mark(table: Table, roles: Sequence[Role]) -> str:
    return decimal_mark(cell for i, role in enumerate(roles) if role in _HOURS for cell in table.column(i))


def _school_year(table: Table, heading: Line | None) -> int | None:
    """Named in the title block, the sheet's or the file's name."""
    last = heading.number if heading else table.lines[0].number
    above = [cell for line in table.lines if line.number <= last for cell in line.cells]
    return next(
        (year for text in (*above, table.sheet, table.name) if (year := named_school_year(text))), None
    )
