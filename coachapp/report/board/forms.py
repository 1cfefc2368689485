"""The form of a card: its status or its ambition, told without colour."""

from typing import Any, Final

from reportlab.lib.colors import Color, linearlyInterpolatedColor, white

from coachapp.report import marks
from coachapp.report.board.layout import Box
from coachapp.report.style import LINE, PAPER

_CORNER: Final = 3.0
_FADED: Final = 0.4
_BAND: Final = 3.2


def draw_form(canvas: Any, status: str, colour: Color, box: Box, y: float) -> None:
    """The form of a card by its status, with its lower edge at `y`."""
    path = canvas.beginPath()
    path.roundRect(box.x, y, box.width, box.height, _CORNER)
    exploring = status == "exploring"
    canvas.saveState()
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(colour if exploring else LINE)
    canvas.setLineWidth(0.8 if exploring else 0.5)
    canvas.setDash(*((2.4, 1.8) if exploring else ()))
    if status != "done":
        canvas.drawPath(path, stroke=1, fill=1)
    if not exploring:
        canvas.clipPath(path, stroke=0, fill=0)
        _draw_band(canvas, status, colour, box, y)
    canvas.restoreState()


def _draw_band(canvas: Any, status: str, colour: Color, box: Box, y: float) -> None:
    canvas.setFillColor(_faded(colour) if status == "done" else colour)
    if status == "leaving":
        canvas.rect(box.x, y, _BAND * 0.4, box.height, stroke=0, fill=1)
        canvas.rect(box.x, y + box.height / 2, _BAND, box.height / 2, stroke=0, fill=1)
    else:
        canvas.rect(box.x, y, _BAND, box.height, stroke=0, fill=1)


def _faded(colour: Color) -> Color:
    return linearlyInterpolatedColor(white, colour, 0, 1, _FADED)


def draw_wish(canvas: Any, box: Box, y: float, *, ring: bool) -> None:
    """An ambition's card, with its lower edge at `y`."""
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(canvas.colours.accent)
    canvas.setLineWidth(0.9)
    canvas.roundRect(box.x, y, box.width, box.height, min(6, box.height / 2 - 1), stroke=1, fill=1)
    middle = y + box.height - min(box.height / 2, 8)
    if ring:
        marks.ring(canvas, box.x + 7, middle, 2.6)
    else:
        marks.head(canvas, box.x + 9.5, middle, 0)
