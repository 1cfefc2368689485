"""Writes the activities as numbered cards to cut, for a table without a computer."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.from_table import numbered
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,  # noqa: ARG001 - as all forms
    choice: Choice,  # noqa: ARG001
    size: Size = A4,
) -> None:
    """Write them in this language, whole or not at all; safe in any thread."""
    from coachapp.report.page import built, of_her_own  # noqa: PLC0415 - only who writes a deck waits for it
    from coachapp.report.sheet_of_cards import SheetOfCards  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        imprint = of_her_own(_("Cards to cut"), portfolio, language, size)
        parts = enumerate(_by_sheet(portfolio, SheetOfCards.MOST))
        sheets = [SheetOfCards(imprint.title * (not number), cards) for number, cards in parts]
        content, _pages = built(sheets, imprint, Typesetter(language))
    save(content, path)


def _by_sheet(portfolio: Portfolio, most: int) -> Iterable[list[tuple[int, str]]]:
    """Without any activity it is a sheet of empty cards."""
    cards = [(number, activity.title) for number, activity in numbered(portfolio).items()]
    return (cards[at : at + most] for at in range(0, max(len(cards), 1), most))
