"""Goals and actions in time: drawn such that no words cross, and told in a table."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from docx import Document

from coachapp import formats, i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Action, Goal, Portfolio
from coachapp.packs import sample
from coachapp.report import plan_document, plan_text
from coachapp.report.paper import A4, LETTER
from coachapp.report.style import SIDE
from coachapp.report.timeline.lanes import Aim, Flag, Item, flown, laid_out
from coachapp.report.timeline.scale import Days, Scale, days_of
from coachapp.report.typesetting import Typesetter
from tests import portfolios
from tests.portfolios import HOSTILE, LINE
from tests.report import heard, reading
from tests.report.reading import DATE, written

ALL = Choice(energy=True, hours=True)
HEADING = "Goals and actions in time"
WIDTH = A4.sheet.width - 2 * SIDE
WIDTHS = (WIDTH, LETTER.sheet.width - 2 * SIDE, 300.0)


def with_actions(*dues: str, goals: int = 1, follow_up: str = "") -> Portfolio:
    return replace(
        portfolios.empty(),
        goals=tuple(Goal(f"g{n}", f"Aim{n}") for n in range(goals)),
        actions=tuple(
            Action(f"a{n:03}", f"Act{n}", f"g{n % goals}" if goals else "", due) for n, due in enumerate(dues)
        ),
        follow_up=follow_up,
    )


def dues(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _number in range(count):
        day = dt.date(2026, 11, 1) + dt.timedelta(chance.randrange(-500, 4000))
        yield day.isoformat()[: chance.choice((4, 7, 10, 10))]


CASES = {
    "one": ["2027-03-10"],
    "same day": ["2027-03-10"] * 60,
    "ten years": ["2026-12-01", "2036-06-30", "2036", "2030-02"],
    "past": ["2025-12-01", "2026-06", "2026"],
    "ages": ["0001", "9999-12-31", "9999", "2027-01"],
    "any": list(dues(60, 1)),
    "more": list(dues(200, 2)),
}


def items_of(dates: Sequence[str], width: float) -> tuple[Scale, list[Item], int]:
    words = [*HOSTILE, LINE, "Short", "Talk to the team leader about the timetable"]
    aim = Aim(LINE, [(words[n % len(words)], days_of(date)) for n, date in enumerate(dates)])
    scale = Scale([days for _words, days in aim.actions], width)
    lane = laid_out(aim, scale, Typesetter("nl"))
    return scale, list(lane.items), lane.more


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", CASES)
def test_no_words_and_signs_meet_and_all_stay_within_the_drawing(case: str, width: float) -> None:
    _scale, items, more = items_of(CASES[case], width)
    assert len(items) + more == len(CASES[case])
    assert all(item.reach[0] >= 0 and item.reach[1] <= width for item in items)
    for one, other in combinations(items, 2):
        apart = one.reach[1] < other.reach[0] or other.reach[1] < one.reach[0]
        assert apart or one.row != other.row
    for item in items:
        inside = item.is_bar and item.left < item.at
        words = item.at, item.at + item.line.width * 8
        assert words[1] <= item.left or words[0] >= item.right or (inside and words[1] <= item.right)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", CASES)
def test_along_the_axis_the_words_have_room(case: str, language: str) -> None:
    with i18n.speaking(language):
        ticks = list(items_of(CASES[case], WIDTH)[0].ticks())
    assert 2 <= len(ticks) <= 20
    assert all(after.x - before.x >= 26 for before, after in pairwise(ticks))
    assert all(tick.month or tick.year for tick in ticks)
    assert ticks[0].year


def test_a_month_and_a_year_are_bars_over_all_their_days() -> None:
    scale, items, _more = items_of(["2027", "2027-02", "2027-02-10"], WIDTH)
    year, month, day = items
    assert (year.left, year.right) == (
        scale.x(dt.date(2027, 1, 1).toordinal()),
        scale.x(dt.date(2028, 1, 1).toordinal()),
    )
    assert month.right == scale.x(dt.date(2027, 3, 1).toordinal())
    assert [item.is_bar for item in (year, month, day)] == [True, True, False]
    assert month.left < day.left < day.right < month.right
    assert days_of("2024-02") == Days(dt.date(2024, 2, 1).toordinal(), dt.date(2024, 2, 29).toordinal())


def test_two_days_of_the_whole_plan_that_are_close_have_their_words_in_two_rows() -> None:
    days = [days_of("2026-11-23"), days_of("2026-11-30")]
    scale, setter = Scale([*days, days_of("2030")], WIDTH), Typesetter("nl")
    near = flown([Flag("This plan: 23 November 2026", days[0]), Flag("Follow-up", days[1])], scale, setter)
    assert [item.row for item in near] == [0, 1]
    far = flown([Flag("This plan", days[0]), Flag("Follow-up", days_of("2029"))], scale, setter)
    assert [item.row for item in far] == [0, 0]


def test_the_table_tells_it_in_the_order_of_the_days(tmp_path: Path) -> None:
    portfolio = with_actions("2027-03", "2027-02-01", "", "2026-10-01", goals=2, follow_up="2027-02-15")
    plan_text.write(portfolio, tmp_path / "plan.md", language="en", date=DATE, choice=ALL)
    text = (tmp_path / "plan.md").read_text("utf-8")
    told = (
        f"## {HEADING}\n\n*Without a date: 1 action.*\n\n| When | What | Goal |\n| --- | --- | --- |\n"
        "| 1 October 2026 | Act3 | 2. Aim1 |\n| 1 February 2027 | Act1 | 2. Aim1 |\n"
        "| 15 February 2027 | Follow-up |  |\n| March 2027 | Act0 | 1. Aim0 |\n"
    )
    assert told in text.replace("\\.", ".")


def test_word_has_the_table_too(tmp_path: Path) -> None:
    portfolio = sample.portfolio("en")
    plan_document.write(portfolio, tmp_path / "plan.docx", language="en", date=DATE, choice=ALL)
    heads = [
        [cell.text for cell in table.rows[0].cells] for table in Document(str(tmp_path / "plan.docx")).tables
    ]
    assert ["When", "What", "Goal"] in heads


def test_the_drawing_names_goals_and_actions_and_the_days_of_plan_and_follow_up(tmp_path: Path) -> None:
    portfolio = with_actions("2027-03-01", "2027-04", goals=2, follow_up="2027-02-15")
    path = written(portfolio, tmp_path, choice=Choice(frozenset({"goals", "actions", "board"}))).path
    text = reading.text(path)
    for words in ("1. Aim0", "2. Aim1", "Act0", "Act1"):
        assert text.count(words) == 2  # in the drawing and in the table
    assert f"This plan: {formats.day(DATE.isoformat())}" in text
    assert "Follow-up: 15 February 2027" in text
    assert [part.text for part in heard.parts(path) if part.role == "Figure"] == [
        "A drawing of goals and actions in time. The table after it tells the same."
    ]


@pytest.mark.parametrize("portfolio", [with_actions(), with_actions("", ""), with_actions(follow_up="2027")])
def test_without_a_date_of_an_action_there_is_nothing_to_draw(portfolio: Portfolio, tmp_path: Path) -> None:
    assert HEADING not in reading.text(written(portfolio, tmp_path, choice=ALL).path)


def test_what_is_over_and_a_follow_up_that_was_are_not_in_it(tmp_path: Path) -> None:
    start = with_actions("2027-03-01", "2027-04-01", follow_up="2025-02-15")
    portfolio = replace(start, actions=(replace(start.actions[0], status="done"), start.actions[1]))
    path = written(portfolio, tmp_path, choice=Choice(frozenset({"actions", "review"}))).path
    text = reading.text(path)
    assert "Act1" in text
    assert "Act0" not in text
    assert "Follow-up:" not in text


def test_a_drawing_that_goes_on_has_its_axis_again_and_every_lane_once(tmp_path: Path) -> None:
    portfolio = with_actions(*(["2027-03-01", "2027-04"] * 40), goals=40)
    path = written(portfolio, tmp_path, choice=Choice(frozenset({"goals", "actions", "board"}))).path
    drawn = [page for page in reading.pages(path) if "This plan:" in page]
    assert len(drawn) > 1
    assert len([part for part in heard.parts(path) if part.role == "Figure"]) == len(drawn)
    assert all("2026" in page and "2027" in page for page in drawn)
    assert all(reading.text(path).count(f" {n + 1}. Aim{n} ") == 3 for n in range(40))  # a lane and two rows
