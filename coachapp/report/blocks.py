"""What a plan tells as a short list of plain blocks, for forms of it that set no type of their own.

They are read from what is laid on the page, so that each form tells the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable, KeepTogether

from coachapp.domain import insight
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.report.board.since import SinceBoard
from coachapp.report.board.whole import WholeBoard
from coachapp.report.facts import Facts
from coachapp.report.signatures import SignatureLines
from coachapp.report.step import Step
from coachapp.report.style import MUTED, TITLE
from coachapp.report.table import Table as LaidTable
from coachapp.report.text import Content, Heading, Text, spans


class Title(NamedTuple):
    """`level`: 0 for the whole, 1 for a part, 2 for what is within it."""

    text: str
    level: int


class Run(NamedTuple):
    """`quiet`: it says what another text is about."""

    text: str
    bold: bool = False
    quiet: bool = False


class Paragraph(NamedTuple):
    """Runs have a space between them."""

    runs: tuple[Run, ...]


class Fact(NamedTuple):
    """`signed`: below a line to sign on."""

    label: str
    text: str
    signed: bool = False


class Rows(NamedTuple):
    """Rows that belong together; `title` may be empty."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class Table(NamedTuple):
    """Columns share the width by `shares`; `named`: the first cell says what its row is about."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    groups: tuple[Rows, ...]
    named: bool = False


Block = Title | Paragraph | Fact | Table


def blocks(flowables: Iterable[Flowable]) -> Iterator[Block]:
    for flowable in flowables:
        if isinstance(flowable, KeepTogether):
            yield from blocks(vars(flowable)["_content"])
        else:
            yield from _block(flowable)


def _block(flowable: Flowable) -> Iterator[Block]:
    match flowable:
        case Heading():
            yield Title(_plain(flowable.content), flowable.level + 1)
        case Text():
            yield from _text(flowable)
        case Facts():
            yield from (Fact(label, text) for label, text in flowable.pairs)
        case Step():
            yield _paragraph(flowable.words)
        case LaidTable():
            yield _table(flowable)
        case SinceBoard():
            yield Title(flowable.title, 1)
        case WholeBoard():
            yield Title(flowable.title, 1)
            yield board(flowable.portfolio)
        case SignatureLines():
            yield from (Fact(who, name, signed=True) for who, name in flowable.people)
        case _:
            return  # lines across the page, room on it, and a drawing that a table follows


def _text(text: Text) -> Iterator[Block]:
    if text.style.size == TITLE.size:
        yield Title(_plain(text.content), 0)
    elif text.label:
        yield Fact(text.label, _plain(text.content))
    else:
        yield Paragraph(tuple(Run(span.text, span.bold, span.colour == MUTED) for span in text.content))


def _table(laid: LaidTable) -> Table:
    heads, shares, groups = laid.content
    rows = (Rows(g.title, tuple(tuple(map(_plain, row)) for row in g.rows)) for g in groups)
    return Table(tuple(heads), tuple(shares), tuple(rows))


def board(portfolio: Portfolio) -> Table:
    """Each role a row, each level a column, in each cell the titles that lie there."""
    framework, cells = portfolio.framework, insight.by_cell(portfolio)
    levels = framework.shown_levels
    rows = tuple(
        (str(role.title), *(_titles(cells[Cell(role.id, level.id)]) for level in levels))
        for role in framework.roles
    )
    heads = (_("Board"), *(str(level.title) for level in levels))
    return Table(heads, (1.0,) * len(heads), (Rows("", rows),), named=True)


def _titles(placed: Sequence[insight.Placed]) -> str:
    return "\n".join(each.activity.title for each in placed)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _plain(content: Content) -> str:
    return " ".join(span.text for span in spans(content))
