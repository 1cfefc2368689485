"""What lies in each cell of the drawn board."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.framework import Framework
from coachapp.domain.insight import Placed
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import Cell
from coachapp.report.style import CARD, CARD_NOTE, MUTED
from coachapp.report.typesetting import Line, Span, Typesetter

WISH: Final = "wish"
DEEPER: Final = "deeper"
MOST_CARDS: Final = 50  # that could ever be seen in one cell
MOST_LINES: Final = 5  # of a title; the table has all of it
PADDING: Final = 3.0
TEXT_LEFT: Final = 8.0  # room for the band
WISH_SIGN: Final = 5.0  # room for more than the band


class Card(NamedTuple):
    """A card, set in lines; `form` is a status or one of the signs of an ambition; `id` whose it is."""

    id: str
    form: str
    title: list[Line]
    note: list[Line]

    @property
    def height(self) -> float:
        return len(self.title) * CARD.leading + len(self.note) * CARD_NOTE.leading + 2 * PADDING


class Content(NamedTuple):
    """The cards of one cell, the ambitions that lead to it, `more` that fit on no page, and its foot."""

    cards: tuple[Card, ...]
    wishes: tuple[Card, ...]
    more: int
    foot: list[Line]


def contents(
    portfolio: Portfolio, choice: Choice, typesetter: Typesetter, widths: dict[str, float]
) -> dict[Cell, Content]:
    """Everything in every cell; `widths` has the width of a card at each level."""

    def content(cell: Cell, placed: Sequence[Placed]) -> Content:
        width = widths[cell.level]
        seen = placed[:MOST_CARDS]
        cards = tuple(_card(portfolio.framework, choice, typesetter, each, width) for each in seen)
        wishes = tuple(_wishes(portfolio, typesetter, cell, width))
        return Content(cards, wishes, len(placed) - len(seen), _hours(choice, typesetter, placed, width))

    return {cell: content(cell, placed) for cell, placed in insight.by_cell(portfolio).items()}


def occupied(portfolio: Portfolio) -> set[Cell]:
    """The cells with something in them."""
    targets = (ambition.target for ambition in portfolio.ambitions)
    return {placement.cell for placement in portfolio.placements} | {cell for cell in targets if cell}


def _card(framework: Framework, choice: Choice, typesetter: Typesetter, placed: Placed, width: float) -> Card:
    room = width - TEXT_LEFT - PADDING
    notes = " · ".join(_notes(framework, choice, placed))
    return Card(
        placed.activity.id,
        placed.placement.status,
        typesetter.few_lines(Span(placed.activity.title), room / CARD.size, MOST_LINES),
        typesetter.lines([Span(notes, colour=MUTED)], room / CARD_NOTE.size) if notes else [],
    )


def _notes(framework: Framework, choice: Choice, placed: Placed) -> Iterable[str]:
    activity, placement = placed
    if placement.status == "done":
        dates = formats.span((placement.since or activity.since)[:4], (placement.until or activity.until)[:4])
        yield from [dates] if dates else []
    if choice.energy:
        yield from [framework.word("energy", placement.energy)] if placement.energy else []
    if choice.hours and activity.hours:
        yield formats.hours(activity.hours)


def _wishes(portfolio: Portfolio, typesetter: Typesetter, cell: Cell, width: float) -> Iterable[Card]:
    room = width - TEXT_LEFT - PADDING - WISH_SIGN
    for ambition in portfolio.ambitions:
        if ambition.target == cell:
            name = insight.ambition_name(portfolio, ambition)
            lines = typesetter.few_lines(Span(name), room / CARD.size, MOST_LINES)
            yield Card(ambition.id, DEEPER if deepens(portfolio, ambition) else WISH, lines, [])


def deepens(portfolio: Portfolio, ambition: Ambition) -> bool:
    """Whether it stays where it is, as the ambition says or as its activity lies."""
    return ambition.deepens or (
        ambition.origin is None and ambition.target in insight.cells_of(portfolio, ambition.activity_id)
    )


def _hours(choice: Choice, typesetter: Typesetter, placed: Iterable[Placed], width: float) -> list[Line]:
    """All hours in a cell, also of what lies elsewhere too; a single card tells its own."""
    given = [item.activity.hours for item in placed if item.activity.hours]
    if not choice.hours or not given[1:]:
        return []
    total = formats.total(insight.total(given))
    return typesetter.lines([Span(total, colour=MUTED)], (width - 2) / CARD_NOTE.size)
