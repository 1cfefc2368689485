"""Commands that take everything out of a portfolio, and make a portfolio of that again."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from coachapp.cli import passphrases
from coachapp.cli.arguments import Group, command, makes_file, opens_file, takes_new_key
from coachapp.cli.opening import opened
from coachapp.cli.places import check_folder
from coachapp.cli.ruling import rules
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    _add_export(group)
    _add_restore(group)


def _add_export(group: Group) -> None:
    made = command(group, "export", _("write everything as plain files, not encrypted"), export)
    opens_file(made)
    to = _("the file to write: .zip for everything, .md to read, .csv or .xlsx for a table")
    makes_file(made, "PATH", to)
    made.add_argument("--table", choices=("activities", "actions"), help=_("what the table holds"))


def _add_restore(group: Group) -> None:
    made = command(group, "restore", _("make a portfolio of an export"), restore)
    what = _("the export (.zip), the folder in which it was unpacked, or portfolio.json in there")
    made.add_argument("export", metavar="EXPORT", type=Path, help=what)
    makes_file(made, "FILE", _("the file to make"))
    takes_new_key(made)


def export(arguments: Namespace) -> None:
    from coachapp.exchange import exports  # noqa: PLC0415
    from coachapp.storage import drafts, evidence, joining  # noqa: PLC0415

    output = arguments.output
    exports.check_allowed(rules())
    form = exports.form(output, exports.Table(arguments.table) if arguments.table else None)
    exports.check_place(output, form)
    check_folder(output.parent)
    with opened(arguments, read_only=True) as store:
        copy = joining.copy_of(store, store.portfolio)
        source = exports.Source(
            evidence.sizes(store), partial(evidence.is_sound, store), partial(evidence.pieces, store)
        )
        with drafts.written(output) as out:
            missing = exports.write(out, form, copy, source)
    made = exports.Exported(output, missing)
    say(" ".join(filter(None, (made.text(), made.lost()))))


def restore(arguments: Namespace) -> None:
    from coachapp.exchange import archive_reading  # noqa: PLC0415
    from coachapp.storage import keys, restoring  # noqa: PLC0415

    check_folder(arguments.output.parent)
    words = passphrases.read_new(arguments)
    with archive_reading.opened(arguments.export) as found:
        key = None if words is None else keys.fresh(words)
        restoring.restore(found.copy, found.contents(), arguments.output, key)
    say(_("Made “{name}”.").format(name=arguments.output.name))
