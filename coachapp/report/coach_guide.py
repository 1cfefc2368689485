"""Writes the coach's guide: one page to print and lay beside you at the table."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coachapp import i18n
from coachapp.domain.framework import Framework
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


def write(framework: Framework, path: Path, *, language: str, size: Size = A4) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    # ReportLab takes a while to import, so only who writes a guide waits for it.
    from coachapp.report.page import Imprint, built  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        imprint = Imprint(
            _("Guide for the coach"), "CoachApp", language, _("For the coach"), size.sheet, framework.look
        )
        content, _pages = built(list(_parts(framework)), imprint, Typesetter(language))
    save(content, path)


def _parts(framework: Framework) -> Iterable["Flowable"]:
    from coachapp.report.rules import below_title  # noqa: PLC0415
    from coachapp.report.style import BODY, SUBHEADING, TITLE  # noqa: PLC0415
    from coachapp.report.table import Group, Table  # noqa: PLC0415
    from coachapp.report.text import Heading, Text, Title  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    large = BODY._replace(size=10.5, leading=15)
    yield Title(Span(_("The conversation on one page"), bold=True), TITLE._replace(size=22, leading=26))
    yield below_title()
    yield Text(
        _("Two people look at one board, and at each other. The minutes are a guide: skip, return, stop."),
        large,
    )
    said = _said()
    rows = [
        (Span(str(step.title), bold=True), str(step.minutes), said.get(step.id, str(step.text)))
        for step in framework.steps
    ]
    yield Table((_("Step"), _("Minutes"), _("What you do")), (21, 9, 90), [Group("", rows)])
    for title, words in _told():
        yield Heading(title, style=SUBHEADING)
        yield Text(words, large)


def _said() -> dict[str, str]:
    """What the coach does in each step; a step of another framework tells its own text."""
    return {
        "prepare": _("Beforehand: send the preparation sheet. She gathers what she does and is proud of."),
        "contract": _("Ask for her question. Agree what is written down and who sees it."),
        "look-back": _("Let her tell of one experience that gave energy. Ask what she did."),
        "place": _("Ask only “Where?”. She lays the cards herself."),
        "meaning": _("Look at energy, at who sees it, at what she does alone and what with others."),
        "explore": _(
            "Look at what lies beside, at paths and examples. Deepening and letting go count as much."
        ),
        "choose": _("One to three goals. Ask who else does something: a plan is never hers alone."),
        "close": _("Read back what was agreed, choose a date, make the plan. Who takes it along?"),
        "follow-up": _("Six to twelve weeks later: go through goals and agreements. Done, changed, let go?"),
    }


def _told() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Placing"),
            _(
                "Drag a card to a cell, or click the card and then the cell. By keyboard: Space, arrow keys, "
                "Space. In doubt, ask “Who notices it?”. A wider reach is no better, and an empty "
                "cell is as good as a full one."
            ),
        ),
        (
            _("What is never asked"),
            _(
                "How good she is, why she is not further yet, how she compares with others. No score. No "
                "names of students, and nothing about anyone's health, faith or union."
            ),
        ),
        (
            _("Placing apart"),
            _(
                "Each of you lays the same cards, and then you look at both boards. The same cell: go on. "
                "One apart: ask. Further apart: talk. Not if you are her line manager or work for HR: it "
                "would become an assessment."
            ),
        ),
        (
            _("Privacy"),
            _(
                "The portfolio is hers. F9 hides names in the conversation when someone walks by, F11 "
                "fills the screen, Ctrl+L locks the portfolio. At the end she takes the file along, or you "
                "agree to keep it."
            ),
        ),
        (
            _("Your own notes"),
            _(
                "They belong in your coach book and never in her portfolio. To be honest: whoever they are "
                "about may ask to read them. Write them as if she will."
            ),
        ),
    )
