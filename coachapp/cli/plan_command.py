"""`coachapp plan`: the development plan as PDF."""

import datetime as dt
from argparse import Namespace

from coachapp.cli.arguments import Group, command, day, makes_file, opens_file, takes_language
from coachapp.cli.opening import opened
from coachapp.cli.places import check_pdf
from coachapp.cli.terminal import say
from coachapp.domain.reader import READERS
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


def add_to(group: Group) -> None:
    made = command(group, "plan", _("write the development plan as PDF"), plan)
    opens_file(made)
    makes_file(made, "PDF", _("the PDF to write"))
    takes_language(made, _("the plan's language"))
    made.add_argument(
        "--for",
        dest="reader",
        choices=READERS,
        default="coach",
        help=_("who reads it: what was chosen for that reader goes in; coach if not given"),
    )
    made.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        default=dt.date.today(),  # noqa: DTZ011
        help=_("the date on it; today if not given"),
    )


def plan(arguments: Namespace) -> None:
    from coachapp.domain.for_reader import seen  # noqa: PLC0415 - only who writes one waits for it
    from coachapp.domain.remembered import chosen_for  # noqa: PLC0415
    from coachapp.report import plan  # noqa: PLC0415

    check_pdf(arguments.output)
    with opened(arguments, read_only=True) as store:
        portfolio = store.portfolio
    choice = chosen_for(portfolio, arguments.reader)
    told = seen(portfolio, choice, arguments.date.isoformat())
    language = arguments.language or portfolio.language
    written = plan.write(told, arguments.output, language=language, date=arguments.date, choice=choice)
    pages = ngettext("“{name}”: {count} page", "“{name}”: {count} pages", written.pages)
    say(pages.format(name=arguments.output.name, count=written.pages))
    if written.replaced:
        say(
            _("These characters can't be printed; � stands in their place: {characters}").format(
                characters=" ".join(written.replaced)
            )
        )
