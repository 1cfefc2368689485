"""What was chosen is in the plan, and nothing else: read back from the pages."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from coachapp.domain import renaming
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.for_reader import CHOSEN_BY_ITEM, Choice, seen, starting_point, texts
from coachapp.domain.portfolio import (
    Action,
    Activity,
    Agreement,
    Ambition,
    Context,
    Evidence,
    Goal,
    Placement,
    Portfolio,
    Reflection,
    Team,
)
from coachapp.domain.reader import READERS
from coachapp.domain.values import TITLE_LENGTH, Cell
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
        goals=tuple(
            Goal(
                *(f"g{n}", f"goal{n}"),
                ambition_id=f"n{n}",
                why=f"motive{n}",
                acceptable=f"backing{n}",
                professional=f"profession{n}",
                tension=f"tension{n}",
                talk_to=f"partner{n}",
            )
            for n in both
        )
        + tuple(Goal(f"h{n}", f"reached{n}", status="done", outcome=f"result{n}") for n in both),
        actions=tuple(
            Action(
                *(f"t{n}", f"action{n}"),
                goal_id=f"g{n}",
                support=f"help{n}",
                money=f"money{n}",
                source=f"source{n}",
            )
            for n in both
        ),
        agreements=tuple(Agreement(f"e{n}", f"agreement{n}") for n in both)
        + tuple(Agreement(f"s{n}", f"shared{n}", kind="together", actors=("leader",)) for n in both),
        notes=tuple(Note(f"q{n}", f"note{n}", question_id="look-back-2", activity_id=f"a{n}") for n in both),
        reflections=tuple(Reflection(f"r{n}", f"thought{n}", competence="qualities") for n in both),
        evidence=tuple(Evidence(f"f{n}", f"file{n}", note=f"remark{n}", goal_id=f"g{n}") for n in both),
    )


def words_of(portfolio: Portfolio, folder: Path) -> set[str]:
    return set(reading.text(reading.written(portfolio, folder).path).replace(".", " ").split())


KINDS = {
    "contexts": ("c", "context"),
    "activities": ("a", "activity", "story", "reason"),
    "goals": ("g", "goal", "motive", "backing", "profession", "tension", "partner"),
    "actions": ("t", "action", "help", "money", "source"),
    "agreements": ("e", "agreement"),
    "together": ("s", "shared"),
    "notes": ("q", "note"),
    "reflections": ("r", "thought"),
    "evidence": ("f", "file", "remark"),
    "review": ("h", "reached", "result"),
}
# What stays out with a whole section, though its items are chosen.
SECTIONS = {
    "support": ("backing", "help"),
    "means": ("money", "source"),
    "perspectives": ("profession", "tension", "partner"),
    "qualities": ("note", "thought"),
    "evidence": ("file", "remark"),
    "together": ("shared",),
    "review": ("reached", "result"),
    "goals": KINDS["goals"][1:],
    "actions": KINDS["actions"][1:],
    "agreements": ("agreement",),
    "notes": ("note",),
    "reflections": ("thought",),
    "contexts": ("context",),
    "activities": KINDS["activities"][1:],
    "cells": ("story", "reason"),
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


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_can_stay_out_with_all_that_only_it_tells(tmp_path: Path, section: str) -> None:
    gone = {word + n for word in SECTIONS[section] for n in ("one", "two")}
    all_words = {word + n for _letter, *words in KINDS.values() for word in words for n in ("one", "two")}
    shown = seen(marked(), Choice(frozenset({section})))
    assert not words_of(shown, tmp_path) & gone
    assert not [one for one in gone if one in repr(shown)]
    assert all_words - gone <= words_of(shown, tmp_path)


def test_of_notes_and_thoughts_a_plan_tells_those_about_qualities_and_motives(tmp_path: Path) -> None:
    told, others = ("look-back-2", "meaning-2"), ("contract-1", "choose-1")
    portfolio = replace(
        marked(),
        notes=tuple(Note(q, f"Word{n}word", question_id=q) for n, q in enumerate((*told, *others))),
        reflections=(Reflection("r", "Steeringword", competence="steering"), Reflection("s", "Looseword")),
    )
    shown = seen(portfolio, Choice())
    words = words_of(shown, tmp_path)
    assert {"Word0word", "Word1word"} <= words
    assert not [one for one in ("Word2word", "Word3word", "Steeringword", "Looseword") if one in repr(shown)]
    questions = {q.id: str(q.text) for q in portfolio.framework.questions}
    assert set(questions["look-back-2"].replace(".", " ").split()) <= words


def test_a_note_and_a_file_say_nothing_of_what_stays_out() -> None:
    cell = marked().placements[0].cell
    talk = Conversation("t", "2026-01-02", question="Secretquestion", recorded="Secretrecord")
    portfolio = replace(
        marked(),
        conversations=(talk,),
        notes=(Note("n", "Said", "t", "meaning", "meaning-2", cell=cell, activity_id="aone"),),
        reflections=(Reflection("r", "Thought", activity_id="aone", competence="motives", bring="next"),),
        evidence=(
            Evidence("f", "old.pdf", "d" * 64, 7, newer_id="g", activity_id="aone"),
            Evidence("g", "new.pdf", "e" * 64, 8, activity_id="aone", goal_id="gone"),
        ),
    )
    shown = seen(portfolio, Choice(frozenset({"aone", "gone"})))
    assert shown.notes == (Note("n", "Said", question_id="meaning-2", cell=cell),)
    assert shown.reflections == (Reflection("r", "Thought", competence="motives"),)
    assert shown.evidence == (Evidence("g", "new.pdf"),)
    assert not shown.conversations


def test_names_are_hidden_in_notes_and_in_what_files_are_called() -> None:
    portfolio = replace(
        marked(),
        notes=(Note("n", "Ask Noor Vermeer and Sanne Smit", question_id="meaning-2"),),
        evidence=(Evidence("f", "letter Sanne Smit.pdf", note="from Sanne Smit"),),
    )
    shown = seen(portfolio, Choice(alias="Robin", hidden=("Sanne Smit",)))
    assert shown.notes[0].text == "Ask Robin and S. S."
    assert (shown.evidence[0].name, shown.evidence[0].note) == ("letter S. S..pdf", "from S. S.")
    elsewhere = Evidence("f", "Noor_Vermeer_SanneSmit.pdf", note="Sanne Smits letter")
    shown = seen(replace(portfolio, evidence=(elsewhere,)), Choice(alias="Robin", hidden=("Sanne Smit",)))
    assert (shown.evidence[0].name, shown.evidence[0].note) == ("Robin_S. S..pdf", "S. S.s letter")


def test_a_longer_name_in_a_text_that_is_full_takes_the_place_of_its_end() -> None:
    long = f"Noor Vermeer {'x' * (TITLE_LENGTH - 13)}"
    portfolio = replace(marked(), goals=(Goal("g", long, why="Noor Vermeer"),))
    goal = seen(portfolio, Choice(alias="Robin with a longer name")).goals[0]
    assert goal.title.startswith("Robin with a longer name x")
    assert goal.title.endswith("x…")
    assert len(goal.title) <= TITLE_LENGTH
    assert goal.why == "Robin with a longer name"


def test_the_team_is_looked_at_with_the_activity_that_is_done_in_it() -> None:
    portfolio = replace(marked(), teams=(Team("t", "Team of Sanne"),))
    first, *others = portfolio.activities
    portfolio = replace(portfolio, activities=(replace(first, team_id="t"), *others))
    assert "Team of Sanne" in texts(seen(portfolio, Choice()))[first.id]


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
    shown = seen(portfolio, starting_point(reader))
    own = [p.energy or p.recognition for p in shown.placements]
    own += [one.hours for one in (*shown.activities, *shown.contexts, *shown.actions)]
    assert any(own) == (reader == "myself")


def test_thoughts_are_for_oneself_and_what_lies_between_two_is_for_the_coach() -> None:
    portfolio = sample.portfolio("nl")
    told = {reader: seen(portfolio, starting_point(reader)) for reader in READERS}
    assert [reader for reader, shown in told.items() if shown.reflections] == ["myself"]
    assert [reader for reader, shown in told.items() if shown.notes] == ["myself", "coach"]
    assert [r for r, shown in told.items() if any(goal.tension for goal in shown.goals)] == [
        "myself",
        "coach",
    ]
    assert not any(action.money or action.support for action in told["team"].actions)


def test_what_no_plan_tells_of_never_comes_along() -> None:
    shown = seen(sample.portfolio("nl"), Choice(energy=True, hours=True))
    known = {*CHOSEN_BY_ITEM, "placements", "teams", "conversations"}
    lists = [f.name for f in fields(shown) if isinstance(getattr(shown, f.name), tuple)]
    assert all(not getattr(shown, name) for name in lists if name not in known)
    assert shown.conversations
    assert all(talk == Conversation(talk.id, talk.date) for talk in shown.conversations)
    assert not seen(sample.portfolio("nl"), Choice(frozenset({"review"}))).conversations


def test_nothing_changes_of_what_is_chosen_whole() -> None:
    portfolio = marked()
    assert seen(portfolio, Choice(hours=True, energy=True)) == portfolio
    assert renaming.initials("Anna van Dam") == "A. v. D."


@pytest.mark.parametrize(
    ("section", "aside"), [("learning", "learning"), ("to_place", ""), ("off_board", "off")]
)
def test_of_activities_that_no_chosen_section_tells_of_nothing_is_passed_on(section: str, aside: str) -> None:
    portfolio = marked()
    beside = Activity("athree", "Besideword", aside=aside, team_id="m")
    portfolio = replace(portfolio, activities=(*portfolio.activities, beside), teams=(Team("m", "Teamword"),))
    assert "Besideword" in repr(seen(portfolio, Choice()))
    shown = seen(portfolio, Choice(frozenset({section})))
    assert not [word for word in ("Besideword", "Teamword") if word in repr(shown)]
    assert [one.id for one in shown.activities] == ["aone", "atwo"]


def test_what_lies_on_the_board_stays_out_when_no_section_shows_the_board() -> None:
    board = frozenset({"board", "since", "table", "cells"})
    shown = seen(marked(), Choice(board))
    assert not shown.activities
    assert not shown.placements
    assert "activityone" not in repr(shown)
    for one in ("board", "table", "cells"):
        assert len(seen(marked(), Choice(board - {one})).placements) == 2


def test_what_is_added_after_a_kind_was_left_out_whole_stays_out_too() -> None:
    later = replace(marked(), goals=(*marked().goals, Goal("gz", "Laterword")))
    assert "Laterword" in repr(seen(later, starting_point("coach")))
    assert "Laterword" not in repr(seen(later, starting_point("team")))
