"""The commands about backups, and about going away."""

from argparse import Namespace
from pathlib import Path

from coachapp import formats
from coachapp.cli.arguments import Group, command, opens_file
from coachapp.cli.faults import NotAllErased, NotTheOwner
from coachapp.cli.opening import opened
from coachapp.cli.places import check_folder
from coachapp.cli.terminal import say
from coachapp.domain import whereabouts as values
from coachapp.domain.partial import kept_as
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    _add_backup(group)
    opens_file(command(group, "backups", _("list the backups of a portfolio"), backups))
    _add_erase(group)


def _add_backup(group: Group) -> None:
    made = command(group, "backup", _("make a backup"), backup)
    opens_file(made)
    made.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, help=_("where backups go, instead of the usual folder")
    )


def _add_erase(group: Group) -> None:
    made = command(group, "erase", _("remove a portfolio and its backups for good"), erase)
    opens_file(made)
    made.add_argument("--owner", required=True, metavar="NAME", help=_("whose it is, to be sure"))


def backup(arguments: Namespace) -> None:
    from coachapp.storage import backup_folder, backups  # noqa: PLC0415

    with opened(arguments, read_only=True) as store:
        if arguments.output:
            check_folder(arguments.output)
            backup_folder.use(backup_folder.Place(arguments.output.resolve()))
        made = backups.make(store, "asked")
    say(_("Made a backup: {path}").format(path=made.path))


def backups(arguments: Namespace) -> None:
    from coachapp.storage import backup_folder, backup_keys, whereabouts  # noqa: PLC0415

    with opened(arguments, read_only=True) as store:
        folders, key = whereabouts.backup_folders(kept_as(store.portfolio)), store.key
    found = [one for folder in folders for one in backup_folder.found(folder)]
    if not found:
        say(_("There is no backup of this portfolio on this computer yet."))
    for one in found:
        needs = backup_keys.needs_another(one.path, key)
        another = "  (" + _("needs another passphrase") + ")" if needs else ""
        say(f"{formats.moment(one.made)}  {formats.size(one.size):>10}  {one.path}{another}")


def erase(arguments: Namespace) -> None:
    from coachapp.storage import erasing, faults, whereabouts  # noqa: PLC0415

    with opened(arguments, read_only=False) as store:
        portfolio = store.portfolio
        if store.read_only:  # also when somebody else works in it
            raise faults.ReadOnly(name=arguments.file.name)
        if not values.is_name(arguments.owner, portfolio.owner):
            raise NotTheOwner(name=arguments.file.name)
    known = whereabouts.known(arguments.file, kept_as(portfolio))
    erased = erasing.erase(arguments.file, portfolio, known, encrypted=store.encrypted)
    say(erased.statement)
    if erased.left:
        raise NotAllErased(count=len(erased.left))
