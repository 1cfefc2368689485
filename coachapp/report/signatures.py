"""Lines to sign on."""

from coachapp.report.block import Block
from coachapp.report.style import LINE, MUTED, SMALL
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span

_GAP = 24
_ROOM = 44


class SignatureLines(Block):
    """Side by side, each with who signs and her name."""

    def __init__(self, *people: tuple[str, str]) -> None:
        super().__init__()
        self._people = people

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        return self._people

    def measured(self, width: float) -> float:  # noqa: ARG002 - as high as it ever is
        return _ROOM + 2 * SMALL.leading

    def draw(self) -> None:
        column = (self.width + _GAP) / len(self._people)
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.75)
        for number, person in enumerate(self._people):
            x, y = number * column, 2 * SMALL.leading
            self.canv.line(x, y, x + column - _GAP, y)
            room = (column - _GAP) / SMALL.size
            lines = [self.canv.typesetter.one_line(Span(text, colour=MUTED), room) for text in person]
            draw_lines(self.canv, lines, x, y, SMALL)
