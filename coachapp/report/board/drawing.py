"""The board in ink."""

from collections.abc import Sequence
from typing import Any

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report import marks
from coachapp.report.block import Block
from coachapp.report.board import arrows, cards, layout
from coachapp.report.board.arrows import Point
from coachapp.report.board.forms import draw_form, draw_wish
from coachapp.report.board.layout import Box, Field, Laid, Layout
from coachapp.report.board.strokes import draw_arrow
from coachapp.report.style import CARD, CARD_NOTE, CELL, LINE, MUTED, role_colour
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Span


class Board(Block):
    """The whole board on one page; in a crowded cell "+12 more" stands for what the table tells.

    At a `scale` below 1 all of it is smaller, so that more fits. `in_table`: there is such a table.
    """

    in_table = True

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
        full = self.occupied()
        used = {cell.level for cell in full}
        across = layout.columns([level.id in used or not full for level in levels], width)
        widths = {
            level.id: layout.card_width(column) for level, (_x, column) in zip(levels, across, strict=True)
        }
        content = list(self.contents(widths).items())
        return across, [content[at : at + len(levels)] for at in range(0, len(content), len(levels))]

    def occupied(self) -> set[Cell]:
        """The cells with something in them."""
        return cards.occupied(self._portfolio)

    def contents(self, widths: dict[str, float]) -> dict[Cell, cards.Content]:
        """What is drawn in every cell; `widths` has the width of a card at each level."""
        return cards.contents(self._portfolio, self._choice, self.canv.typesetter, widths)

    def ways(self, laid: Layout) -> list[list[Point]]:
        """The corners of each arrow."""
        return arrows.ways(self._portfolio, laid)

    def draw(self) -> None:
        assert self._layout
        self.canv.saveState()
        self.canv.scale(self._scale, self._scale)
        self.canv.setLineJoin(1)
        self._draw_levels(self._layout)
        self._draw_roles(self._layout)
        for field in self._layout.fields:
            self._draw_field(field)
        for way in self.ways(self._layout):
            self._draw_arrow(way)
        self.canv.restoreState()

    def _draw_levels(self, laid: Layout) -> None:
        for level, (x, width) in zip(self._portfolio.framework.shown_levels, laid.columns, strict=True):
            lines = self._lines(Span(str(level.title), bold=True), width)[:2]
            self.write(lines, x, layout.HEADS - 4 - len(lines) * CARD.leading)

    def _draw_roles(self, laid: Layout) -> None:
        for index, (role, (top, height)) in enumerate(
            zip(self._portfolio.framework.roles, laid.rows, strict=True)
        ):
            marks.role(self.canv, index, 4.5, self.from_top(top + 9), 8)
            colour = role_colour(index)
            lines = self._lines(Span(str(role.title), bold=True, colour=colour), layout.LABELS - 14)
            self.write(lines[: int(height // CARD.leading)], 14, top + 4)

    def _draw_field(self, field: Field) -> None:
        self.canv.setLineWidth(0.75)
        self.canv.setStrokeColor(LINE)
        self.canv.setFillColor(CELL)
        self._rounded(field.box, 5, fill=1)
        for laid in field.cards:
            self.draw_card(laid, field.row)
        x = field.box.x + layout.INSET + 2
        foot = field.box.bottom - layout.INSET - len(field.foot) * CARD_NOTE.leading
        draw_lines(self.canv, field.foot, x, self.from_top(foot), CARD_NOTE)
        if field.more:
            text = ngettext("+{count} more in the table", "+{count} more in the table", field.more)
            text = text if self.in_table else _("+{count} more")
            more = Span(text.format(count=field.more), colour=MUTED)
            line = self.canv.typesetter.one_line(more, layout.card_width(field.box.width) / CARD_NOTE.size)
            draw_lines(self.canv, [line], x, self.from_top(foot - CARD_NOTE.leading), CARD_NOTE)

    def draw_card(self, laid: Laid, row: int) -> None:
        card, box = laid
        left = box.x + cards.TEXT_LEFT
        if card.form in (cards.WISH, cards.DEEPER):
            draw_wish(self.canv, box, self.from_top(box.bottom), ring=card.form == cards.DEEPER)
            left += cards.WISH_SIGN
        else:
            draw_form(self.canv, card.form, role_colour(row), box, self.from_top(box.bottom))
        top = box.y + cards.PADDING
        self.write(card.title, left, top)
        top += len(card.title) * CARD.leading
        draw_lines(self.canv, card.note, left, self.from_top(top), CARD_NOTE)

    def _draw_arrow(self, way: list[Point]) -> None:
        draw_arrow(self.canv, [(x, self.from_top(y)) for x, y in way])

    def _lines(self, span: Span, width: float) -> list[Any]:
        return self.canv.typesetter.lines([span], width / CARD.size)

    def write(self, lines: Sequence[Any], x: float, top: float) -> None:
        draw_lines(self.canv, lines, x, self.from_top(top), CARD)

    def _rounded(self, box: Box, radius: float, fill: int) -> None:
        self.canv.roundRect(
            box.x, self.from_top(box.bottom), box.width, box.height, radius, stroke=1, fill=fill
        )

    def from_top(self, down: float) -> float:
        """How high that is."""
        return self.height / self._scale - down
