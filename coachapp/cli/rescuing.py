"""The command that reads what can be read of a damaged portfolio into a new one."""

from argparse import Namespace

from coachapp.cli.faults import NoFolder
from coachapp.cli.opening import key
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def rescue(arguments: Namespace) -> None:
    from coachapp.packs import default_framework  # noqa: PLC0415
    from coachapp.storage import rescue  # noqa: PLC0415

    if not arguments.output.parent.is_dir():
        raise NoFolder(folder=arguments.output.parent)
    unlocked = key(arguments, rescue.needs_passphrase)
    rescued = rescue.rescue(arguments.file, unlocked, arguments.output, default_framework())
    say(_("Made “{name}” with what could be read:").format(name=arguments.output.name))
    for count, part in rescued.kept():
        say(f"{count:6}  {part}")
    say(_("Not everything could be read or kept:") if rescued.lost else _("Nothing was found missing."))
    for sentence in rescued.lost:
        say(f"  {sentence}")
