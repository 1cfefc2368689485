"""`coachapp history`: what was changed and when, or the life of one activity."""

from argparse import Namespace
from collections.abc import Iterable

from coachapp.cli import finding
from coachapp.cli.arguments import Group, command, opens_file
from coachapp.cli.opening import opened
from coachapp.cli.terminal import say
from coachapp.domain import history, life
from coachapp.domain.history import Change
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    made = command(group, "history", _("tell what was changed and when"), tell)
    opens_file(made)
    made.add_argument(
        "--activity", metavar="ACTIVITY", help=_("tell the life of this one: its id or a part of its title")
    )


def tell(arguments: Namespace) -> None:
    from coachapp.storage import history as kept  # noqa: PLC0415

    with opened(arguments, read_only=True) as store:
        portfolio, changes = store.portfolio, store.read(kept.read)
    lines = _life(portfolio, changes, arguments.activity) if arguments.activity else _steps(changes)
    for line in lines:
        say(line)
    if not changes:
        say(_("No history is kept yet."))


def _steps(changes: Iterable[Change]) -> Iterable[str]:
    return (f"{change.at[:16].replace('T', ' ')}  {change.words}" for change in changes)


def _life(portfolio: Portfolio, changes: Iterable[Change], wanted: str) -> Iterable[str]:
    activity = finding.activity(portfolio, wanted)
    ids = history.with_cards(changes, activity.id, portfolio.placements)
    found = life.events(history.life(changes, ids), portfolio.framework)
    return (f"{event.day}  {event.words}" for event in found)
