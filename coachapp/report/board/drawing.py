"""The board in ink."""

from collections.abc import Sequence
from math import atan2, hypot
from typing import Any

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import ngettext
from coachapp.report import marks
from coachapp.report.block import Block
from coachapp.report.board import arrows, cards, layout
from coachapp.report.board.arrows import Point
from coachapp.report.board.forms import draw_form, draw_wish
from coachapp.report.board.layout import Box, Field, Laid, Layout
from coachapp.report.style import ACCENT, CARD, CARD_NOTE, CELL, LINE, MUTED, role_colour
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span


class Board(Block):
    """The whole board on one page; in a crowded cell "+12 more" stands for what the table tells.

    At a `scale` below 1 all of it is smaller, so that more fits.
    """

    def __init__(self, portfolio: Portfolio, choice: Choice) -> None:
        super().__init__()
        self._portfolio = portfolio
        self._choice = choice
        self._layout: Layout | None = None
        self._scale = 1.0

    def wanted_height(self, width: float, scale: float) -> float:
        """How high it is with every card on it."""
        return layout.wanted_height(self._grid(width / scale)[1]) * scale

    def fit(self, width: float, height: float, scale: float, *, filling: bool = False) -> None:
        self._layout = layout.laid_out(*self._grid(width / scale), height / scale, filling=filling)
        self._scale = scale
        self.width, self.height = width, self._layout.height * scale

    def _grid(self, width: float) -> tuple[layout.Columns, layout.Grid]:
        levels = self._portfolio.framework.shown_levels
        full = cards.occupied(self._portfolio)
        used = {cell.level for cell in full}
        across = layout.columns([level.id in used or not full for level in levels], width)
        widths = {
            level.id: layout.card_width(column) for level, (_x, column) in zip(levels, across, strict=True)
        }
        content = list(cards.contents(self._portfolio, self._choice, self.canv.typesetter, widths).items())
        return across, [content[at : at + len(levels)] for at in range(0, len(content), len(levels))]

    def draw(self) -> None:
        assert self._layout
        self.canv.saveState()
        self.canv.scale(self._scale, self._scale)
        self.canv.setLineJoin(1)
        self._draw_levels(self._layout)
        self._draw_roles(self._layout)
        for field in self._layout.fields:
            self._draw_field(field)
        for way in arrows.ways(self._portfolio, self._layout):
            self._draw_arrow(way)
        self.canv.restoreState()

    def _draw_levels(self, laid: Layout) -> None:
        for level, (x, width) in zip(self._portfolio.framework.shown_levels, laid.columns, strict=True):
            lines = self._lines(Span(str(level.title), bold=True), width)[:2]
            self._write(lines, x, layout.HEADS - 4 - len(lines) * CARD.leading)

    def _draw_roles(self, laid: Layout) -> None:
        for index, (role, (top, height)) in enumerate(
            zip(self._portfolio.framework.roles, laid.rows, strict=True)
        ):
            marks.role(self.canv, index, 4.5, self._y(top + 9), 8)
            colour = role_colour(index)
            lines = self._lines(Span(str(role.title), bold=True, colour=colour), layout.LABELS - 14)
            self._write(lines[: int(height // CARD.leading)], 14, top + 4)

    def _draw_field(self, field: Field) -> None:
        self.canv.setLineWidth(0.75)
        self.canv.setStrokeColor(LINE)
        self.canv.setFillColor(CELL)
        self._rounded(field.box, 5, fill=1)
        for laid in field.cards:
            self._draw_card(laid, field.row)
        x = field.box.x + layout.INSET + 2
        foot = field.box.bottom - layout.INSET - len(field.foot) * CARD_NOTE.leading
        draw_lines(self.canv, field.foot, x, self._y(foot), CARD_NOTE)
        if field.more:
            text = ngettext("+{count} more in the table", "+{count} more in the table", field.more)
            more = Span(text.format(count=field.more), colour=MUTED)
            line = self.canv.typesetter.one_line(more, layout.card_width(field.box.width) / CARD_NOTE.size)
            draw_lines(self.canv, [line], x, self._y(foot - CARD_NOTE.leading), CARD_NOTE)

    def _draw_card(self, laid: Laid, row: int) -> None:
        card, box = laid
        left = box.x + cards.TEXT_LEFT
        if card.form in (cards.WISH, cards.DEEPER):
            draw_wish(self.canv, box, self._y(box.bottom), ring=card.form == cards.DEEPER)
            left += cards.WISH_SIGN
        else:
            draw_form(self.canv, card.form, role_colour(row), box, self._y(box.bottom))
        top = box.y + cards.PADDING
        self._write(card.title, left, top)
        top += len(card.title) * CARD.leading
        draw_lines(self.canv, card.note, left, self._y(top), CARD_NOTE)

    def _draw_arrow(self, way: list[Point]) -> None:
        points = [(x, self._y(y)) for x, y in way]
        (x, y), (end_x, end_y) = points[-2:]
        self.canv.setStrokeColor(ACCENT)
        self.canv.setLineWidth(1.1)
        _draw_way(self.canv, points)
        marks.head(self.canv, end_x, end_y, atan2(end_y - y, end_x - x))

    def _lines(self, span: Span, width: float) -> list[Any]:
        return self.canv.typesetter.lines([span], width / CARD.size)

    def _write(self, lines: Sequence[Any], x: float, top: float) -> None:
        draw_lines(self.canv, lines, x, self._y(top), CARD)

    def _rounded(self, box: Box, radius: float, fill: int) -> None:
        self.canv.roundRect(box.x, self._y(box.bottom), box.width, box.height, radius, stroke=1, fill=fill)

    def _y(self, down: float) -> float:
        return self.height / self._scale - down


def _draw_way(canvas: Any, points: list[Point]) -> None:
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
