"""A QR code with paragraphs beside it, drawn as shapes so that it is sharp at any size."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import segno

from coachapp.report.block import Block
from coachapp.report.style import BODY, INK, MM
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_SIZE: Final = 46 * MM
_GAP: Final = 16.0
_PARAGRAPH: Final = 6.0


class WithCode(Block):
    def __init__(self, content: str, alternative: str, paragraphs: Sequence[str]) -> None:
        super().__init__()
        self._alternative = alternative
        self._code = segno.make(content, error="m", micro=False)
        self._paragraphs = paragraphs
        self._set: list[list[Line]] = []
        self.spaceBefore = 4 * MM  # the quiet zone

    def measured(self, width: float) -> float:
        room = (width - _SIZE - _GAP) / BODY.size
        self._set = [self.canv.typesetter.lines([Span(words)], room) for words in self._paragraphs]
        text = sum(len(lines) * BODY.leading + _PARAGRAPH for lines in self._set)
        return max(_SIZE, text)

    def draw(self) -> None:
        bottom = self.height - _SIZE
        with self.canv.tags.figure(self._alternative, self.on_page(0, _SIZE, self.height, bottom)):
            self._draw_code()
        top = self.height
        for lines in self._set:
            draw_lines(self.canv, lines, _SIZE + _GAP, top, BODY)
            top -= len(lines) * BODY.leading + _PARAGRAPH

    def _draw_code(self) -> None:
        """One shape for all, or viewers would show seams. The page around it is the quiet zone."""
        rows = list(self._code.matrix)
        module = _SIZE / len(rows)
        path = self.canv.beginPath()
        for number, row in enumerate(rows, 1):
            at = 0
            for dark, run in groupby(row):
                wide = len(list(run))
                if dark:
                    path.rect(at * module, self.height - number * module, wide * module, module)
                at += wide
        self.canv.setFillColor(INK)
        self.canv.drawPath(path, stroke=0, fill=1)
