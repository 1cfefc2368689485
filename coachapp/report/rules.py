"""Lines across the page, and what may not come at the end of it."""

from collections.abc import Iterable
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether

from coachapp.report.style import HAIR, Style
from coachapp.report.table import Table
from coachapp.report.text import Heading, Text

_WITH_HEADING = 100.0
_MOST = 600.0  # of a page; what is higher stands below its heading on a page of its own anyway


class _Rule(HRFlowable):
    def _drawOn(self, canv: Any) -> None:  # noqa: N802 - ReportLab's name
        with canv.tags.decoration():
            flowable: Any = super()
            flowable._drawOn(canv)  # noqa: SLF001


class _BelowTitle(_Rule):
    def _drawOn(self, canv: Any) -> None:  # noqa: N802
        self.color = canv.colours.heading
        super()._drawOn(canv)


class Room(CondPageBreak):
    """A new page unless there is room: for so many points, and for headings with the least of what comes."""

    def __init__(self, height: float) -> None:
        super().__init__(height)
        self.headings: list[Heading] = []
        self.first: Table | Text | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        if self.first:
            wanted = self._wanted(self.first, vars(self)["canv"], aW, aH)
            self.height = max(self.height, wanted if wanted <= _MOST else 0)
        return super().wrap(aW, aH)

    def _wanted(self, first: Table | Text, canvas: Any, width: float, height: float) -> float:
        first.wrapOn(canvas, width, height)
        taken = (each.wrapOn(canvas, width, height)[1] for each in self.headings)
        around = sum(each.style.before + each.style.after for each in self.headings)
        return first.least + sum(taken) + around


def rule(thickness: float, colour: Color = HAIR) -> Flowable:
    return _Rule("100%", thickness, color=colour, spaceBefore=7, spaceAfter=7)


def below_title() -> Flowable:
    """In the colour of the paper's headings."""
    return _BelowTitle("100%", 1.4, spaceBefore=7, spaceAfter=7)


def heading(
    text: str, level: int = 0, mark: int | None = None, room: float = 0, style: Style | None = None
) -> Iterable[Flowable]:
    """A heading that never stands alone at the foot of a page, but has `room` points there."""
    yield CondPageBreak(room or _WITH_HEADING)
    yield Heading(text, level, mark, style)


def never_alone(flowables: Iterable[Flowable]) -> list[Flowable]:
    """The same, but the first of headings that follow each other asks for the room of them all."""
    kept: list[Flowable] = []
    asks, taken = Room(0), 0.0
    for each in flowables:
        below = bool(kept) and isinstance(kept[-1], Heading)
        if isinstance(each, CondPageBreak):
            if below:
                asks.height = max(asks.height, taken + each.height)
            else:
                asks, taken = Room(each.height), 0.0
                kept.append(asks)
            continue
        if isinstance(each, Heading):
            taken += each.style.before + each.style.leading + each.style.after
            asks.headings += [each] if below or kept[-1:] == [asks] else []
        elif below and not asks.first and isinstance(each, Table | Text):
            asks.first = each
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
