"""The rows of the board, whatever happens to the portfolio."""

import random
import sys
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.errors import AlreadyInCell
from coachapp.ui.board import changes
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.changes import Change
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.wrap import Wrap
from tests import portfolios

from .conftest import GROUP, REGION, SCHOOL, few

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _shown(model: BoardModel) -> set[tuple[str, object]]:
    cards = [model.card(row) for row in range(len(model.places), model.rowCount())]
    assert [card.id for card in cards if card] == sorted(card.id for card in cards if card)
    return {(card.activity.title, card.place) for card in cards if card}


def _any_change(chance: random.Random, cards: list[Card], places: Sequence[Place]) -> Change:
    some = chance.sample(cards, min(len(cards), chance.choice((1, 1, 3))))
    place, cell = chance.choice(places), chance.choice((GROUP, REGION, SCHOOL))
    options: list[Change] = [
        changes.add("New", place),
        changes.lay(some, place),
        changes.lay(some[:1], cell, copies=True),
        changes.mark(some, "status", "exploring"),
    ]
    if len(cards) > 4:
        options.append(changes.remove(some[:1]))
    return chance.choice(options)


def test_the_rows_follow_every_change_and_undo(qapp: object) -> None:
    model, document = BoardModel(few()), Document(few())
    QAbstractItemModelTester(model, _FATAL)
    looks: list[int] = []
    document.on_change(lambda _before, after: looks.append(len(model.show(after))))
    chance = random.Random(1)
    for _step in range(150):
        cards = [card for row in range(model.rowCount()) if (card := model.card(row))]
        if chance.random() < 0.3:
            document.undo()
        else:
            change = _any_change(chance, cards, model.places)
            with suppress(AlreadyInCell):
                document.apply(change.label, change.edit)
        assert _shown(model) == _shown(BoardModel(document.portfolio))


def test_hundreds_of_changes_at_once_are_shown_too(qapp: object) -> None:
    model, portfolio = BoardModel(portfolios.many(300)), portfolios.many(300)
    QAbstractItemModelTester(model, _FATAL)
    ids = {activity.id for activity in portfolio.activities}
    after = edits.set_aside(ids, "off")(portfolio)
    model.show(after)
    assert {place for _title, place in _shown(model)} == {"off"}


def test_a_card_that_looks_the_same_is_the_same_object(qapp: object) -> None:
    portfolio = few()
    model = BoardModel(portfolio)
    fresh = model.show(edits.change(Activity, ("a0",), title="Lesgeven natuurkunde")(portfolio))
    assert [card.id for card in fresh] == ["p0"]


def test_updating_loses_no_references_to_none(qapp: object) -> None:
    portfolio = few()
    other = edits.change(Activity, ("a0",), title="Lesgeven natuurkunde")(portfolio)
    model = BoardModel(portfolio)
    before = sys.getrefcount(None)
    for _round in range(500):
        model.show(other)
        model.show(portfolio)
        [model.data(model.index(row)) for row in range(model.rowCount())]
    assert abs(sys.getrefcount(None) - before) < 200


def test_long_compounds_break_at_syllables(qapp: object) -> None:
    wrap = Wrap(QFont("Atkinson Hyperlegible", 10), 17, "nl")
    width = wrap.metrics.horizontalAdvance("Docentontwikkel-") + 2
    assert wrap.lines("Docentontwikkelteam systeembiologie", width, 3)[:2] == ("Docentontwikkel-", "team")
    assert wrap.lines("W" * 300, width, 3)[-1].endswith("…")
    assert wrap.lines("Kort", width, 3) == ("Kort",)
