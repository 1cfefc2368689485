"""The signs of what became of a card since another board; told apart by form, so that no colour is needed."""

from typing import Any, Final

from coachapp.report.board.changes import CAME, LEFT, OTHERWISE, WAS
from coachapp.report.board.layout import Box
from coachapp.report.style import LINE, MUTED, PAPER

_HALF: Final = 2.6  # of a sign
_DASH: Final = (2.0, 1.6)


def draw_mark(canvas: Any, form: str, box: Box, y: float) -> None:
    """A card with its lower edge at `y`: a broken line is what is past, a bar at its left what is now."""
    is_past = form in (WAS, LEFT)
    canvas.saveState()
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(LINE if is_past else canvas.colours.accent)
    canvas.setLineWidth(0.7 if is_past else 0.9)
    canvas.setDash(*(_DASH if is_past else ()))
    canvas.roundRect(box.x, y, box.width, box.height, 3, stroke=1, fill=1)
    canvas.restoreState()
    draw_sign(canvas, form, box.right - 2 * _HALF - 0.5, y + box.height / 2)


def draw_sign(canvas: Any, form: str, x: float, y: float) -> None:
    """A plus for what came, a minus for what left, two arrows' worth of lines for what is otherwise."""
    canvas.setStrokeColor(MUTED if form == LEFT else canvas.colours.accent)
    canvas.setLineWidth(1.2)
    if form in (CAME, LEFT):
        canvas.line(x - _HALF, y, x + _HALF, y)
    if form == CAME:
        canvas.line(x, y - _HALF, x, y + _HALF)
    if form == OTHERWISE:
        canvas.circle(x, y, _HALF - 0.4, stroke=1, fill=0)


def draw_disc(canvas: Any, form: str, x: float, y: float, half: float) -> None:
    """What a number stands on, around (x, y)."""
    is_past = form in (WAS, LEFT)
    canvas.setStrokeColor(LINE if is_past else canvas.colours.accent)
    canvas.setFillColor(PAPER if is_past else canvas.colours.accent)
    canvas.setLineWidth(0.7)
    canvas.circle(x, y, half, stroke=1, fill=1)
