"""Lines across the page, and what may not come at the end of it."""

from collections.abc import Iterable
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether

from coachapp.report.style import HAIR
from coachapp.report.text import Heading

_WITH_HEADING = 100.0


class _Rule(HRFlowable):
    def _drawOn(self, canv: Any) -> None:  # noqa: N802 - ReportLab's name
        with canv.tags.decoration():
            flowable: Any = super()
            flowable._drawOn(canv)  # noqa: SLF001


def rule(thickness: float, colour: Color = HAIR) -> Flowable:
    return _Rule("100%", thickness, color=colour, spaceBefore=7, spaceAfter=7)


def heading(text: str, level: int = 0, mark: int | None = None, room: float = 0) -> Iterable[Flowable]:
    """A heading that never stands alone at the foot of a page, but has `room` points there."""
    yield CondPageBreak(room or _WITH_HEADING)
    yield Heading(text, level, mark)


def never_alone(flowables: Iterable[Flowable]) -> list[Flowable]:
    """The same, but the first of headings that follow each other asks for the room of them all."""
    kept: list[Flowable] = []
    asks, taken = CondPageBreak(0), 0.0
    for each in flowables:
        if isinstance(each, CondPageBreak):
            if kept and isinstance(kept[-1], Heading):
                asks.height = max(asks.height, taken + each.height)
                continue
            asks, taken = each, 0.0
        elif isinstance(each, Heading):
            taken += each.style.before + each.style.leading + each.style.after
        kept.append(each)
    return kept


def with_company(flowables: list[Flowable], ending: list[Flowable]) -> list[Flowable]:
    """All of them, the ending together with the last part, so that no page has only the small print."""
    start = len(flowables)
    while start and not isinstance(flowables[start - 1], CondPageBreak):
        start -= 1
    while start and isinstance(flowables[start - 1], CondPageBreak | Heading):
        start -= 1
    if not start:
        return [*flowables, *ending]
    tail = (each for each in flowables[start:] if not isinstance(each, CondPageBreak))
    return [*flowables[:start], KeepTogether([*tail, *ending])]
