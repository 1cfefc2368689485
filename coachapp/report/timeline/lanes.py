"""What is drawn for each goal: its actions in rows, such that no words cross other words."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coachapp.report.style import CARD, CELL_TEXT
from coachapp.report.timeline.scale import EDGE, Days, Scale
from coachapp.report.typesetting import Line, Span, Typesetter

HALF: Final = 3.2  # of the sign of a day
_GAP: Final = 3.5  # between a sign and its words
_APART: Final = 9.0  # what stands in one row
_INSIDE: Final = 4.0  # left and right of the words in a bar
_WIDEST: Final = 0.42  # that words are, as a part of the whole
_SHORTEST: Final = 3.0  # a bar
_TITLE: Final = 16.0  # around the title of a lane
_MOST_ROWS: Final = 16  # of a lane: it fits on any page

Reach = tuple[float, float]


class Aim(NamedTuple):
    """A goal and its actions, each with its days; `title` may be empty."""

    title: str
    actions: Sequence[tuple[str, Days]]


class Flag(NamedTuple):
    """A day that concerns all goals."""

    words: str
    days: Days
    is_dashed: bool = False


class Item(NamedTuple):
    """An action in its place: its sign or its bar from `left` to `right`, its words from `at` on."""

    row: int
    left: float
    right: float
    is_bar: bool
    line: Line
    at: float

    @property
    def reach(self) -> Reach:
        """From where to where it is drawn."""
        return min(self.left, self.at), max(self.right, self.at + _wide(self.line))


class Lane(NamedTuple):
    """`more` actions did not fit."""

    title: Line | None
    items: tuple[Item, ...]
    rows: int
    more: int


def laid_out(aim: Aim, scale: Scale, typesetter: Typesetter) -> Lane:
    """Each action in the first row that has room for it, the earliest ones first."""
    rows: list[list[Reach]] = []
    items: list[Item] = []
    for words, days in sorted(aim.actions, key=lambda one: one[1]):
        item = placed(words, days, scale, typesetter)
        row = next((at for at, taken in enumerate(rows) if _is_free(taken, item.reach)), len(rows))
        if row == len(rows) < _MOST_ROWS:
            rows.append([])
        if row < len(rows):
            rows[row].append(item.reach)
            items.append(item._replace(row=row))
    line = typesetter.one_line(Span(aim.title, bold=True), (scale.width - _TITLE) / CELL_TEXT.size)
    return Lane(line if aim.title else None, tuple(items), len(rows), len(aim.actions) - len(items))


def flown(flags: Iterable[Flag], scale: Scale, typesetter: Typesetter) -> list[Item]:
    """Each with its words beside its line; those that would meet stand in rows of their own."""
    rows: list[Reach] = []
    items: list[Item] = []
    for flag in flags:
        middle = (flag.days.first + flag.days.last) // 2
        item = placed(flag.words, Days(middle, middle), scale, typesetter)
        meets = any(not _is_free([taken], item.reach) for taken in rows)
        items.append(item._replace(row=len(rows) if meets else 0))
        rows.append(item.reach)
    return items


def _is_free(taken: Iterable[Reach], reach: Reach) -> bool:
    return all(right + _APART <= reach[0] or left - _APART >= reach[1] for left, right in taken)


def placed(words: str, days: Days, scale: Scale, typesetter: Typesetter) -> Item:
    """The words stand in the bar if they can, else behind the sign; before it, if long ones wouldn't fit."""
    left, right = scale.x(days.first), scale.x(days.last + 1)
    middle = (left + right) / 2
    if days.is_one:
        left, right = middle - HALF, middle + HALF
    right = max(right, left + _SHORTEST)
    line = typesetter.one_line(Span(words), scale.width * _WIDEST / CARD.size)
    if not days.is_one and _wide(line) + 2 * _INSIDE <= right - left:
        return Item(0, left, right, True, line, left + _INSIDE)
    before, behind = left - _GAP - EDGE, scale.width - EDGE - right - _GAP
    room = max(before, behind)
    if _wide(line) > room:
        line = typesetter.one_line(Span(words), room / CARD.size)
    is_behind = behind >= min(scale.width * _WIDEST, room)
    at = right + _GAP if is_behind else left - _GAP - _wide(line)
    return Item(0, left, right, not days.is_one, line, at)


def _wide(line: Line) -> float:
    return line.width * CARD.size
