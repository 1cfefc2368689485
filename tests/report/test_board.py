"""The board as it is drawn."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Activity, Ambition, Placement, Portfolio
from coachapp.report.board import arrows, cards, layout
from coachapp.report.board.layout import Box, Layout
from coachapp.report.paper import A4
from coachapp.report.style import SIDE
from coachapp.report.typesetting import Span, Typesetter
from tests import portfolios


def _laid_out(portfolio: Portfolio, height: float = 600, *, filling: bool = False) -> Layout:
    levels = portfolio.framework.shown_levels
    across = layout.columns([True] * len(levels), A4.sheet.width - 2 * SIDE)
    widths = {level.id: layout.card_width(width) for level, (_x, width) in zip(levels, across, strict=True)}
    content = list(cards.contents(portfolio, Choice(), Typesetter("nl"), widths).items())
    grid = [content[at : at + len(levels)] for at in range(0, len(content), len(levels))]
    return layout.laid_out(across, grid, height, filling=filling)


def _inside(box: Box, inner: Box) -> bool:
    return (
        box.x <= inner.x
        and box.y <= inner.y
        and inner.right <= box.right + 0.1
        and inner.bottom <= box.bottom + 0.1
    )


@pytest.mark.parametrize("count", [1, 20, 60, 400])
def test_every_card_lies_within_its_cell_and_every_other_one_is_counted(count: int) -> None:
    portfolio = portfolios.many(count)
    laid = _laid_out(portfolio)
    assert laid.height <= 600
    for field in laid.fields:
        assert all(_inside(field.box, each.box) for each in field.cards)
        assert all(one.box.bottom < other.box.y for one, other in pairwise(field.cards))
    shown = sum(len(field.cards) + field.more for field in laid.fields)
    assert shown == len(portfolio.placements)


@pytest.mark.parametrize("count", [1, 20, 40])
def test_a_sheet_is_filled_without_leaving_out_a_card_there_is_room_for(count: int) -> None:
    portfolio = portfolios.many(count)
    needed = _laid_out(portfolio, 5000).height
    laid = _laid_out(portfolio, needed + 20, filling=True)
    assert laid.height == pytest.approx(needed + 20)
    assert not any(field.more for field in laid.fields)


def test_the_worst_texts_stay_in_their_cells() -> None:
    laid = _laid_out(portfolios.worst())
    assert all(_inside(field.box, each.box) for field in laid.fields for each in field.cards)


def test_an_arrow_never_crosses_a_cell_it_does_not_belong_to() -> None:
    portfolio = portfolios.empty()
    board = portfolio.framework.board
    pairs = list(product(board, board))
    activities = tuple(Activity(f"a{n}", "Task") for n in range(len(pairs)))
    placements = tuple(Placement(f"p{n}", f"a{n}", start) for n, (start, _end) in enumerate(pairs))
    ambitions = tuple(Ambition(f"w{n}", "Wish", f"a{n}", None, end) for n, (_start, end) in enumerate(pairs))
    portfolio = replace(portfolio, activities=activities, placements=placements, ambitions=ambitions)
    laid = _laid_out(portfolio, 20_000)
    ways = arrows.ways(portfolio, laid)
    assert len(ways) == len(pairs) - len(board)  # those that stay where they are have a ring
    for way in ways:
        for (x, y), (to_x, to_y) in pairwise(way[1:-1]):
            assert not [field for field in laid.fields if _crosses(field.box, x, y, to_x, to_y)]


def _crosses(box: Box, x: float, y: float, to_x: float, to_y: float) -> bool:
    return (
        min(x, to_x) < box.right
        and max(x, to_x) > box.x
        and min(y, to_y) < box.bottom
        and max(y, to_y) > box.y
    )


def test_columns_without_cards_leave_their_room_to_others() -> None:
    (_x, with_cards), (_y, without) = layout.columns([True, False], A4.sheet.width - 2 * SIDE)
    assert without < with_cards


@pytest.mark.parametrize("width", [3.0, 8.0, 20.0])
@pytest.mark.parametrize("text", portfolios.HOSTILE)
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    lines = Typesetter("nl").lines([Span(text), Span("vet", bold=True)], width)
    assert all(line.width <= width + 0.001 for line in lines)


def test_a_word_is_hyphenated_only_where_it_must() -> None:
    setter = Typesetter("nl")

    def broken(text: str, width: float) -> list[str]:
        lines = setter.lines([Span(text)], width)
        return ["".join(piece.text for piece in line.pieces) for line in lines]

    assert broken("Leerlijn onderzoeken", 9) == ["Leerlijn", "onderzoeken"]
    assert broken("Docentontwikkelteam", 8) == ["Docentontwikkel\xad", "team"]


@pytest.mark.parametrize("text", ["Aansprakelijkheidswaardevaststelling", "Een regel die lang is", "W" * 200])
@pytest.mark.parametrize("width", [3.0, 6.0, 8.0])
def test_a_line_that_is_cut_off_is_no_wider_than_its_room(text: str, width: float) -> None:
    line = Typesetter("nl").one_line(Span(text), width)
    assert line.width <= width
    assert line.text.endswith("…")
