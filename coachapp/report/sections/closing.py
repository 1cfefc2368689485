"""How the plan ends: what was agreed, when it is looked at again, and what it was made with."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Agreement, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading, rule
from coachapp.report.sections import words
from coachapp.report.signatures import SignatureLines
from coachapp.report.style import BODY, MUTED, SMALL
from coachapp.report.table import Group, Table
from coachapp.report.text import Text
from coachapp.report.typesetting import Span


def agreements(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    rows = [_row(one) for one in words.still_open(portfolio.agreements) if not one.kind]
    if rows:
        yield from heading(_("Agreements"))
        yield Table((_("What"), _("When")), (78, 22), [Group("", rows)])


def together(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    """By who takes it up; what several do together has them all in its title."""
    shared = [one for one in words.still_open(portfolio.agreements) if one.kind]
    groups: dict[str, list[tuple[str, str]]] = {"": []}
    for one in sorted(shared, key=lambda one: len(one.actors)):
        groups.setdefault(_in_full(words.who(portfolio.framework, one)), []).append(_row(one))
    if shared:
        yield from heading(_("To take up together"))
        told = [Group(who, rows) for who, rows in groups.items() if rows]
        yield Table((_("What"), _("When")), (78, 22), told)


def _row(one: Agreement) -> tuple[str, str]:
    return one.text, formats.day(one.due)


def _in_full(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def signatures(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    """A manager signs for what it takes only."""
    people = [(_("Teacher"), portfolio.owner), (_("Coach, seen"), portfolio.coach)]
    if choice.reader == "manager":
        people.append((_("Manager, for time and money"), ""))
    yield from heading(_("Signatures"))
    yield SignatureLines(*people)


def ending(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    """What comes last; it keeps the company of what was told before it."""
    if portfolio.follow_up:
        text = _("We look at this plan again: {date}.").format(date=formats.day(portfolio.follow_up))
        yield Text(text, BODY._replace(before=8))
    yield Text(_sharing(portfolio, choice))
    yield from _colophon(portfolio)


def _sharing(portfolio: Portfolio, choice: Choice) -> str:
    """For whom it was made, and who decides about other readers."""
    whom = {
        "coach": portfolio.coach or _("the coach"),
        "manager": _("the manager"),
        "team": _("the team"),
    }.get(choice.reader)
    if whom:
        return _("This plan was made for {reader}. The teacher decides who else reads it.").format(
            reader=whom
        )
    return _("The teacher decides who reads this plan.")


def _colophon(portfolio: Portfolio) -> Iterable[Flowable]:
    framework = portfolio.framework
    name = _("{name}, version {version}").format(name=framework.title, version=framework.version)
    own = _("This plan belongs to the teacher and is not meant for assessment.")
    yield rule(0.5)
    yield from (Text(Span(text, colour=MUTED), SMALL) for text in (f"{name}. {framework.credit}", own))
