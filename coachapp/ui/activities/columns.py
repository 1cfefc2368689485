"""The columns: what stands in a cell of the table, what can be chosen there, and what that changes."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell, title
from coachapp.i18n import gettext as _
from coachapp.ui.activities.rows import Row
from coachapp.ui.detail import laying
from coachapp.ui.inputs import words
from coachapp.ui.inputs.choices import Choice
from coachapp.ui.inputs.hours import hours_words, read_hours

_TRAY: Final = "tray"  # "" reads as nothing


class Column(NamedTuple):
    """`choices` is None where a line is typed. `value` None means: nothing to change in this row."""

    name: Callable[[], str]
    value: Callable[[Row], Any]
    edit: Callable[[Row, Any], Edit]
    choices: Callable[[Portfolio, Row], list[Choice]] | None = None
    write: Callable[[Any], str] = str


def lay(row: Row, where: Cell | str) -> Edit:
    """Place or move the row's card, or set its activity aside."""
    if isinstance(where, str):
        return edits.set_aside((row.activity.id,), where.removeprefix(_TRAY))
    if row.placement:
        return edits.move((row.placement.id,), where)
    return laying.lay((row.activity.id,), where)


def _asides() -> list[Choice]:
    return [
        Choice(_TRAY, _("To place")),
        Choice("learning", _("My own learning")),
        Choice("off", _("Off the board")),
    ]


def _roles(portfolio: Portfolio, row: Row) -> list[Choice]:
    """The roles at the same reach; a card in no cell chooses a cell at once."""
    framework = portfolio.framework
    if row.placement is None:
        return [*_asides(), *words.cells(framework)]
    level = row.placement.cell.level
    roles = framework.roles
    return [
        *(words.role_choice(framework, role.id, Cell(role.id, level), str(role.title)) for role in roles),
        *_asides(),
    ]


def _reaches(portfolio: Portfolio, row: Row) -> list[Choice]:
    framework = portfolio.framework
    if row.placement is None:
        return [Choice("", ""), *words.cells(framework)]
    role = row.placement.cell.role
    return [Choice(Cell(role, level.id), str(level.title)) for level in framework.shown_levels]


def _placed(field: str) -> tuple[Callable[[Row], Any], Callable[[Row, Any], Edit]]:
    def value(row: Row) -> Any:
        return getattr(row.placement, field) if row.placement else None

    def edit(row: Row, new: Any) -> Edit:
        assert row.placement is not None
        return edits.change(Placement, (row.placement.id,), **{field: new})

    return value, edit


def _owned(field: str, read: Callable[[Any], Any] = lambda value: value) -> Callable[[Row, Any], Edit]:
    return lambda row, new: edits.change(Activity, (row.activity.id,), **{field: read(new)})


def _hours_edit(row: Row, typed: Any) -> Edit:
    per = row.activity.hours.per if row.activity.hours else "year"
    return edits.change(Activity, (row.activity.id,), hours=read_hours(str(typed), per))


def _hours_words(hours: Any) -> str:
    return hours_words(hours or None)


COLUMNS: Final = (
    Column(lambda: _("Activity"), lambda row: row.activity.title, _owned("title", title)),
    Column(lambda: _("Role"), lambda row: row.lies or _TRAY, lay, _roles),
    Column(lambda: _("Reach"), lambda row: row.placement.cell if row.placement else "", lay, _reaches),
    Column(
        lambda: _("Status"),
        *_placed("status"),
        lambda portfolio, _row: words.vocabulary(portfolio.framework, "status", words.status_sign),
    ),
    Column(
        lambda: _("Energy"),
        *_placed("energy"),
        lambda portfolio, _row: words.energies(portfolio.framework),
    ),
    Column(
        lambda: _("Workplace"),
        lambda row: row.activity.context_id,
        _owned("context_id"),
        lambda portfolio, _row: words.workplaces(portfolio),
    ),
    Column(lambda: _("Hours"), lambda row: row.activity.hours or "", _hours_edit, write=_hours_words),
)
HOURS: Final = len(COLUMNS) - 1
