"""One function for each command."""

import datetime as dt
import shutil
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from coachapp import i18n
from coachapp.cli import board, finding
from coachapp.cli.faults import FaultsFound, NoFolder, NoSuchSector, ProblemsFound
from coachapp.cli.opening import changed, check_output, key, opened, passphrase
from coachapp.cli.ruling import rules
from coachapp.cli.terminal import say
from coachapp.domain import edits, history
from coachapp.domain.portfolio import Context, Placement, Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

if TYPE_CHECKING:
    from coachapp.exchange import Preview


def new(arguments: Namespace) -> None:
    from coachapp.packs import default_framework, strength  # noqa: PLC0415
    from coachapp.storage import file  # noqa: PLC0415

    if not arguments.file.parent.is_dir():
        raise NoFolder(folder=arguments.file.parent)
    i18n.use(arguments.language or i18n.language())
    framework = default_framework()
    sectors = tuple(dict.fromkeys(arguments.sector))
    known = [sector.id for sector in framework.sectors]
    for unknown in set(sectors).difference(known):
        raise NoSuchSector(text=unknown, sectors=", ".join(known))
    contexts = (Context(new_id(), sectors=sectors),) if sectors else ()
    portfolio = Portfolio(new_id(), arguments.owner, framework, language=i18n.language(), contexts=contexts)
    words = None if arguments.no_passphrase else passphrase(arguments.passphrase_file)
    strength.check(words, rules())
    file.create(arguments.file, portfolio, words).close()
    say(_("Made “{name}”.").format(name=arguments.file.name))


def import_list(arguments: Namespace) -> None:
    from coachapp import exchange  # noqa: PLC0415

    table = exchange.read(arguments.list)
    with opened(arguments, read_only=False) as store:
        titles = [activity.title for activity in store.portfolio.activities]
        preview = exchange.understand(table, titles, school_year=arguments.school_year)
        new_ones = exchange.activities(preview, preview.ticked, store.portfolio.contexts)
        changed(store, _("Import a list"), edits.add(*new_ones))
    _tell(preview)


def _tell(preview: "Preview") -> None:
    taken = [row for row in preview.rows if row.ticked]
    left = [row for row in preview.rows if not row.ticked]
    say(ngettext("{count} row taken", "{count} rows taken", len(taken)).format(count=len(taken)))
    for row in taken:
        say(f"{row.line:6}  {row.title}" + (f" ({row.remark()})" if row.remark() else ""))
    say(ngettext("{count} row left", "{count} rows left", len(left)).format(count=len(left)))
    for row in left:
        say(f"{row.line:6}  " + ": ".join(text for text in (row.remark(), row.title) if text))
    if preview.needs_school_year:
        say(_("Some months have no year. With --school-year 2026 they would get one."))


def place(arguments: Namespace) -> None:
    with opened(arguments, read_only=False) as store:
        portfolio = store.portfolio
        activity = finding.activity(portfolio, arguments.activity)
        cell = finding.cell(portfolio.framework, arguments.cell)
        placement = Placement(new_id(), activity.id, cell, placed_on=dt.date.today().isoformat())  # noqa: DTZ011
        changed(store, _("Place “{title}”").format(title=activity.title), edits.place(placement))
    where = portfolio.framework.cell_title(cell)
    say(_("“{title}” lies in {cell}.").format(title=activity.title, cell=where))


def show(arguments: Namespace) -> None:
    from coachapp.storage import history as kept  # noqa: PLC0415

    with opened(arguments, read_only=True) as store:
        portfolio = store.portfolio
        if arguments.on:
            portfolio = history.as_on(portfolio, store.read(kept.read), str(arguments.on))
    if arguments.json:
        say(board.as_json(portfolio))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in board.as_text(portfolio, width):
        say(line)


def plan(arguments: Namespace) -> None:
    from coachapp.report import plan  # noqa: PLC0415

    check_output(arguments.output)
    with opened(arguments, read_only=True) as store:
        portfolio = store.portfolio
    language = arguments.language or portfolio.language
    written = plan.write(portfolio, arguments.output, language=language, date=arguments.date)
    pages = ngettext("“{name}”: {count} page", "“{name}”: {count} pages", written.pages)
    say(pages.format(name=arguments.output.name, count=written.pages))
    if written.replaced:
        say(
            _("These characters can't be printed; � stands in their place: {characters}").format(
                characters=" ".join(written.replaced)
            )
        )


def check(arguments: Namespace) -> None:
    from coachapp.storage.check import problems  # noqa: PLC0415

    found = problems(arguments.file, key(arguments))
    for problem in found:
        say(problem)
    if found:
        raise ProblemsFound(name=arguments.file.name, count=len(found))
    say(_("All is well with “{name}”.").format(name=arguments.file.name))


def check_pack(arguments: Namespace) -> None:
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
