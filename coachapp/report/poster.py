"""Writes the board on one large sheet: to hang up, or with empty cells to lay cards on."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save
from coachapp.report.sayings import whose


def write_empty(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio, path: Path, *, language: str, date: dt.date, choice: Choice, size: Size = A4
) -> None:
    """As `write`, without any card; nobody's name is on it."""
    with i18n.speaking(language):
        empty = replace(portfolio, owner="CoachApp", placements=(), ambitions=())
    write(empty, path, language=language, date=date, choice=choice, size=size)


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,  # noqa: ARG001 - as all forms
    choice: Choice,
    size: Size = A4,
) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from coachapp.report.board.large import LargeBoard  # noqa: PLC0415 - only who writes one waits for it
    from coachapp.report.page import Imprint, built  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        top = whose() if portfolio.placements else str(portfolio.framework.title)
        imprint = Imprint(_("Board"), portfolio.owner, language, top, size.large, portfolio.framework.look)
        title = _("Where I stand now") if portfolio.placements else str(portfolio.framework.title)
        content, _pages = built([LargeBoard(title, portfolio, choice)], imprint, Typesetter(language))
    save(content, path)
