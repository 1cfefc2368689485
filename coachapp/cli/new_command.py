"""`coachapp new`: an empty portfolio."""

from argparse import Namespace

from coachapp import i18n
from coachapp.cli import passphrases
from coachapp.cli.arguments import Group, command, takes_file, takes_language, takes_new_key
from coachapp.cli.faults import NoSuchSector
from coachapp.cli.places import check_folder
from coachapp.cli.terminal import say
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Context, Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _


def add_to(group: Group) -> None:
    made = command(group, "new", _("make a portfolio"), new)
    takes_file(made, _("the file to make; its name ends in .coach"))
    made.add_argument("--owner", required=True, metavar="NAME", help=_("the teacher's name or an alias"))
    made.add_argument(
        "--sector",
        action="append",
        default=[],
        metavar="ID",
        help=_("such as po, vo or mbo; may be repeated"),
    )
    takes_language(made, _("the portfolio's language"))
    takes_new_key(made)


def new(arguments: Namespace) -> None:
    from coachapp.packs import default_framework  # noqa: PLC0415
    from coachapp.storage import file  # noqa: PLC0415

    check_folder(arguments.file.parent)
    i18n.use(arguments.language or i18n.language())
    framework = default_framework()
    contexts = _contexts(framework, tuple(dict.fromkeys(arguments.sector)))
    portfolio = Portfolio(new_id(), arguments.owner, framework, language=i18n.language(), contexts=contexts)
    file.create(arguments.file, portfolio, passphrases.read_new(arguments)).close()
    say(_("Made “{name}”.").format(name=arguments.file.name))


def _contexts(framework: Framework, sectors: tuple[str, ...]) -> tuple[Context, ...]:
    """One workplace, in these sectors."""
    known = [sector.id for sector in framework.sectors]
    for unknown in set(sectors).difference(known):
        raise NoSuchSector(text=unknown, sectors=", ".join(known))
    return (Context(new_id(), sectors=sectors),) if sectors else ()
