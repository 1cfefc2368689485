"""What a plan tells, and what it keeps to itself."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from coachapp.domain.conversation import Conversation
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import (
    Action,
    Activity,
    Agreement,
    Ambition,
    Evidence,
    Goal,
    Placement,
    Portfolio,
)
from coachapp.domain.values import Cell, Hours
from coachapp.packs import default_framework, sample
from tests import portfolios
from tests.report.reading import in_one_line, text, written


@pytest.fixture(scope="module")
def teacher() -> Portfolio:
    return sample.portfolio("en")


@pytest.fixture(scope="module")
def plan(teacher: Portfolio, tmp_path_factory: pytest.TempPathFactory) -> str:
    return text(written(teacher, tmp_path_factory.mktemp("plan")).path)


def _with(*activities: Activity, placements: tuple[Placement, ...] = ()) -> Portfolio:
    return replace(portfolios.empty(language="en"), activities=activities, placements=placements)


def test_the_head_says_whose_plan_it_is_and_what_she_asks(plan: str, teacher: Portfolio) -> None:
    assert "Property of the teacher; not meant for assessment" in plan
    assert teacher.owner in plan
    assert teacher.question in plan
    assert teacher.coach in plan
    assert "23 November 2026" in plan
    assert teacher.contexts[0].function in plan
    assert teacher.contexts[0].name in plan
    assert "Secondary education" in plan


def test_every_role_reach_and_activity_is_there(plan: str, teacher: Portfolio) -> None:
    framework = teacher.framework
    titles = [*framework.roles, *framework.shown_levels]
    assert all(str(each.title) in plan for each in titles)
    shown = [activity for activity in teacher.activities if activity.aside != "off"]
    assert all(activity.title in plan for activity in shown)


def test_what_was_written_about_an_activity_is_told_in_its_cell(plan: str, teacher: Portfolio) -> None:
    assert all(in_one_line(p.why) in plan for p in teacher.placements)
    shown = [activity for activity in teacher.activities if activity.aside != "off"]
    assert all(in_one_line(activity.description) in plan for activity in shown)


def test_ambitions_goals_actions_and_agreements_are_there(plan: str, teacher: Portfolio) -> None:
    assert all(ambition.title in plan for ambition in teacher.ambitions)
    for goal in teacher.goals:
        told = (goal.title, goal.why, goal.noticed, goal.specific, goal.measurable, goal.time_bound)
        assert all(in_one_line(each) in plan for each in told)
    assert all(action.what in plan and action.support in plan for action in teacher.actions)
    assert all(agreement.text in plan for agreement in teacher.agreements)
    assert "15 February 2027" in plan


def test_the_framework_is_named_and_credited_at_the_end(plan: str, teacher: Portfolio) -> None:
    assert "Board of the teaching profession, version 1" in plan
    assert in_one_line(str(teacher.framework.credit)) in plan


def test_energy_recognition_and_hours_stay_with_the_teacher(plan: str, teacher: Portfolio) -> None:
    framework = teacher.framework
    terms = [*framework.terms("energy"), *framework.terms("recognition")]
    assert not [str(term.text) for term in terms if str(term.text) in plan]
    assert " per week" not in plan
    assert "Hours" not in plan


def test_activities_off_the_board_are_told_only_when_chosen(teacher: Portfolio, tmp_path: Path) -> None:
    off = [activity.title for activity in teacher.activities if activity.aside == "off"]
    assert off
    assert not [title for title in off if title in text(written(teacher, tmp_path).path)]
    assert all(title in text(written(teacher, tmp_path, choice=Choice()).path) for title in off)


def test_activities_to_place_can_be_left_out(tmp_path: Path) -> None:
    portfolio = _with(Activity("1", "Nature club"))
    assert "Nature club" in text(written(portfolio, tmp_path).path)
    assert "Nature club" not in text(
        written(portfolio, tmp_path, choice=Choice(frozenset({"to_place"}))).path
    )


def test_a_teacher_can_see_her_own_energy_and_recognition(teacher: Portfolio, tmp_path: Path) -> None:
    own = text(written(teacher, tmp_path, choice=Choice(energy=True)).path)
    used = {placement.energy for placement in teacher.placements} - {""}
    assert used
    assert all(teacher.framework.word("energy", energy) in own for energy in used)


def test_hours_are_counted_once_in_the_total_and_fully_in_each_cell(tmp_path: Path) -> None:
    activity = Activity("1", "Learning line", hours=Hours(Decimal(60)))
    first, second = Cell("leren", "nano"), Cell("collegas", "meso")
    portfolio = _with(activity, placements=(Placement("2", "1", first), Placement("3", "1", second)))
    plan = text(written(portfolio, tmp_path, choice=Choice(hours=True)).path)
    assert "Together on the board: 60 hours per year." in plan
    assert "each activity counts once" in plan
    on_cards_and_in_rows = 4
    assert plan.count("60 hours per year") == on_cards_and_in_rows + 1


def test_a_cell_adds_up_the_hours_of_its_cards(tmp_path: Path) -> None:
    activities = (
        Activity("1", "One", hours=Hours(Decimal(60))),
        Activity("2", "Two", hours=Hours(Decimal(3))),
    )
    placements = (Placement("3", "1", Cell("leren", "nano")), Placement("4", "2", Cell("leren", "nano")))
    plan = text(written(_with(*activities, placements=placements), tmp_path, choice=Choice(hours=True)).path)
    assert plan.count("63 hours per year") == 2  # in the cell and in the total


def test_signature_lines_are_there_only_when_asked_for(teacher: Portfolio, tmp_path: Path) -> None:
    assert "Signatures" not in text(written(teacher, tmp_path).path)
    assert "Signatures" in text(written(teacher, tmp_path, choice=Choice()).path)


def test_a_manager_signs_for_time_and_money_only(teacher: Portfolio, tmp_path: Path) -> None:
    words = "Manager, for time and money"
    assert words in text(written(teacher, tmp_path, choice=Choice(reader="manager")).path)
    assert words not in text(written(teacher, tmp_path, choice=Choice(reader="coach")).path)


def test_an_ambition_may_deepen_lead_away_let_go_or_stand_alone(tmp_path: Path) -> None:
    here, there = Cell("leren", "nano"), Cell("collegas", "meso")
    ambitions = (
        Ambition("1", "Grow", origin=here, target=here),
        Ambition("2", "Share", origin=here, target=there, horizon=3),
        Ambition("3", "Hand over", origin=here),
        Ambition("4", "Explore", target=there),
        Ambition("5", "Write"),
    )
    portfolio = replace(
        portfolios.empty(), ambitions=ambitions, goals=(Goal("6", "Begin", "2"), Goal("7", "Only a title"))
    )
    plan = text(written(portfolio, tmp_path).path)
    assert all(ambition.title in plan for ambition in ambitions)
    assert "Only a title" in plan
    assert "deeper in the same cell" in plan
    assert "letting go" in plan
    assert "within 3 years" in plan


def test_an_empty_portfolio_makes_a_plan_of_one_page(tmp_path: Path) -> None:
    result = written(portfolios.empty(), tmp_path)
    assert result.pages == 1
    plan = text(result.path)
    assert all(str(role.title) in plan for role in default_framework().roles)
    assert "Goals" not in plan
    assert "empty" not in plan.lower()


def test_the_plan_speaks_its_own_language_whatever_the_screen_does(tmp_path: Path) -> None:
    plan = text(written(sample.portfolio("nl"), tmp_path, language="nl").path)
    assert "23 november 2026" in plan
    assert "Leerlingen helpen leren" in plan
    assert "Helping students learn" not in plan


def test_what_is_over_is_told_where_the_plan_looks_back_and_nowhere_else(tmp_path: Path) -> None:
    portfolio = replace(
        portfolios.empty(language="en"),
        conversations=(Conversation("t" * 32, "2025-11-20"),),
        goals=(
            Goal("a" * 32, "Share", status="let-go", outcome="No time", plan_link="School plan 3"),
            Goal("b" * 32, "Grow"),
        ),
        actions=(
            Action("c" * 32, "Visit", goal_id="b" * 32, status="done", outcome="Three lessons"),
            Action("d" * 32, "Ask", goal_id="a" * 32),
        ),
        agreements=(
            Agreement("e" * 32, "We look"),
            Agreement(
                *("f" * 32, "The timetable"),
                kind="together",
                actors=("leader",),
                status="changed",
                conversation_id="t" * 32,
            ),
        ),
    )
    told = text(written(portfolio, tmp_path).path)
    before, after = told.split("Looking back on the previous plan")
    assert "Share · goal · let go No time Where it fits in School plan 3" in after
    assert "Visit · action · done Three lessons" in after
    assert "Agreed on 20 November 2025 The timetable · agreement · changed · school leaders" in after
    assert "1. Grow" in before
    assert "Share Ask" in before
    assert "We look" in before
    assert not [word for word in ("Visit", "timetable", "To take up together") if word in before]


def test_what_helps_and_what_it_takes_is_told_once_and_in_places_of_its_own(tmp_path: Path) -> None:
    goal = Goal("a" * 32, "Share", acceptable="The department")
    portfolio = replace(
        portfolios.empty(language="en"),
        goals=(goal,),
        actions=(
            Action("b" * 32, "Ask", goal_id=goal.id, support="a free afternoon", hours=Hours(Decimal(3))),
            Action("c" * 32, "Visit", money="300 euro", source="training budget", granted="requested"),
            Action("d" * 32, "Write", hours=Hours(Decimal(4))),
        ),
    )
    told = text(written(portfolio, tmp_path, choice=Choice(hours=True)).path)
    assert "Support 1. Share Who supports it The department Ask a free afternoon" in told
    assert "Visit 300 euro training budget requested" in told
    assert "Together for these actions: 7 hours per year." in told
    for once in ("The department", "a free afternoon", "300 euro", "training budget", "3 hours per year"):
        assert told.count(once) == 1
    quiet = text(written(portfolio, tmp_path).path)
    assert "hours per year" not in quiet
    assert "300 euro" in quiet
    assert "Write" in quiet.split("Time and money")[0]
    assert "Write" not in quiet.split("Time and money")[1]


def test_what_is_taken_up_together_stands_by_who_does(tmp_path: Path) -> None:
    agreements = (
        Agreement("a", "Hours", kind="together", actors=("leader", "governors")),
        Agreement("b", "Visits", kind="together", actors=("leader",)),
        Agreement("c", "Network", kind="together"),
        Agreement("d", "Room", kind="together", actors=("leader",), due="2027-02"),
    )
    told = text(written(replace(portfolios.empty(language="en"), agreements=agreements), tmp_path).path)
    both = "School leaders, school governors Hours"
    assert f"What When Network School leaders Visits Room February 2027 {both}" in told
    assert "Agreements" not in told


def test_a_file_is_told_by_its_name_and_what_it_belongs_to(tmp_path: Path) -> None:
    evidence = (
        Evidence("a", "lesson plan.pdf", "f" * 64, 9, "2026-11-01", "the first version", newer_id="b"),
        Evidence("b", "lesson plan 2.pdf", "e" * 64, 9, "2026-11-20", "after the visit", activity_id="1"),
    )
    portfolio = replace(_with(Activity("1", "Nature club")), evidence=evidence)
    told = text(written(portfolio, tmp_path).path)
    assert "lesson plan 2.pdf after the visit Nature club 20 November 2026" in told
    assert "first version" not in told
    assert "Evidence" not in text(written(_with(Activity("1", "Nature club")), tmp_path).path)


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        ("coach", "This plan was made for C. Oach. The teacher decides who else reads it."),
        ("manager", "This plan was made for the manager. The teacher decides who else reads it."),
        ("myself", "The teacher decides who reads this plan."),
        ("", "The teacher decides who reads this plan."),
    ],
)
def test_the_plan_says_for_whom_it_was_made(tmp_path: Path, reader: str, words: str) -> None:
    portfolio = replace(portfolios.empty(language="en"), coach="C. Oach")
    assert words in text(written(portfolio, tmp_path, choice=Choice(reader=reader)).path)
