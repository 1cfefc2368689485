"""Arrows in ink."""

from collections.abc import Sequence
from math import atan2, hypot
from typing import Any

from coachapp.report import marks
from coachapp.report.board.arrows import Point


def draw_arrow(canvas: Any, points: Sequence[Point]) -> None:
    """An arrow that goes by these points, which are on the page."""
    (x, y), (end_x, end_y) = points[-2:]
    canvas.setStrokeColor(canvas.colours.accent)
    canvas.setLineWidth(1.1)
    _draw_way(canvas, points)
    marks.head(canvas, end_x, end_y, atan2(end_y - y, end_x - x))


def _draw_way(canvas: Any, points: Sequence[Point]) -> None:
    """A line with round corners."""
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _near(corner, before), _near(corner, after)
        path.lineTo(*into)
        path.curveTo(*corner, *corner, *out)
    end, before = points[-1], points[-2]
    path.lineTo(*_near(end, before, 2))
    canvas.drawPath(path, stroke=1, fill=0)


def _near(corner: Point, other: Point, radius: float = 4) -> Point:
    """The point at `radius` from a corner, at most half way to the other one."""
    length = hypot(other[0] - corner[0], other[1] - corner[1]) or 1
    part = min(radius / length, 0.5)
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part
