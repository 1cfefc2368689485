"""Activities and actions as tables for a spreadsheet, in which nothing that was typed is a formula."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO, Final

from coachapp.domain.portfolio import Action, Activity, Portfolio
from coachapp.exchange.exports import Table
from coachapp.i18n import gettext as _
from coachapp.i18n import language

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Cell = str | Decimal
Row = tuple[Cell, ...]


def rows(portfolio: Portfolio, table: Table) -> Iterator[Row]:
    """The headings, then a row for each."""
    if table == Table.ACTIONS:
        yield (_("Action"), _("Goal"), _("Date"), _("By whom"), _("Support"))
        yield from (_action(portfolio, action) for action in portfolio.actions)
        return
    yield (
        *(_("Activity"), _("Description"), _("Hours per year"), _("Hours per week")),
        *(_("Period"), _("From"), _("Until"), _("Workplace"), _("Team"), _("On the board"), _("Why here")),
    )
    yield from (_activity(portfolio, activity) for activity in portfolio.activities)


def as_csv(portfolio: Portfolio, table: Table) -> str:
    """As spreadsheets of this language expect it: Dutch ones take a semicolon and a decimal comma."""
    dutch = language() == "nl"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if dutch else ",")
    for row in rows(portfolio, table):
        writer.writerow(_harmless(cell, "," if dutch else ".") for cell in row)
    return out.getvalue()


def write_xlsx(out: BinaryIO, portfolio: Portfolio, table: Table) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - takes long

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Activities") if table == Table.ACTIVITIES else _("Actions"))
    for row in rows(portfolio, table):
        sheet.append([_cell(sheet, value) for value in row])
    book.save(out)


def _cell(sheet: object, value: Cell) -> object:
    """A text is a text whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA)  # type: ignore[attr-defined]
    return cell


def _harmless(cell: Cell, mark: str) -> str:
    if isinstance(cell, Decimal):
        return str(cell).replace(".", mark)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _activity(portfolio: Portfolio, activity: Activity) -> Row:
    framework, hours = portfolio.framework, activity.hours
    cards = [card for card in portfolio.placements if card.activity_id == activity.id]
    aside = {"": _("To place"), "learning": _("My own learning"), "off": _("Off the board")}
    return (
        *(activity.title, activity.description),
        hours.amount if hours and hours.per == "year" else "",
        hours.amount if hours and hours.per == "week" else "",
        *(activity.period, activity.since, activity.until),
        _named(portfolio.contexts, activity.context_id),
        _named(portfolio.teams, activity.team_id),
        "; ".join(framework.cell_title(card.cell) for card in cards) or aside[activity.aside],
        "\n".join(card.why for card in cards if card.why),
    )


def _action(portfolio: Portfolio, action: Action) -> Row:
    goal = next((goal.title for goal in portfolio.goals if goal.id == action.goal_id), "")
    actors = (portfolio.framework.word("actor", actor) for actor in action.actors)
    return (action.what, goal, action.due, ", ".join(actors), action.support)


def _named(items: tuple, item_id: str) -> str:
    return next((item.name for item in items if item.id == item_id), "")
