"""What was chosen is in the plan, and nothing else: read back from the pages."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from coachapp.domain import for_reader
from coachapp.domain.for_reader import CHOSEN_BY_ITEM, READERS, Choice, seen, starting_point
from coachapp.domain.portfolio import (
    Action,
    Activity,
    Agreement,
    Ambition,
    Context,
    Goal,
    Placement,
    Portfolio,
)
from coachapp.domain.values import Cell
from coachapp.packs import sample
from tests.portfolios import empty
from tests.report import reading


def marked() -> Portfolio:
    """Two of everything, each with a word of its own; the owner is made up."""
    start = empty()
    framework = start.framework
    cell = Cell(framework.roles[0].id, framework.levels[0].id)
    both = ("one", "two")
    return replace(
        start,
        owner="Noor Vermeer",
        question="Questionword of Noor Vermeer",
        coach="Coachword",
        contexts=tuple(Context(f"c{n}", name=f"context{n}") for n in both),
        activities=tuple(Activity(f"a{n}", f"activity{n}", description=f"story{n}") for n in both),
        placements=tuple(Placement(f"p{n}", f"a{n}", cell, why=f"reason{n}") for n in both),
        ambitions=tuple(Ambition(f"m{n}", activity_id=f"a{n}", target=cell) for n in both)
        + tuple(Ambition(f"n{n}", title=f"ambition{n}", target=cell) for n in both),
        goals=tuple(Goal(f"g{n}", f"goal{n}", ambition_id=f"n{n}", why=f"motive{n}") for n in both),
        actions=tuple(Action(f"t{n}", f"action{n}", goal_id=f"g{n}") for n in both),
        agreements=tuple(Agreement(f"e{n}", f"agreement{n}") for n in both),
    )


def words_of(portfolio: Portfolio, folder: Path) -> set[str]:
    return set(reading.text(reading.written(portfolio, folder).path).replace(".", " ").split())


KINDS = {
    "contexts": ("c", "context"),
    "activities": ("a", "activity", "story", "reason"),
    "goals": ("g", "goal", "motive"),
    "actions": ("t", "action"),
    "agreements": ("e", "agreement"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("out", ["one", "two"])
def test_of_an_item_that_is_not_chosen_no_word_is_on_paper(tmp_path: Path, kind: str, out: str) -> None:
    letter, *words = KINDS[kind]
    portfolio = marked()
    told = words_of(seen(portfolio, Choice(frozenset({letter + out}))), tmp_path)
    other = "two" if out == "one" else "one"
    assert not told & {word + out for word in words}
    stays = {word + other for word in words}
    stays |= {word + n for k, (_l, *ws) in KINDS.items() if k != kind for word in ws for n in ("one", "two")}
    assert stays <= told


def test_an_ambition_that_is_not_chosen_is_not_named_by_its_goal_either(tmp_path: Path) -> None:
    assert "ambitionone" in words_of(seen(marked(), Choice()), tmp_path)
    told = words_of(seen(marked(), Choice(frozenset({"none"}))), tmp_path)
    assert "ambitionone" not in told
    assert {"ambitiontwo", "goalone", "motiveone"} <= told


@pytest.mark.parametrize("name", ["question", "coach"])
def test_what_is_told_about_oneself_can_stay_out(tmp_path: Path, name: str) -> None:
    word = f"{name.capitalize()}word"
    assert word in words_of(seen(marked(), Choice()), tmp_path)
    assert word not in words_of(seen(marked(), Choice(frozenset({name}))), tmp_path)


def test_without_stories_the_titles_stay(tmp_path: Path) -> None:
    told = words_of(seen(marked(), Choice(stories=False)), tmp_path)
    assert "activityone" in told
    assert not {"storyone", "reasonone"} & told


def test_an_alias_stands_wherever_the_name_was_written(tmp_path: Path) -> None:
    told = words_of(seen(marked(), Choice(alias="Robin")), tmp_path)
    assert "Robin" in told
    assert not {"Noor", "Vermeer"} & told
    path = tmp_path / "plan.pdf"
    assert b"Vermeer" not in path.read_bytes()


def test_a_hidden_name_is_written_as_initials(tmp_path: Path) -> None:
    portfolio = replace(marked(), agreements=(Agreement("e", "Call Sanne de Vries"),))
    shown = seen(portfolio, Choice(hidden=("sanne de vries",)))
    assert shown.agreements[0].text == "Call s. d. v."
    assert "Sanne" not in words_of(shown, tmp_path)


@pytest.mark.parametrize("reader", READERS)
def test_energy_recognition_and_hours_are_for_oneself(reader: str) -> None:
    portfolio = sample.portfolio("nl")
    shown = seen(portfolio, starting_point(portfolio, reader))
    own = [p.energy or p.recognition for p in shown.placements]
    own += [one.hours for one in (*shown.activities, *shown.contexts, *shown.actions)]
    assert any(own) == (reader == "myself")


def test_what_no_plan_tells_of_never_comes_along() -> None:
    shown = seen(sample.portfolio("nl"), Choice(energy=True, hours=True))
    known = {*CHOSEN_BY_ITEM, "placements", "teams"}
    lists = [f.name for f in fields(shown) if isinstance(getattr(shown, f.name), tuple)]
    assert all(not getattr(shown, name) for name in lists if name not in known)


def test_nothing_changes_of_what_is_chosen_whole() -> None:
    portfolio = marked()
    assert seen(portfolio, Choice(hours=True, energy=True)) == portfolio
    assert for_reader.initials("Anna van Dam") == "A. v. D."
