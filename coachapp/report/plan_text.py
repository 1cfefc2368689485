"""Writes a development plan as Markdown, which any program reads; what was typed is never markup."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from coachapp import i18n
from coachapp.domain.escaping import line, prose, within
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save
from coachapp.report.sayings import whose

if TYPE_CHECKING:
    from coachapp.report.blocks import Block, Paragraph, Table


def write(  # noqa: PLR0913 - as all forms
    portfolio: Portfolio,
    path: Path,
    *,
    language: str,
    date: dt.date,
    choice: Choice,
    size: Size = A4,  # noqa: ARG001
) -> None:
    """Write it in this language, whole or not at all; safe in any thread."""
    from coachapp.report.blocks import Fact, blocks  # noqa: PLC0415 - only who writes a plan waits for it
    from coachapp.report.content import content_of  # noqa: PLC0415

    with i18n.speaking(language):
        body, ending = content_of(portfolio, choice, date)
        told = list(blocks((*body, *ending)))
        text = _block(told[0])
        for before, after in pairwise(told):
            both_facts = isinstance(before, Fact) and isinstance(after, Fact)
            text += ("\n" if both_facts else "\n\n") + _block(after)
        text += f"\n\n*{whose()}*\n"
        if (look := portfolio.framework.look) and look.footer:
            text += f"\n{prose(str(look.footer))}\n"
    save(text.encode(), path)


def _block(block: "Block") -> str:
    from coachapp.report.blocks import Fact, Table, Title  # noqa: PLC0415

    match block:
        case Title():
            return f"{'#' * (block.level + 1)} {line(block.text)}"
        case Fact():
            text = prose(block.text).replace("\n", "\n  ")  # further lines belong to the item
            return f"- **{within(block.label)}:** {text}"
        case Table():
            return "\n".join(_table(block))
        case _:
            return _paragraph(block)


def _paragraph(paragraph: "Paragraph") -> str:
    first, *others = paragraph.runs
    if first.quiet and not others:
        return f"*{within(first.text)}*"
    begun = f"**{within(first.text)}**" if first.bold else prose(first.text)
    return " ".join((begun, *(prose(run.text) for run in others)))


def _table(table: "Table") -> Iterable[str]:
    yield _row(table.heads)
    yield "|" + " --- |" * len(table.heads)
    for group in table.groups:
        if group.title:
            yield _row((group.title, *("",) * (len(table.heads) - 1)), mark="**")
        yield from map(_row, group.rows)


def _row(cells: Iterable[str], mark: str = "") -> str:
    told = ("; ".join(filter(None, map(within, cell.split("\n")))) for cell in cells)
    return f"| {' | '.join(f'{mark}{cell}{mark}' if cell else '' for cell in told)} |"
