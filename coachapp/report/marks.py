"""Small drawn signs, so that no font has to have them: the shapes of roles, arrows and rings."""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Any, Final

from coachapp.report.style import role_colour


def _circle(canvas: Any, x: float, y: float, half: float) -> None:
    canvas.circle(x, y, half, stroke=0, fill=1)


def _triangle(canvas: Any, x: float, y: float, half: float) -> None:
    fill(canvas, (x - half, y - half * 0.87), (x + half, y - half * 0.87), (x, y + half))


def _square(canvas: Any, x: float, y: float, half: float) -> None:
    canvas.rect(x - half * 0.87, y - half * 0.87, half * 1.74, half * 1.74, stroke=0, fill=1)


def _diamond(canvas: Any, x: float, y: float, half: float) -> None:
    half *= 1.15
    fill(canvas, (x - half, y), (x, y + half), (x + half, y), (x, y - half))


_SHAPES: Final[tuple[Callable[[Any, float, float, float], None], ...]] = (
    _circle,
    _triangle,
    _square,
    _diamond,
)


def role(canvas: Any, index: int, x: float, y: float, size: float) -> None:
    """The shape and colour of the framework's role number `index`, around (x, y)."""
    canvas.setFillColor(role_colour(index))
    _SHAPES[index % len(_SHAPES)](canvas, x, y, size / 2)


def fill(canvas: Any, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def head(canvas: Any, x: float, y: float, direction: float, size: float = 4.5) -> None:
    """The head of an arrow that ends at (x, y) and goes in `direction`, in radians from the right."""
    spread = 0.42
    back = [
        (x - size * cos(direction + turn), y - size * sin(direction + turn)) for turn in (spread, -spread)
    ]
    canvas.setFillColor(canvas.colours.accent)
    fill(canvas, (x, y), *back)


def arrow(canvas: Any, x: float, y: float, length: float) -> None:
    """A short arrow to the right."""
    canvas.setStrokeColor(canvas.colours.accent)
    canvas.setLineWidth(1.1)
    canvas.line(x, y, x + length - 3, y)
    head(canvas, x + length, y, 0)


def ring(canvas: Any, x: float, y: float, radius: float) -> None:
    """An arrow that comes back to where it started: growing deeper in the same place."""
    canvas.setStrokeColor(canvas.colours.accent)
    canvas.setLineWidth(1.1)
    canvas.arc(x - radius, y - radius, x + radius, y + radius, startAng=75, extent=265)
    end = 2 * pi * (75 + 265) / 360
    tip = end + 2.6 / radius
    head(canvas, x + radius * cos(tip), y + radius * sin(tip), (end + tip + pi) / 2, 3.6)
