"""Writes a development plan as a PDF."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from coachapp import i18n
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.choices import PlanChoices
from coachapp.report.saving import save
from coachapp.report.sayings import whose

_AS_FOR_ANY_READER = PlanChoices()


class Written(NamedTuple):
    """`replaced`: characters that no font of ours has, and that stand in the plan as a visible sign."""

    path: Path
    pages: int
    replaced: tuple[str, ...]
    content: bytes


class Made(NamedTuple):
    """A plan that is in memory only."""

    content: bytes
    pages: int
    replaced: tuple[str, ...]


def write(
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,
    choices: PlanChoices = _AS_FOR_ANY_READER,
) -> Written:
    """Write the whole plan in this language, or nothing at all; safe in any thread.

    Only the writer can read a new file: she decides who else may.
    """
    plan = made(portfolio, language=language, date=date, choices=choices)
    save(plan.content, path)
    return Written(path, plan.pages, plan.replaced, plan.content)


def made(
    portfolio: Portfolio, *, language: str, date: dt.date, choices: PlanChoices = _AS_FOR_ANY_READER
) -> Made:
    """The same bytes, not written yet. What is equal gives equal bytes."""
    # ReportLab takes a while to import, so only who writes a plan waits for it.
    from coachapp.report.content import content_of  # noqa: PLC0415
    from coachapp.report.page import Imprint, built  # noqa: PLC0415
    from coachapp.report.rules import never_alone, with_company  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        typesetter = Typesetter(language)
        body, ending = content_of(portfolio, choices, date)
        imprint = Imprint(_("Development plan"), portfolio.owner, language, whose())
        flowables = with_company(never_alone(body), ending)
        content, pages = built(flowables, imprint, typesetter)
    return Made(content, pages, tuple(sorted(typesetter.replaced)))
