"""What lanes, axis, signs and words look like; lines give way to words."""

from typing import Any, Final

from reportlab.lib.colors import Color

from coachapp.report import marks
from coachapp.report.style import CARD, CELL, HAIR, INK, LINE, PAPER, Style
from coachapp.report.text import draw_lines
from coachapp.report.timeline.lanes import Item
from coachapp.report.typesetting import Line

_BAR: Final = 11.0
_ROUND: Final = 3.0
_AROUND: Final = 1.5  # words, left and right


def lane(canvas: Any, width: float, top: float, height: float) -> None:
    canvas.setLineWidth(0.75)
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(CELL)
    canvas.roundRect(0, top - height, width, height, 5, stroke=1, fill=1)


def tick(canvas: Any, x: float, top: float, bottom: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(HAIR)
    canvas.line(x, top + 16, x, bottom)


def flag(canvas: Any, item: Item, top: float, bottom: float, *, is_dashed: bool) -> None:
    """A line down all lanes."""
    x = (item.left + item.right) / 2
    canvas.saveState()
    canvas.setLineWidth(1.2 if is_dashed else 1.0)
    canvas.setStrokeColor(canvas.colours.accent if is_dashed else INK)
    canvas.setDash(*((3.2, 2.2) if is_dashed else ()))
    canvas.line(x, top, x, bottom)
    canvas.restoreState()


def sign(canvas: Any, x: float, y: float, half: float) -> None:
    canvas.setFillColor(canvas.colours.accent)
    marks.fill(canvas, (x - half, y), (x, y + half), (x + half, y), (x, y - half))


def bar(canvas: Any, item: Item, middle: float) -> None:
    """A year or a month."""
    canvas.setLineWidth(0.9)
    canvas.setStrokeColor(canvas.colours.accent)
    canvas.setFillColor(PAPER)
    width = item.right - item.left
    radius = min(_ROUND, width / 2)
    canvas.roundRect(item.left, middle - _BAR / 2, width, _BAR, radius, stroke=1, fill=1)


def label(canvas: Any, item: Item, middle: float) -> None:
    is_inside = item.left < item.at < item.right
    words(canvas, item.line, item.at, middle + CARD.leading / 2, CARD, on=PAPER if is_inside else CELL)


def words(  # noqa: PLR0913 - where, what and how
    canvas: Any, line: Line, x: float, top: float, style: Style, *, on: Color = CELL
) -> None:
    """Words that no line runs through."""
    canvas.setFillColor(on)
    width = line.width * style.size + 2 * _AROUND
    canvas.rect(x - _AROUND, top - style.leading + 0.5, width, style.leading - 1, stroke=0, fill=1)
    draw_lines(canvas, [line], x, top, style)
