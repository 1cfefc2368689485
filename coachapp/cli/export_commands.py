"""Commands that take everything out of a portfolio, and make a portfolio of that again."""

from argparse import Namespace
from functools import partial

from coachapp.cli.faults import NoFolder
from coachapp.cli.opening import opened, passphrase
from coachapp.cli.ruling import rules
from coachapp.cli.terminal import say
from coachapp.i18n import gettext as _


def export(arguments: Namespace) -> None:
    from coachapp.exchange import exports  # noqa: PLC0415
    from coachapp.storage import drafts, evidence, joining  # noqa: PLC0415

    output = arguments.output
    exports.check_allowed(rules())
    form = exports.form(output, exports.Table(arguments.table) if arguments.table else None)
    exports.check_place(output, form)
    if not output.parent.is_dir():
        raise NoFolder(folder=output.parent)
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
    from coachapp.packs import strength  # noqa: PLC0415
    from coachapp.storage import keys, restoring  # noqa: PLC0415

    if not arguments.output.parent.is_dir():
        raise NoFolder(folder=arguments.output.parent)
    words = None if arguments.no_passphrase else passphrase(arguments.passphrase_file)
    strength.check(words, rules())
    with archive_reading.opened(arguments.export) as found:
        key = None if words is None else keys.fresh(words)
        restoring.restore(found.copy, found.contents(), arguments.output, key)
    say(_("Made “{name}”.").format(name=arguments.output.name))
