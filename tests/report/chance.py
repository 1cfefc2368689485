"""Plans of random portfolios, with whatever a person could type and any choice of what goes in."""

import random
from dataclasses import replace
from pathlib import Path

from coachapp.domain.board_then import Snapshot, as_board, laid
from coachapp.domain.for_reader import SECTIONS, Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.reader import READERS
from tests import portfolios
from tests.portfolios import HOSTILE, LINE, PROSE
from tests.report.reading import written

_LINES = (*HOSTILE, LINE, "", "", "", "Lesgeven biologie", "Μαρία", "عائشة", "Mentoraat H2b – 2026")
_TEXTS = (*_LINES, PROSE)


def plan(number: int, folder: Path) -> Path:
    """The same number gives the same plan."""
    chance = random.Random(number)
    portfolio = drawn(chance)
    folder /= str(number)
    folder.mkdir()
    out = frozenset(name for name in SECTIONS if chance.random() < 0.3)
    choice = Choice(
        out, energy=chance.random() < 0.5, hours=chance.random() < 0.5, reader=chance.choice(READERS)
    )
    return written(portfolio, folder, chance.choice(("nl", "en")), choice).path


def drawn(chance: random.Random) -> Portfolio:
    """Some of the worst of all portfolios, with other texts; or one with realistic titles."""
    if chance.random() < 0.2:
        many = portfolios.many(chance.randrange(80))
        return replace(many, owner=chance.choice(HOSTILE), snapshots=_then(chance, many))
    whole = portfolios.worst()
    activities = tuple(
        replace(each, title=chance.choice(_LINES) or "x", description=chance.choice(_TEXTS))
        for each in _some(chance, whole.activities)
    )
    ids = {each.id for each in activities}
    ambitions = tuple(one for one in _some(chance, whole.ambitions) if one.activity_id in ids)
    led = {one.id for one in ambitions}
    goals = tuple(
        replace(
            goal, ambition_id=goal.ambition_id if goal.ambition_id in led else "", why=chance.choice(_TEXTS)
        )
        for goal in _some(chance, whole.goals)
    )
    aims = {goal.id for goal in goals}
    chosen = replace(
        whole,
        owner=chance.choice(_LINES) or "x",
        question=chance.choice(_LINES),
        contexts=(),
        activities=tuple(replace(each, context_id="") for each in activities),
        placements=tuple(each for each in _some(chance, whole.placements) if each.activity_id in ids),
        ambitions=ambitions,
        goals=goals,
        actions=tuple(
            replace(each, goal_id=each.goal_id if each.goal_id in aims else "", due=_due(chance))
            for each in _some(chance, whole.actions)
        ),
        agreements=_some(chance, whole.agreements),
        notes=_loose(_some(chance, whole.notes), ids),
        reflections=_loose(_some(chance, whole.reflections), ids),
    )
    with_files = portfolios.with_files(chosen)
    return replace(chosen, evidence=_some(chance, with_files.evidence))


def _then(chance: random.Random, portfolio: Portfolio) -> tuple[Snapshot, ...]:
    """Some of the cards as they lie, and some elsewhere."""
    cells = portfolio.framework.board
    cards = [
        card._replace(cell=chance.choice(cells)) if chance.random() < 0.3 else card
        for card in _some(chance, laid(portfolio))
    ]
    return (Snapshot("s" * 32, "2025-11-20", as_board(cards)),)


def _due(chance: random.Random) -> str:
    """A day, a month, a year or none, from the past to far ahead."""
    year = chance.choice((2026, 2027, 2027, 2028, chance.randrange(1990, 2060)))
    day = f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    return day[: chance.choice((0, 4, 7, 10, 10))]


def _loose(items: tuple, ids: set[str]) -> tuple:  # type: ignore[type-arg] - notes or reflections
    """What belongs to an activity that isn't there belongs to none."""
    return tuple(one if one.activity_id in ids else replace(one, activity_id="") for one in items)


def _some(chance: random.Random, things: tuple) -> tuple:  # type: ignore[type-arg] - of any kind
    part = chance.random() ** 2
    return tuple(each for each in things if chance.random() < part)
