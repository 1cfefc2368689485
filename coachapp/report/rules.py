"""Lines across the page, and what may not come at the end of it."""

from collections.abc import Iterable

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable

from coachapp.report.style import HAIR
from coachapp.report.text import Heading

_WITH_HEADING = 100.0


def rule(thickness: float, colour: Color = HAIR) -> Flowable:
    return HRFlowable("100%", thickness, color=colour, spaceBefore=7, spaceAfter=7)


def heading(text: str, level: int = 0, mark: int | None = None, room: float = 0) -> Iterable[Flowable]:
    """A heading that never stands alone at the foot of a page, but has `room` points there."""
    yield CondPageBreak(room or _WITH_HEADING)
    yield Heading(text, level, mark)
