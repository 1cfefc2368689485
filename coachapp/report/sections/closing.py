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
    """Those to take up together under a title of their own, with who does."""
    if portfolio.agreements:
        yield from heading(_("Agreements"))
        alone = [_row(portfolio, one) for one in portfolio.agreements if not one.kind]
        together = [_row(portfolio, one) for one in portfolio.agreements if one.kind]
        groups = [Group("", alone), Group(_("To take up together"), together)]
        yield Table((_("What"), _("When")), (78, 22), [one for one in groups if one.rows])


def _row(portfolio: Portfolio, one: Agreement) -> tuple[str, str]:
    who = words.who(portfolio.framework, one)
    text = f"{one.text} ({who})" if who else one.text
    return words.with_end(text, one), formats.day(one.due)


def signatures(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    yield from heading(_("Signatures"))
    yield SignatureLines((_("Teacher"), portfolio.owner), (_("Coach, seen"), portfolio.coach))


def ending(portfolio: Portfolio) -> Iterable[Flowable]:
    """What comes last; it keeps the company of what was told before it."""
    yield from _follow_up(portfolio)
    yield from _colophon(portfolio)


def _follow_up(portfolio: Portfolio) -> Iterable[Flowable]:
    if portfolio.follow_up:
        text = _("We look at this plan again: {date}.").format(date=formats.day(portfolio.follow_up))
        yield Text(text, BODY._replace(before=8))


def _colophon(portfolio: Portfolio) -> Iterable[Flowable]:
    framework = portfolio.framework
    name = _("{name}, version {version}").format(name=framework.title, version=framework.version)
    own = _("This plan belongs to the teacher, who decides who reads it. It is not meant for assessment.")
    texts = (f"{name}. {framework.credit}", own)
    yield rule(0.5)
    yield from (Text(Span(text, colour=MUTED), SMALL) for text in texts)
