"""`coachapp place` and `coachapp show`: the board changed and told."""

import datetime as dt
import shutil
import sys
from argparse import Namespace

from coachapp.cli import board, finding
from coachapp.cli.arguments import Group, command, day, opens_file
from coachapp.cli.opening import changed, opened
from coachapp.cli.terminal import say
from coachapp.domain import edits, history
from coachapp.domain.portfolio import Placement
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    _add_place(group)
    _add_show(group)


def _add_place(group: Group) -> None:
    made = command(group, "place", _("place an activity in a cell"), place)
    opens_file(made)
    made.add_argument(
        "activity", metavar="ACTIVITY", help=_("its id, or any part of a title that fits just one")
    )
    made.add_argument("cell", metavar="ROLE/LEVEL", help=_("such as leren/micro"))


def _add_show(group: Group) -> None:
    made = command(group, "show", _("show the board as text"), show)
    opens_file(made)
    made.add_argument("--on", type=day, metavar="YYYY-MM-DD", help=_("as it was at the end of this day"))
    made.add_argument("--json", action="store_true", help=_("for other programs, with the ids of activities"))


def place(arguments: Namespace) -> None:
    with opened(arguments, read_only=False) as store:
        portfolio = store.portfolio
        activity = finding.activity(portfolio, arguments.activity)
        cell = finding.cell(portfolio.framework, arguments.cell)
        placement = Placement(new_id(), activity.id, cell, placed_on=dt.date.today().isoformat())  # noqa: DTZ011
        changed(store, _("Place “{title}”").format(title=activity.title), edits.place(placement))
    where = portfolio.framework.cell_title(cell)
    say(_("“{title}” lies in {cell}.").format(title=activity.title, cell=where))


def show(arguments: Namespace) -> None:
    from coachapp.storage import history as kept  # noqa: PLC0415

    with opened(arguments, read_only=True) as store:
        portfolio = store.portfolio
        if arguments.on:
            portfolio = history.as_on(portfolio, store.read(kept.read), str(arguments.on))
    if arguments.json:
        say(board.as_json(portfolio))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in board.as_text(portfolio, width):
        say(line)
