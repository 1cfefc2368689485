"""Where everything on the drawn board goes. Lengths are points from the top left of the drawing."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from coachapp.domain.values import Cell
from coachapp.report.board.cards import Card, Content
from coachapp.report.style import CARD_NOTE
from coachapp.report.typesetting import Line

GAP: Final = 10.0  # between cells: where the arrows run
LABELS: Final = 78.0
HEADS: Final = 26.0
CARD_GAP: Final = 3.0
INSET: Final = 4.0  # between a cell's edge and its cards
EMPTY: Final = 0.6  # the width of a column without cards, to one with
LOWEST: Final = 36.0


Columns = tuple[tuple[float, float], ...]  # left and width of each
Grid = Sequence[Sequence[tuple[Cell, Content]]]


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Laid(NamedTuple):
    """A card in its place."""

    card: Card
    box: Box


class Field(NamedTuple):
    """A cell in its place; `more` cards did not fit."""

    cell: Cell
    row: int
    column: int
    box: Box
    cards: tuple[Laid, ...]
    more: int
    foot: list[Line]


class Layout(NamedTuple):
    columns: Columns
    rows: tuple[tuple[float, float], ...]  # top, height
    fields: tuple[Field, ...]
    height: float


def columns(full: Sequence[bool], width: float) -> Columns:
    """The columns, from whether each has cards."""
    weights = [1.0 if each else EMPTY for each in full]
    scale = (width - LABELS - GAP * len(weights)) / sum(weights)
    widths = [weight * scale for weight in weights]
    lefts = accumulate((each + GAP for each in widths[:-1]), initial=LABELS + GAP)
    return tuple(zip(lefts, widths, strict=True))


def card_width(column: float) -> float:
    return column - 2 * INSET


def laid_out(across: Columns, grid: Grid, height: float, *, filling: bool = False) -> Layout:
    """All cells, row by row; where they don't fit in `height`, the highest rows give way first.

    `filling`: where there is room, the lowest rows are made higher until all of it is used.
    """
    room = height - HEADS - GAP * len(grid)
    wanted = [max(LOWEST, *(_wanted(content) for _cell, content in row)) for row in grid]
    if filling:
        wanted = [max(_share(wanted, room), each) for each in wanted]
    limit = _limit(wanted, room)
    heights = [min(each, limit) for each in wanted]
    tops = accumulate((each + GAP for each in heights[:-1]), initial=HEADS)
    rows = tuple(zip(tops, heights, strict=True))
    fields = tuple(
        _field(cell, content, (row, column), Box(across[column][0], y, across[column][1], h))
        for row, (line, (y, h)) in enumerate(zip(grid, rows, strict=True))
        for column, (cell, content) in enumerate(line)
    )
    return Layout(across, rows, fields, HEADS + sum(heights) + GAP * len(heights))


def wanted_height(grid: Grid) -> float:
    """How high the board is with every card on it."""
    heights = (max(LOWEST, *(_wanted(content) for _cell, content in row)) for row in grid)
    return HEADS + sum(height + GAP for height in heights)


def _wanted(content: Content) -> float:
    cards = (*content.cards, *content.wishes)
    return sum(card.height + CARD_GAP for card in cards) - CARD_GAP * bool(cards) + 2 * INSET + _foot(content)


def _foot(content: Content) -> float:
    return len(content.foot) * CARD_NOTE.leading + CARD_GAP * bool(content.foot)


def _limit(heights: Sequence[float], room: float) -> float:
    """The height no row may pass, such that all rows together take at most `room`."""
    left = room
    for count, height in zip(range(len(heights), 0, -1), sorted(heights), strict=True):
        if height * count > left:
            return max(left / count, LOWEST)
        left -= height
    return max(heights)


def _share(heights: Sequence[float], room: float) -> float:
    """The height below which no row need be, such that all rows together take `room`."""
    left = room
    for count, height in zip(range(len(heights), 0, -1), sorted(heights, reverse=True), strict=True):
        if height * count <= left:
            return left / count
        left -= height
    return 0


def _field(cell: Cell, content: Content, at: tuple[int, int], box: Box) -> Field:
    room = box.height - 2 * INSET - _foot(content)
    if _wanted(content) > box.height + 0.01:
        room -= CARD_NOTE.leading + CARD_GAP
    wishes = _fitting(content.wishes, room)
    cards = _fitting(content.cards, room - sum(card.height + CARD_GAP for card in wishes))
    shown = (*cards, *wishes)
    more = content.more + len(content.cards) + len(content.wishes) - len(shown)
    tops = accumulate((card.height + CARD_GAP for card in shown), initial=box.y + INSET)
    laid = tuple(
        Laid(card, Box(box.x + INSET, top, card_width(box.width), card.height))
        for card, top in zip(shown, tops, strict=False)
    )
    return Field(cell, *at, box, laid, more, content.foot)


def _fitting(cards: Sequence[Card], room: float) -> tuple[Card, ...]:
    ends = accumulate(card.height + CARD_GAP for card in cards)
    return tuple(card for card, end in zip(cards, ends, strict=True) if end - CARD_GAP <= room + 0.01)
