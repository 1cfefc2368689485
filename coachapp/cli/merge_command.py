"""`coachapp merge`: two copies of one portfolio become one."""

import secrets
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from coachapp.cli import passphrases
from coachapp.cli.arguments import Group, command, makes_file, opens_file
from coachapp.cli.opening import opened
from coachapp.cli.terminal import say
from coachapp.domain import variants
from coachapp.domain.differences import differences
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


def add_to(group: Group) -> None:
    made = command(group, "merge", _("join two copies of one portfolio in a new file"), merge)
    opens_file(made)
    made.add_argument("other", metavar="OTHER", type=Path, help=_("the other copy"))
    makes_file(made, "RESULT", _("the file to make"))
    made.add_argument(
        "--other-passphrase-file",
        metavar="P",
        help=_("a file with the passphrase of the other copy, if it has another one"),
    )


def merge(arguments: Namespace) -> None:
    from coachapp.storage import file, header, joining, keys  # noqa: PLC0415

    with opened(arguments, read_only=True) as mine:
        key = mine.key
        if arguments.other_passphrase_file and header.sniff(arguments.other):
            key = keys.unlock(arguments.other, passphrases.read(arguments.other_passphrase_file))
        with closing(file.open_file(arguments.other, key, read_only=True)) as theirs:
            both = joining.into_new_file(mine, theirs, arguments.output, secrets.token_hex(4))
        came = differences(mine.portfolio, both)
    for one in came:
        say(one.words)
    open_choices = len(variants.choices(both))
    if open_choices:
        say(
            ngettext(
                "{count} field was changed in both; choose in the window what it says.",
                "{count} fields were changed in both; choose in the window what they say.",
                open_choices,
            ).format(count=open_choices)
        )
    say(_("Made “{name}”.").format(name=Path(arguments.output).name))
