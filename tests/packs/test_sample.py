"""The made-up teacher: rich enough to show everything, in two languages."""

from dataclasses import fields

import pytest

from coachapp import i18n
from coachapp.domain import insight, rules
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.packs import sample

NL, EN = sample.portfolio("nl"), sample.portfolio("en")
BOTH = pytest.mark.parametrize("portfolio", [NL, EN], ids=["nl", "en"])


@BOTH
def test_it_keeps_every_rule(portfolio: Portfolio) -> None:
    assert list(rules.faults(portfolio)) == []


@BOTH
def test_it_is_the_same_each_time(portfolio: Portfolio) -> None:
    assert sample.portfolio(portfolio.language) == portfolio


def test_both_languages_tell_of_the_same_things() -> None:
    for kind in KINDS:
        assert [item.id for item in getattr(NL, kind)] == [item.id for item in getattr(EN, kind)]
    assert [p.cell for p in NL.placements] == [p.cell for p in EN.placements]
    assert NL.activities != EN.activities


def test_it_says_that_nobody_real_is_meant() -> None:
    assert NL.owner == "S. de Vries (verzonnen)"
    assert EN.owner == "S. de Vries (made up)"


@BOTH
def test_items_lie_in_the_order_of_their_ids_before_what_is_made_later(portfolio: Portfolio) -> None:
    for kind in KINDS:
        ids = [item.id for item in getattr(portfolio, kind)]
        assert ids == sorted(ids)
        assert all(len(item_id) == 32 and item_id < "01" for item_id in ids)


@BOTH
def test_it_shows_every_status_energy_recognition_and_part(portfolio: Portfolio) -> None:
    cards = portfolio.placements
    framework = portfolio.framework
    assert {card.status for card in cards} == set(framework.choices("status"))
    assert {card.energy for card in cards} == {"", *framework.choices("energy")}
    assert {word for card in cards for word in card.recognition} == set(framework.choices("recognition"))
    assert {card.part for card in cards} == {"", "lead", "take-part"}


@BOTH
def test_it_shows_work_everywhere_it_can_lie(portfolio: Portfolio) -> None:
    cells = insight.by_cell(portfolio)
    assert sum(1 for placed in cells.values() if not placed) == 2
    assert any(len(insight.cells_of(portfolio, a.id)) == 2 for a in portfolio.activities)
    assert [len(insight.beside_board(portfolio, aside)) for aside in ("", "learning", "off")] == [3, 1, 1]
    assert {a.hours.per for a in portfolio.activities if a.hours} == {"week", "year"}
    assert {a.context_id for a in portfolio.activities} == {"", *(c.id for c in portfolio.contexts)}
    assert {a.formality for a in portfolio.activities} == {"", "formal", "informal"}


@BOTH
def test_it_goes_somewhere_deepens_and_lets_go(portfolio: Portfolio) -> None:
    goes, deepens, lets_go = portfolio.ambitions
    assert goes.target
    assert not goes.deepens
    assert deepens.deepens
    assert lets_go.lets_go


@BOTH
def test_in_its_plan_not_only_the_teacher_acts(portfolio: Portfolio) -> None:
    actors = [action.actors for action in portfolio.actions]
    assert ("leader",) in actors
    assert ("colleague",) in actors
    assert all(action.due and action.support for action in portfolio.actions)
    assert all(goal.noticed and (goal.ambition_id or goal.status) for goal in portfolio.goals)


@BOTH
def test_some_item_of_each_kind_shows_every_field(portfolio: Portfolio) -> None:
    shown_nowhere = {
        f"{kind}.{field.name}"
        for kind, cls in KINDS.items()
        # files lie in a portfolio file, and the sample is in none; who reads it nobody has chosen yet
        if kind not in ("evidence", "readers")
        for field in fields(cls)
        if field.name not in ("stamp", "written")
        and not any(getattr(item, field.name) for item in getattr(portfolio, kind))
    }
    # No team has ended; the phase of growth is off until someone chooses it; no shared file's bytes are kept.
    assert shown_nowhere == {"teams.until", "placements.phase", "shared.digest", "shared.size"}


def test_a_language_it_does_not_have_is_shown_in_the_first_it_has() -> None:
    assert sample.portfolio("fr").owner == NL.owner


def test_the_language_of_the_screen_makes_no_difference() -> None:
    i18n.use("nl")
    assert sample.portfolio("en") == EN
