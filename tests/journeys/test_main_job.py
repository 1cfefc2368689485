"""The main job from the start page to the printed plan and back, as three people do it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.hands import Hands
from tests.journeys.keyboard import Keyboard
from tests.journeys.pointing import Clicks, Mouse
from tests.report import reading

LIST = Path(__file__).parents[1] / "data" / "lists" / "jaartaak-vo-cp1252.csv"
PASSPHRASE = "vier losse woorden samen"

GROUP = "Helping students learn, Group"
SECTION = "Developing education, School"
REGION = "Developing education, Beyond the school"
COUNCIL = "Organising education, School"
COLLEAGUES = "Helping colleagues learn, One to one"
TEAM = "Helping colleagues learn, School"
PLACED = {
    "Lesgeven biologie": GROUP,
    "Leerlijn onderzoeken": SECTION,
    "Docentontwikkelteam": REGION,
    "MR-lid": COUNCIL,
    "Coaching startende docent": COLLEAGUES,
}
SAMPLE = "Run a homework class for the whole school"
GOALS = ("De leerlijn met drie scholen delen", "Sterker differentieren in 3 vwo")
AIMS = ("Leerlijn onderzoeken", "Lesgeven biologie")
ACTIONS = ("Twee scholen bellen", "Lesbezoek bij een collega")


@pytest.fixture
def person(request: pytest.FixtureRequest, qtbot: QtBot) -> Hands:
    return request.param(qtbot)


@pytest.mark.parametrize(
    "person", [Mouse, Keyboard, Clicks], indirect=True, ids=["mouse", "keyboard", "clicks"]
)
def test_a_teacher_goes_from_her_list_to_a_plan(
    person: Hands, start: Start, home: Path, tmp_path: Path
) -> None:
    file, plan = home / "S. de Vries.coach", home / "plan.pdf"
    start()
    make_a_portfolio(person, file)
    take_the_list(person)
    fill_the_board(person)
    say_what_it_means(person)
    draw_ambitions(person)
    set_goals(person)
    write_the_plan(person, plan)
    person.close()
    assert is_locked(file)
    come_back(person, file)


def make_a_portfolio(person: Hands, file: Path) -> None:
    person.see("See your work, choose where to grow")
    person.press("New portfolio")
    person.fill("Name or alias", "S. de Vries")
    person.press("Secondary education")
    person.fill("Passphrase", PASSPHRASE)
    person.fill("The same passphrase again", PASSPHRASE)
    person.press("Another place…")
    person.answer(file)
    person.see(file.name)
    person.press("Make the portfolio")
    person.see("To place, empty")
    person.enlarge()


def take_the_list(person: Hands) -> None:
    person.bring_list(LIST)
    person.see("Take 12 of 12 lines")
    person.see("Totaal: A total")
    person.untick("Excursie Naturalis")
    person.press("Take 11 of 12 lines")
    person.see("To place, 11 activities")
    assert not person.sees("Excursie Naturalis")


def fill_the_board(person: Hands) -> None:
    for title, cell in PLACED.items():
        person.place(title, cell)
        person.see(f"{title}, {cell}")
    person.add_to_tray("Natuurclub na schooltijd")
    person.see("Natuurclub na schooltijd, To place")
    person.add_in(TEAM, "Lesideeen delen")
    person.see(f"Lesideeen delen, {TEAM}")
    person.place_too(f"Leerlijn onderzoeken, {SECTION}", TEAM)
    person.see(f"{TEAM}, 2 activities")
    person.see(f"Leerlijn onderzoeken, {SECTION}")
    person.place("Deskundigheidsbevordering", "My own learning")
    person.place("Duurzame inzetbaarheid", "Off the board")
    person.see("Deskundigheidsbevordering, My own learning")
    person.see("Duurzame inzetbaarheid, Off the board")


def say_what_it_means(person: Hands) -> None:
    person.look_at("MR-lid")
    person.press("Energy: Costs energy")
    person.press("Recognised by: By colleagues")
    person.press("Recognised by: Formally")
    person.see(f"MR-lid, {COUNCIL}, doing now, costs energy, recognised by colleagues, formally")
    person.look_at("Helping students learn, School")
    person.see(f"{SAMPLE}.")
    person.press(f"I do this too: {SAMPLE}.")
    person.see(f"{SAMPLE}, Helping students learn, School")


def draw_ambitions(person: Hands) -> None:
    person.wish(f"Leerlijn onderzoeken, {SECTION}", REGION)
    person.see(f"ambition: to {REGION}")
    person.see("Remove this ambition")
    person.wish("Lesgeven biologie", GROUP)
    person.see("ambition: deepen it here")


def set_goals(person: Hands) -> None:
    person.turn_to("Goals")
    for goal, ambition, action in zip(GOALS, AIMS, ACTIONS, strict=True):
        person.write_into("New goal…", goal)
        person.see(goal)
        person.choose("Ambition", ambition)
        person.write_into("New action…", action)
        person.see(action)
        person.press("Who: School leaders")


def write_the_plan(person: Hands, path: Path) -> None:
    person.turn_to("Plan")
    person.press("Write the plan as PDF…")
    person.answer(path)
    person.see("The plan is written: plan.pdf")
    text = read(path)
    for title in (*PLACED, SAMPLE, *GOALS, *ACTIONS):
        assert title in text


def is_locked(file: Path) -> bool:
    """Nothing that was typed can be read in it, and SQLite takes it for no database of its own."""
    content = file.read_bytes()
    return b"SQLite" not in content and all(
        word not in content for word in (b"MR-lid", b"Vries", b"leerlijn")
    )


def come_back(person: Hands, file: Path) -> None:
    person.see("See your work")
    person.press(f"Open {file.name}")
    person.write_into("Passphrase", PASSPHRASE)
    person.see(f"MR-lid, {COUNCIL}, doing now, costs energy, recognised by colleagues, formally")
    person.see(f"Leerlijn onderzoeken, {SECTION}, doing now, ambition: to {REGION}")
    person.see("Duurzame inzetbaarheid, Off the board")
    person.turn_to("Goals")
    person.see("Twee scholen bellen")
    person.close()


def read(pdf: Path) -> str:
    with reading.opened(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
