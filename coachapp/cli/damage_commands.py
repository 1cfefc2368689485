"""`coachapp check` and `coachapp rescue`: whether a portfolio is whole, and what can be read if not."""

from argparse import Namespace

from coachapp.cli.arguments import Group, command, makes_file, opens_file
from coachapp.cli.faults import ProblemsFound
from coachapp.cli.opening import key
from coachapp.cli.places import check_folder
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    opens_file(command(group, "check", _("look whether all is well with a portfolio"), check))
    words = _("read what can be read of a damaged portfolio into a new file")
    made = command(group, "rescue", words, rescue)
    opens_file(made)
    makes_file(made, "NEW", _("the file to make; it opens with the same passphrase"))


def check(arguments: Namespace) -> None:
    from coachapp.storage.check import problems  # noqa: PLC0415

    found = problems(arguments.file, key(arguments))
    for problem in found:
        say(problem)
    if found:
        raise ProblemsFound(name=arguments.file.name, count=len(found))
    say(_("All is well with “{name}”.").format(name=arguments.file.name))


def rescue(arguments: Namespace) -> None:
    from coachapp.packs import default_framework  # noqa: PLC0415
    from coachapp.storage import rescue  # noqa: PLC0415

    check_folder(arguments.output.parent)
    unlocked = key(arguments, rescue.needs_passphrase)
    rescued = rescue.rescue(arguments.file, unlocked, arguments.output, default_framework())
    say(_("Made “{name}” with what could be read:").format(name=arguments.output.name))
    for count, part in rescued.kept():
        say(f"{count:6}  {part}")
    say(_("Not everything could be read or kept:") if rescued.lost else _("Nothing was found missing."))
    for sentence in rescued.lost:
        say(f"  {sentence}")
