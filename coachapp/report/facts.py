"""Short facts side by side, each below its own label."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from coachapp.report.style import BODY, MUTED, SMALL
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_GAP = 14


class Facts(Flowable):
    """Pairs of label and text in equal columns; a pair without text is left out."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = [(label, text) for label, text in pairs if text]
        self._set: list[tuple[Line, list[Line]]] = []
        self.spaceBefore, self.spaceAfter = 2, 8

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        self._column = (available + _GAP) / len(self._pairs)
        width, setter = self._column - _GAP, self.canv.typesetter
        self._set = [
            (
                setter.one_line(Span(label, colour=MUTED), width / SMALL.size),
                setter.lines([Span(text)], width / BODY.size),
            )
            for label, text in self._pairs
        ]
        highest = max(len(lines) for _label, lines in self._set)
        self.width, self.height = available, SMALL.leading + highest * BODY.leading
        return self.width, self.height

    def draw(self) -> None:
        for number, (label, lines) in enumerate(self._set):
            draw_lines(self.canv, [label], number * self._column, self.height, SMALL)
            draw_lines(self.canv, lines, number * self._column, self.height - SMALL.leading, BODY)
