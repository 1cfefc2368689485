"""One line that draws a step: from a cell to another, deeper into the same one, or out of it."""

from collections.abc import Sequence

from coachapp.i18n import gettext as _
from coachapp.report import marks
from coachapp.report.block import Block
from coachapp.report.style import BODY, MUTED
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span

_MARK = 13.0
_ARROW = 24.0
_GAP = 8.0

End = tuple[str, int] | None


class Step(Block):
    """`origin` and `target` are a cell's title and the number of its role; `words` stand in for a target."""

    def __init__(self, origin: End, target: End, words: str = "", *, deeper: bool = False) -> None:
        super().__init__()
        self._origin, self._target, self._words, self._deeper = origin, target, words, deeper
        self.spaceAfter = 7

    @property
    def words(self) -> str:
        """The step as one line of text."""
        origin, target = (end[0] if end else "" for end in (self._origin, self._target))
        if self._deeper:
            return f"{origin}: {self._words}"
        return f"{origin} → {target or self._words}" if origin else f"→ {target or self._words}"

    def measured(self, width: float) -> float:
        room = (width - _ARROW - 2 * _GAP) / 2
        self._left = self._lines(self._origin[0], room - _MARK) if self._origin else []
        title = self._target[0] if self._target else self._words
        self._right = self._lines(title, room - _MARK)
        rows = max(len(self._left), len(self._right))
        return rows * BODY.leading

    def draw(self) -> None:
        with self.canv.tags.element("P"):
            x = self._draw_end(self._origin, self._left, 0.0) + _GAP if self._origin else 0.0
            x = self._draw_sign(x, self.height - BODY.leading / 2) + _GAP
            self._draw_end(self._target, self._right, x)

    def _draw_sign(self, x: float, middle: float) -> float:
        """Returns where it ends."""
        with self.canv.tags.spoken(" " + _("to") + " " if self._target else ": "):
            if self._deeper:
                marks.ring(self.canv, x + 5, middle, 4)
                return x + 10
            marks.arrow(self.canv, x, middle, _ARROW)
            return x + _ARROW

    def _draw_end(self, end: End, lines: Sequence[Line], x: float) -> float:
        """Returns where the end's words end."""
        if end:
            marks.role(self.canv, end[1], x + 4, self.height - BODY.leading / 2, 7.5)
            x += _MARK
        draw_lines(self.canv, lines, x, self.height, BODY)
        return x + max(line.width for line in lines) * BODY.size

    def _lines(self, text: str, width: float) -> list[Line]:
        return self.canv.typesetter.lines([Span(text, colour=MUTED)], width / BODY.size)
