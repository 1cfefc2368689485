"""`coachapp evidence`: files in a portfolio are copied in, listed and written out again."""

import datetime as dt
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from coachapp import formats
from coachapp.cli import finding
from coachapp.cli.arguments import Group, command, makes_file, takes_file, takes_key
from coachapp.cli.opening import changed, opened
from coachapp.cli.terminal import say
from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    evidence = group.add_parser("evidence", help=_("about files in a portfolio"), allow_abbrev=False)
    takes_file(evidence, _("the portfolio"))
    ways = evidence.add_subparsers(required=True, metavar=_("COMMAND"))
    _add_adding(ways)
    takes_key(command(ways, "list", _("list the files, with their ids"), tell))
    _add_saving(ways)


def _add_adding(ways: Group) -> None:
    made = command(ways, "add", _("copy a file in, with an activity"), add)
    made.add_argument("path", metavar="PATH", type=Path, help=_("the file; it stays where it is"))
    made.add_argument(
        "--activity", required=True, metavar="ACTIVITY", help=_("its id, or a part of its title")
    )
    takes_key(made)


def _add_saving(ways: Group) -> None:
    made = command(ways, "save", _("write a file out as it was copied in"), save)
    made.add_argument("id", metavar="ID", help=_("its id, or its name if no other file has that name"))
    makes_file(made, "PATH", _("the file to make"))
    takes_key(made)


def add(arguments: Namespace) -> None:
    from coachapp.storage import evidence  # noqa: PLC0415

    with opened(arguments, read_only=False) as store:
        activity = finding.activity(store.portfolio, arguments.activity)
        today = dt.date.today().isoformat()  # noqa: DTZ011
        bare = Evidence(new_id(), arguments.path.name, added_on=today, activity_id=activity.id)
        taken = evidence.take_in(store, arguments.path)
        item = replace(bare, digest=taken.digest, size=taken.size)
        changed(store, _("Add “{name}”").format(name=item.name), edits.add(item))
    say(_("“{name}” is with “{title}” now.").format(name=item.name, title=activity.title))


def tell(arguments: Namespace) -> None:
    """Each file with its id; what has a newer version says so."""
    with opened(arguments, read_only=True) as store:
        portfolio = store.portfolio
    for item in portfolio.evidence:
        parts = (item.name, formats.size(item.size), formats.day(item.added_on), _where(portfolio, item))
        old = _("older version") if item.newer_id else ""
        say(f"{item.id}  " + " · ".join(part for part in (*parts, old) if part))
    if not portfolio.evidence:
        say(_("There are no files in this portfolio."))


def save(arguments: Namespace) -> None:
    from coachapp.storage import evidence  # noqa: PLC0415
    from coachapp.storage.faults import AlreadyThere  # noqa: PLC0415

    if arguments.output.exists():
        raise AlreadyThere(name=arguments.output.name)
    with opened(arguments, read_only=True) as store:
        item = finding.evidence(store.portfolio, arguments.id)
        evidence.save_as(store, item.digest, arguments.output)
    say(_("Made “{name}”.").format(name=arguments.output.name))


def _where(portfolio: Portfolio, item: Evidence) -> str:
    """The activity or goal that it belongs to."""
    owners = (*portfolio.activities, *portfolio.goals)
    return next((one.title for one in owners if one.id in (item.activity_id, item.goal_id)), "")
