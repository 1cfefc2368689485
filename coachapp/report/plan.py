"""Writes a development plan as a PDF."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from coachapp import i18n
from coachapp.domain.for_reader import FOR_ANYONE, Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save


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


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,
    choice: Choice = FOR_ANYONE,
    size: Size = A4,
) -> Written:
    """Write the whole plan in this language, or nothing at all; safe in any thread.

    Only the writer can read a new file: she decides who else may.
    """
    plan = made(portfolio, language=language, date=date, choice=choice, size=size)
    save(plan.content, path)
    return Written(path, plan.pages, plan.replaced, plan.content)


def made(
    portfolio: Portfolio,
    *,
    language: str,
    date: dt.date,
    choice: Choice = FOR_ANYONE,
    size: Size = A4,
) -> Made:
    """The same bytes, not written yet. What is equal gives equal bytes."""
    # ReportLab takes a while to import, so only who writes a plan waits for it.
    from coachapp.report.content import content_of  # noqa: PLC0415
    from coachapp.report.page import built, of_her_own  # noqa: PLC0415
    from coachapp.report.rules import never_alone, with_company  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        typesetter = Typesetter(language)
        body, ending = content_of(portfolio, choice, date)
        imprint = of_her_own(_("Development plan"), portfolio, language, size)
        flowables = with_company(never_alone(body), ending)
        content, pages = built(flowables, imprint, typesetter)
    return Made(content, pages, tuple(sorted(typesetter.replaced)))
