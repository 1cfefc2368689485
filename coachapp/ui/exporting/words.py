"""What the forms of an export are called and good for."""

import datetime as dt

from coachapp.exchange.archive import safe
from coachapp.exchange.exports import Form, Table
from coachapp.i18n import gettext as _


def forms() -> tuple[tuple[str, str], ...]:
    return (
        (".zip", _("Everything (.zip)")),
        (".md", _("Text to read (.md)")),
        (".xlsx", _("Spreadsheet (.xlsx)")),
        (".csv", _("Plain table (.csv)")),
    )


def tables() -> tuple[tuple[Table, str], ...]:
    return ((Table.ACTIVITIES, _("Activities")), (Table.ACTIONS, _("Actions")))


def about(ending: str) -> str:
    return {
        ".zip": _(
            "All that is in the portfolio, with its history, what was removed, and the evidence as files. "
            "CoachApp can make an equal portfolio of it again: open it on the start page. "
            "Other programs can read it too."
        ),
        ".md": _("All that is in the portfolio as one text, to read or print without CoachApp."),
        ".xlsx": _("One table, to sort and count in a spreadsheet."),
        ".csv": _("One table as plain text, which every program for lists can take in."),
    }[ending]


def said(form: Form) -> str:
    """What is in it, for the list of what was shared."""
    if form.ending in (".csv", ".xlsx"):
        return dict(tables())[form.table]
    return _("Everything") if form.ending == ".md" else _("Everything, with history, bin and files")


def file_name(name: str, form: Form) -> str:
    """Such as "S. de Vries 2026-11-26.zip"."""
    table = f" {dict(tables())[form.table].lower()}" if form.ending in (".csv", ".xlsx") else ""
    today = dt.date.today().isoformat()  # noqa: DTZ011
    return f"{safe(name).replace('_', ' ')}{table} {today}{form.ending}"
