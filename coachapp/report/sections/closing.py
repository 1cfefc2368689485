"""How the plan ends: what was agreed, when it is looked at again, and what it was made with."""

from collections.abc import Iterable

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from coachapp import formats
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.choices import PlanChoices
from coachapp.report.rules import heading, rule
from coachapp.report.signatures import SignatureLines
from coachapp.report.style import MUTED, SMALL
from coachapp.report.table import Group, Table
from coachapp.report.text import Text
from coachapp.report.typesetting import Span


def agreements(portfolio: Portfolio, _choices: PlanChoices) -> Iterable[Flowable]:
    if portfolio.agreements:
        yield from heading(_("Agreements"))
        rows = [(agreement.text, formats.day(agreement.due)) for agreement in portfolio.agreements]
        yield Table((_("What"), _("When")), (75, 25), [Group("", rows)])


def follow_up(portfolio: Portfolio, _choices: PlanChoices) -> Iterable[Flowable]:
    if portfolio.follow_up:
        yield from heading(_("Follow-up"))
        yield Text(_("We look at this plan again: {date}.").format(date=formats.day(portfolio.follow_up)))


def signatures(portfolio: Portfolio, choices: PlanChoices) -> Iterable[Flowable]:
    if choices.signatures:
        yield from heading(_("Signatures"))
        yield CondPageBreak(90)
        yield SignatureLines((_("Teacher"), portfolio.owner), (_("Coach, seen"), portfolio.coach))


def colophon(portfolio: Portfolio, _choices: PlanChoices) -> Iterable[Flowable]:
    framework = portfolio.framework
    name = _("{name}, version {version}").format(name=framework.title, version=framework.version)
    own = _("This plan belongs to the teacher, who decides who reads it. It is not meant for assessment.")
    texts = (f"{name}. {framework.credit}", own)
    small = [Text(Span(text, colour=MUTED), SMALL) for text in texts]
    yield KeepTogether([rule(0.5), *small])
