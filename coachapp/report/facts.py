"""Short facts side by side, each below its own label."""

from collections.abc import Sequence

from coachapp.report.block import Block
from coachapp.report.style import BODY, MUTED, SMALL
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_GAP = 14


class Facts(Block):
    """Pairs of label and text in equal columns; a pair without text is left out."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = [(label, text) for label, text in pairs if text]
        self._set: list[tuple[Line, list[Line]]] = []
        self.spaceBefore, self.spaceAfter = 2, 8

    @property
    def pairs(self) -> Sequence[tuple[str, str]]:
        return self._pairs

    def measured(self, width: float) -> float:
        self._column = (width + _GAP) / len(self._pairs)
        room, setter = self._column - _GAP, self.canv.typesetter
        self._set = [
            (
                setter.one_line(Span(label, colour=MUTED), room / SMALL.size),
                setter.lines([Span(text)], room / BODY.size),
            )
            for label, text in self._pairs
        ]
        highest = max(len(lines) for _label, lines in self._set)
        return SMALL.leading + highest * BODY.leading

    def draw(self) -> None:
        tags = self.canv.tags
        for number, (label, lines) in enumerate(self._set):
            x = number * self._column
            with tags.item():
                with tags.element("Lbl"):
                    draw_lines(self.canv, [label], x, self.height, SMALL)
                with tags.element("LBody"):
                    draw_lines(self.canv, lines, x, self.height - SMALL.leading, BODY)
