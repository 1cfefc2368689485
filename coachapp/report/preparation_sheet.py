"""Writes the preparation sheet: one page to fill in before the conversation, by pen."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coachapp import i18n
from coachapp.i18n import gettext as _
from coachapp.report import preparation
from coachapp.report.paper import A4, Size
from coachapp.report.preparation import Part, Preparation
from coachapp.report.saving import save

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_BLANK = Preparation()


def write(path: Path, *, language: str, filled: Preparation = _BLANK, size: Size = A4) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    # ReportLab takes a while to import, so only who writes a sheet waits for it.
    from coachapp.report.page import Imprint, built  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        top = _("For you, before our conversation")
        imprint = Imprint(_("Preparation sheet"), "CoachApp", language, top, size.sheet)
        content, _pages = built(list(_parts(filled.shortened())), imprint, Typesetter(language))
    save(content, path)


def _parts(filled: Preparation) -> Iterable["Flowable"]:
    from coachapp.report.ruled import Ruled  # noqa: PLC0415
    from coachapp.report.rules import below_title  # noqa: PLC0415
    from coachapp.report.style import BODY, TITLE  # noqa: PLC0415
    from coachapp.report.text import Text, Title  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    yield Title(Span(preparation.title(), bold=True), TITLE)
    yield below_title()
    for words in preparation.about():
        yield Text(words)
    yield from _asked(preparation.activities())
    yield Ruled(filled.lines(), numbered=True)
    for part, text, rows in (
        (preparation.proud(), filled.proud, 3),
        (preparation.question(), filled.question, 2),
    ):
        yield from _asked(part)
        yield Text(text) if text else Ruled(("",) * rows)
    yield Text(preparation.ending(), BODY._replace(before=10))


def _asked(part: Part) -> Iterable["Flowable"]:
    from coachapp.report.style import HEADING  # noqa: PLC0415
    from coachapp.report.text import Heading, Text  # noqa: PLC0415

    yield Heading(part.title, style=HEADING._replace(before=9, after=2))
    yield Text(part.asked)
