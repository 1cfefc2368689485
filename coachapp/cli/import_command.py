"""`coachapp import`: activities from a list."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coachapp.cli.arguments import Group, command, opens_file
from coachapp.cli.opening import changed, opened
from coachapp.cli.terminal import say
from coachapp.domain import edits
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

if TYPE_CHECKING:
    from coachapp.exchange import Preview

_YEARS: Final = range(1950, 2101)


def add_to(group: Group) -> None:
    made = command(group, "import", _("take activities from a list (.xlsx, .csv, .tsv, .txt)"), import_list)
    opens_file(made)
    made.add_argument("list", metavar="LIST", type=Path, help=_("the list"))
    made.add_argument(
        "--school-year",
        metavar="YEAR",
        type=_school_year,
        help=_("the year it begins, such as 2026, for months without a year"),
    )


def _school_year(text: str) -> int:
    if int(text) not in _YEARS:
        raise ValueError(text)
    return int(text)


def import_list(arguments: Namespace) -> None:
    from coachapp import exchange  # noqa: PLC0415

    table = exchange.read(arguments.list)
    with opened(arguments, read_only=False) as store:
        titles = [activity.title for activity in store.portfolio.activities]
        preview = exchange.understand(table, titles, school_year=arguments.school_year)
        new_ones = exchange.activities(preview, preview.ticked, store.portfolio.contexts)
        changed(store, _("Import a list"), edits.add(*new_ones))
    _tell(preview)


def _tell(preview: "Preview") -> None:
    taken = [row for row in preview.rows if row.ticked]
    left = [row for row in preview.rows if not row.ticked]
    say(ngettext("{count} row taken", "{count} rows taken", len(taken)).format(count=len(taken)))
    for row in taken:
        say(f"{row.line:6}  {row.title}" + (f" ({row.remark()})" if row.remark() else ""))
    say(ngettext("{count} row left", "{count} rows left", len(left)).format(count=len(left)))
    for row in left:
        say(f"{row.line:6}  " + ": ".join(text for text in (row.remark(), row.title) if text))
    if preview.needs_school_year:
        say(_("Some months have no year. With --school-year 2026 they would get one."))
