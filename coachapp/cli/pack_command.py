"""`coachapp pack check`: the faults of a framework pack, for who makes one."""

from argparse import Namespace
from pathlib import Path

from coachapp.cli.arguments import Group, command
from coachapp.cli.faults import FaultsFound
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    pack = group.add_parser("pack", help=_("about framework packs"), allow_abbrev=False)
    ways = pack.add_subparsers(required=True, metavar=_("COMMAND"))
    made = command(ways, "check", _("tell every fault of a framework pack"), check)
    made.add_argument("path", metavar="PATH", type=Path, help=_("the pack's folder"))


def check(arguments: Namespace) -> None:
    from coachapp import packs  # noqa: PLC0415

    try:
        framework = packs.load(arguments.path)
    except packs.BadPack as bad:
        for fault in bad.faults:
            say(str(fault))
        raise FaultsFound(path=arguments.path, count=len(bad.faults)) from bad
    say(
        _("All is well with “{title}”, version {version}.").format(
            title=framework.title, version=framework.version
        )
    )
