"""Arranges cards in places and places on the board: rows grow with what lies in them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from coachapp.domain.portfolio import ASIDE
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.layout import Contents, Layout, Room, Sizes, Span
from coachapp.ui.board.measures import Measures


class Pile(NamedTuple):
    """Cards of one place, `across` side by side from `left` on in this width."""

    place: Place
    cards: Sequence[Card]
    left: float
    width: float
    across: int


def laid_out(room: Room, contents: Contents, tray: Sizes, board: Sizes) -> Layout:
    layout = Layout(room, gutter=tray.measures.gutter)
    layout.cells = tuple(Cell(role, level) for role in contents.roles for level in contents.levels)
    if room.tray:
        _lay_tray(layout, contents, tray)
    _lay_board(layout, contents, board)
    return layout


def shared(least: Sequence[float], room: float) -> list[float]:
    """Sizes of at least `least` that fill `room` as evenly as they can."""
    level, rest = 0.0, room
    for count, size in zip(range(len(least), 0, -1), sorted(least, reverse=True), strict=True):
        level = rest / count
        if size <= level:
            break
        rest -= size
    return [max(size, level) if room > sum(least) else size for size in least]


def _lay_tray(layout: Layout, contents: Contents, sizes: Sizes) -> None:
    m, room = sizes.measures, layout.room
    left, width = round(m.px(12)), round(room.tray - m.px(24))
    title, top = round(m.line + m.px(10)), round(room.entry)
    limit = max(room.height * 3, 1)
    heights = []
    for aside in ASIDE:
        cards = contents.cards(aside)
        inside = _stack(layout, Pile(aside, cards, left + m.pad, width - 2 * m.pad, 1), limit, sizes)
        heights.append(title + (inside + m.pad + m.px(4) if cards else 2.3 * m.small + m.pad))
    gaps = m.px(10) * len(ASIDE)
    heights[0] += max(0.0, room.height - room.entry - sum(heights) - gaps)
    for aside, height in zip(ASIDE, heights, strict=True):
        layout.places[aside] = QRectF(left, top, width, round(height))
        _shift(layout, contents.cards(aside), aside, top + title)
        top += round(height) + round(m.px(10))
    layout.tray_height = top


def _lay_board(layout: Layout, contents: Contents, sizes: Sizes) -> None:
    m, gutter, widths = sizes.measures, layout.gutter, _widths(layout, contents, sizes.measures)
    room = layout.room = layout.room._replace(head=contents.head_height(widths))
    left, top = room.tray + room.side, room.head
    layout.columns = _spans(widths, left, gutter)
    fit = [
        _fit(m, contents, level, span.size)
        for level, span in zip(contents.levels, layout.columns, strict=True)
    ]
    limit = room.height - room.head - 2 * gutter - m.px(30)
    least = []
    for number, role in enumerate(contents.roles):
        inside = [contents.side_height(number)]
        for level, span, count in zip(contents.levels, layout.columns, fit, strict=True):
            cell = Cell(role, level)
            pile = Pile(cell, contents.cards(cell), span.start + m.pad, span.size - 2 * m.pad, count)
            inside.append(_stack(layout, pile, limit, sizes) + m.pad + m.px(14))
        least.append(max(inside))
    heights = map(int, shared(least, room.height - top - gutter * len(least)))  # rounded up, they'd scroll
    layout.rows = _spans(heights, top, gutter)
    for role, row in zip(contents.roles, layout.rows, strict=True):
        for level, column in zip(contents.levels, layout.columns, strict=True):
            cell = Cell(role, level)
            layout.places[cell] = QRectF(column.start, row.start, column.size, row.size)
            _shift(layout, contents.cards(cell), cell, row.start + m.pad)
    layout.width = layout.columns[-1].end + gutter
    layout.height = layout.rows[-1].end + gutter


def _widths(layout: Layout, contents: Contents, m: Measures) -> list[float]:
    """Columns of the same width while those with cards read well; then empty ones give way, then all."""
    room = layout.room.width - layout.room.tray - layout.room.side - layout.gutter * len(contents.levels)
    full, empty = m.narrow_columns
    filled = [any(contents.filled(Cell(role, level)) for role in contents.roles) for level in contents.levels]
    comfortable = [m.column if cards else empty for cards in filled]
    return shared(comfortable if sum(comfortable) <= room else [full if c else empty for c in filled], room)


def _fit(m: Measures, contents: Contents, level: str, width: float) -> int:
    """How many cards lie side by side in the cells of a column."""
    fullest = max(len(contents.cards(Cell(role, level))) for role in contents.roles)
    return max(1, min(fullest, int((width - 2 * m.pad + m.gap) // (m.card + m.gap))))


def _stack(layout: Layout, pile: Pile, limit: float, sizes: Sizes) -> float:
    """Lay cards in rows from 0 down to `limit`, the rest behind "+n more"; returns the height taken."""
    m, gap, y = sizes.measures, sizes.measures.gap, 0.0
    if m.detail == "counts":
        return m.line * 2
    width = int((pile.width + gap) / pile.across - gap)
    for first in range(0, len(pile.cards), pile.across):
        row = pile.cards[first : first + pile.across]
        height = max([sizes.height(card, width) for card in row])
        rest = len(pile.cards) - first
        if rest > pile.across and y + height + gap + m.line > limit:
            layout.more[pile.place] = QRectF(pile.left, y, pile.width, round(m.px(26))), rest
            return y + round(m.px(26))
        for number, card in enumerate(row):
            layout.cards[card.id] = QRectF(pile.left + number * (width + gap), y, width, height)
        y += height + gap
    return max(0.0, y - gap)


def _shift(layout: Layout, cards: Iterable[Card], place: Place, down: float) -> None:
    """Bring what was stacked at 0 to where its place turned out to lie."""
    for card in cards:
        rect = layout.cards.get(card.id)
        if rect is None:
            break
        rect.translate(0, down)
    if place in layout.more:
        layout.more[place][0].translate(0, down)


def _spans(sizes: Iterable[float], start: float, gutter: float) -> list[Span]:
    spans = []
    for size in sizes:
        spans.append(Span(round(start), round(size)))
        start += size + gutter
    return spans
