"""What differs between two boards, as cards in their cells: where each lay then, and where it lies now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from coachapp.domain.board_then import Laid
from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.domain.years import Difference
from coachapp.i18n import ngettext
from coachapp.report.board.cards import PADDING, Card, Content
from coachapp.report.style import CARD, CARD_NOTE, MUTED
from coachapp.report.typesetting import Line, Span, Typesetter

WAS: Final = "was"
MOVED: Final = "moved"
CAME: Final = "came"
LEFT: Final = "left"
OTHERWISE: Final = "otherwise"
NUMBER: Final = 17.0  # room for a number
SIGN: Final = 8.0  # and for the sign behind the title
_MOST: Final = 24  # that could be seen in one cell
_MOST_LINES: Final = 2


class Mark(NamedTuple):
    """A card of the drawing; `number` is that of its change."""

    number: int
    cell: Cell
    form: str
    title: str

    @property
    def id(self) -> str:
        return f"{self.number} {self.form}"


def form_of(change: Difference) -> str:
    """How it is drawn where it was seen last."""
    if change.after is None:
        return LEFT
    return CAME if change.before is None else MOVED if change.moved else OTHERWISE


def marks_of(changes: Iterable[Difference]) -> Iterator[Mark]:
    """Numbered from 1 on; what moved is there twice."""
    for number, change in enumerate(changes, 1):
        if change.moved and change.before:
            yield Mark(number, change.before.cell, WAS, change.card.title)
        yield Mark(number, change.card.cell, form_of(change), change.card.title)


def contents(
    framework: Framework,
    changes: Sequence[Difference],
    now: Sequence[Laid],
    typesetter: Typesetter,
    widths: dict[str, float],
) -> dict[Cell, Content]:
    """Every cell with its marks, and how many cards in it stayed as they were."""
    lying = Counter(card.cell for card in now)
    changed = Counter(change.after.cell for change in changes if change.after)
    marks: defaultdict[Cell, list[Mark]] = defaultdict(list)
    for mark in marks_of(changes):
        marks[mark.cell].append(mark)

    def content(cell: Cell) -> Content:
        width = widths[cell.level]
        cards = tuple(_card(typesetter, mark, width) for mark in marks[cell][:_MOST])
        foot = _foot(typesetter, lying[cell] - changed[cell], width)
        return Content(cards, (), len(marks[cell]) - len(cards), foot)

    return {cell: content(cell) for cell in framework.board}


def _card(typesetter: Typesetter, mark: Mark, width: float) -> Card:
    is_past = mark.form in (WAS, LEFT)
    title = Span(mark.title, colour=MUTED) if is_past else Span(mark.title)
    room = width - NUMBER - PADDING - (SIGN if mark.form in (CAME, LEFT, OTHERWISE) else 0)
    return Card(mark.id, mark.form, typesetter.few_lines(title, room / CARD.size, _MOST_LINES), [])


def _foot(typesetter: Typesetter, same: int, width: float) -> list[Line]:
    if not same:
        return []
    # Translators: activities in a cell of the board, which lay there at the previous plan too.
    words = ngettext("{count} as it was", "{count} as they were", same).format(count=same)
    return [typesetter.one_line(Span(words, colour=MUTED), (width - 2) / CARD_NOTE.size)]
