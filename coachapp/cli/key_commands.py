"""Commands about what opens a portfolio: its passphrase, and its recovery sheet."""

import datetime as dt
from argparse import Namespace

from coachapp.cli import passphrases
from coachapp.cli.arguments import Group, command, makes_file, opens_file, takes_language
from coachapp.cli.opening import opened
from coachapp.cli.places import check_pdf
from coachapp.cli.ruling import rules
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    _add_sheet(group)
    _add_passphrase(group)


def _add_sheet(group: Group) -> None:
    made = command(group, "sheet", _("write the recovery sheet, which opens a portfolio too"), sheet)
    opens_file(made)
    makes_file(made, "PDF", _("the PDF to write"))
    takes_language(made, _("the sheet's language"))


def _add_passphrase(group: Group) -> None:
    made = command(group, "passphrase", _("give a portfolio another passphrase"), change_passphrase)
    opens_file(made)
    made.add_argument(
        "--new-passphrase-file", required=True, metavar="P", help=_("a file with the new passphrase")
    )


def sheet(arguments: Namespace) -> None:
    from coachapp.report import recovery_sheet  # noqa: PLC0415
    from coachapp.storage import recovery  # noqa: PLC0415

    check_pdf(arguments.output)
    with opened(arguments, read_only=True) as store:
        portfolio, words = store.portfolio, recovery.words_of(store)
    today = dt.date.today()  # noqa: DTZ011
    made = recovery_sheet.Sheet(words, arguments.file.name, portfolio.id, today)
    recovery_sheet.write(made, arguments.output, language=arguments.language or portfolio.language)
    say(
        _("“{name}” opens “{file}”. Print it, keep it in a safe place, and remove the PDF.").format(
            name=arguments.output.name, file=arguments.file.name
        )
    )


def change_passphrase(arguments: Namespace) -> None:
    from coachapp.packs import strength  # noqa: PLC0415
    from coachapp.storage import rekeying  # noqa: PLC0415

    new = passphrases.read(arguments.new_passphrase_file)
    strength.check(new, rules())
    with opened(arguments, read_only=False) as store:
        rekeying.change(store, new)
    say(
        _("“{name}” has the new passphrase. An older recovery sheet no longer opens it.").format(
            name=arguments.file.name
        )
    )
