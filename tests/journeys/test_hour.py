"""An hour at one table, from the first question to the plan: by pointer, and by keyboard alone.

Nine steps, twelve activities, eight notes, two goals, four actions, and the plan. Whatever is done beside
typing is counted.
"""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from coachapp.storage.file import create
from coachapp.ui import asking
from tests.journeys import screen
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, SHIFT, Hands, Key
from tests.journeys.keyboard import Keyboard
from tests.journeys.pointing import Mouse
from tests.journeys.talker import NOTE
from tests.journeys.test_main_job import PASSPHRASE, make_a_portfolio, read
from tests.portfolios import empty

ROOT: Final = Path(__file__).parents[2]

MOST_GESTURES: Final = 90
FIRST_GESTURES, FIRST_WORDS = 12, 20
NOTES: Final = {
    "Prepare": "Ik hielp een starter en dat was leuk",
    "Start": "Als ik weet wat ik kan loslaten",
    "Look back": "Ik stelde een vraag in plaats van een tip",
    "Place": "Veel ligt bij mijn eigen groep",
    "Find meaning": "Het ontwerpen geeft energie",
    "Explore": "Een andere school trekt",
    "Choose": "Morgen de teamleider bellen",
    "Close": "Het plan gaat naar de teamleider",
}
WORK: Final = {
    ("Helping students learn", "One to one"): "Meekijken met wie vastloopt",
    ("Helping students learn", "Group"): "Lesgeven biologie",
    ("Helping students learn", "School"): "Huiswerkklas",
    ("Helping students learn", "Beyond the school"): "Olympiade",
    ("Developing education", "One to one"): "Verrijking maken",
    ("Developing education", "Group"): "Practicum in het duin",
    ("Developing education", "School"): "Leerlijn onderzoeken",
    ("Developing education", "Beyond the school"): "Docentontwikkelteam",
    ("Organising education", "One to one"): "Rooster op maat",
    ("Organising education", "Group"): "Excursie",
    ("Organising education", "School"): "MR-lid",
    ("Helping colleagues learn", "One to one"): "Coaching startende docent",
}
GOALS: Final = {
    "Drie scholen proberen de leerlijn": ("Twee scholen bellen", "Rooster vrijmaken"),
    "Coachen met vragen": ("Training volgen", "Een nagesprek opnemen"),
}
AGREED: Final = "Over zes weken terugkijken"
STEPS: Final = (*NOTES, "Follow up")


class Pointer(Mouse):
    """Takes the notes where the cursor stands, and lays cards by dragging."""

    def lay_first(self, title: str, place: str) -> None:
        self.add_in(place, title)

    def turn_to_step(self, title: str) -> None:
        self.press(_step(title))

    def lay(self, work: dict[tuple[str, str], str]) -> None:
        self.press("New activity…")
        for title in work.values():
            self.write(title)
            self.key(Key.Key_Return)
        for (role, level), title in work.items():
            self.place(f"{title}, To place", f"{role}, {level}")

    def begin_goal(self) -> None:
        self.press("New goal…")

    def agree(self, text: str) -> None:
        self.press("New agreement…")
        self.enter(text)


class Keys(Keyboard):
    """Knows the few keys that the help tells of."""

    def lay_first(self, title: str, place: str) -> None:
        self.add_in(place, title)

    def turn_to_step(self, title: str) -> None:
        now = next(at for at, one in enumerate(STEPS) if _step(one).endswith(", now"))
        ahead = STEPS.index(title) - now
        for _time in range(abs(ahead)):
            self.key(Key.Key_PageDown if ahead > 0 else Key.Key_PageUp, CTRL)

    def lay(self, work: dict[tuple[str, str], str]) -> None:
        self.key(Key.Key_F6)
        self.key(Key.Key_F6)
        for (role, level), title in work.items():
            self.add_in(f"{role}, {level}", title)

    def begin_goal(self) -> None:
        self.key(Key.Key_G, CTRL)

    def agree(self, text: str) -> None:
        self.key(Key.Key_F6, SHIFT)
        self.enter(text)


def _step(title: str) -> str:
    """All that is said of the button of this step."""
    return next(said for said in screen.all_words() if said.startswith(f"Step {title}, "))


def gestures(person: Hands) -> int:
    """Clicks, drags, scrolls and keys, but for the letters that are typed."""
    return sum(count for what, count in person.done.items() if what != "texts")


@pytest.fixture
def person(request: pytest.FixtureRequest, qtbot: QtBot) -> Pointer | Keys:
    return request.param(qtbot)


both = pytest.mark.parametrize("person", [Pointer, Keys], indirect=True, ids=["pointer", "keyboard"])


@both
def test_an_hour_from_the_first_question_to_the_plan(
    person: Pointer | Keys, start: Start, home: Path, tmp_path: Path
) -> None:
    file, plan = home / "S. de Vries.coach", home / "plan.pdf"
    start()
    make_a_portfolio(person, file)
    person.turn_to("Conversations")
    person.done.clear()
    talk(person, plan)
    print(f"gestures: {gestures(person)} {dict(person.done)}")  # noqa: T201 - the figure of this journey
    person.see("Saved")
    text = read(plan)
    for words in (*WORK.values(), *GOALS, *(one for many in GOALS.values() for one in many), AGREED):
        assert words in text
    assert gestures(person) <= MOST_GESTURES


def talk(person: Pointer | Keys, plan: Path) -> None:
    person.press("Start a conversation")
    person.see("When will this conversation have been worthwhile")
    person.enlarge()
    for title, words in NOTES.items():
        person.turn_to_step(title)
        person.see(f"Step {title}, now")
        person.write(words)
        if title == "Place":
            person.lay(WORK)
        elif title == "Choose":
            choose(person)
        elif title == "Close":
            person.agree(AGREED)
    person.turn_to_step("Follow up")
    person.turn_to_step("Close")
    person.press("Make the plan…")
    person.press("Write the plan as PDF…")
    person.answer(plan)
    person.see("The plan is written")
    person.press("Back to the conversation")
    person.press("End the conversation")
    person.see("Start a conversation")


def choose(person: Pointer | Keys) -> None:
    for goal, actions in GOALS.items():
        person.begin_goal()
        for line in (goal, *actions):  # the lines follow each other
            person.enter(line)


def first(person: Pointer | Keys, title: str) -> None:
    """From the start page to the first activity on the board, by a person who knows the way."""
    person.press("New portfolio")
    person.see("The same passphrase again")
    for text in ("S. de Vries", PASSPHRASE, PASSPHRASE):
        person.enter(text)
    person.see("To place, empty")
    person.lay_first(title, "Helping students learn, Group")
    person.see(f"{title}, Helping students learn, Group")


@both
def test_the_first_activity_is_placed_within_a_dozen_gestures(
    person: Pointer | Keys, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "documents", lambda: home)
    start()
    first(person, "Lesgeven biologie")
    words = len(("S. de Vries " + PASSPHRASE + " " + PASSPHRASE + " Lesgeven biologie").split())
    print(f"gestures: {gestures(person)}, words: {words}")  # noqa: T201 - the figure of this journey
    assert gestures(person) <= FIRST_GESTURES
    assert words <= FIRST_WORDS


def test_killed_in_the_middle_of_a_note_it_goes_on(
    qtbot: QtBot, start: Start, home: Path, data_dir: Path
) -> None:
    file, today = home / "S. de Vries.coach", dt.date.today().isoformat()  # noqa: DTZ011 - as on the desk
    create(file, empty("S. de Vries"), None).close()
    typed = killed_while_typing(file, today, letters=120)
    last = typed[-1][0]
    surely = "".join(letter for at, letter in typed if at < last - 1.0)
    assert len(surely) > 60
    program = start()
    assert program.start
    program.start.open(file)
    person = Pointer(qtbot)
    person.see("Step Start, now")
    note = next(said for said in screen.all_words() if said.startswith(NOTE[:20]))
    assert NOTE.startswith(note)
    assert len(note) >= len(surely)


def killed_while_typing(file: Path, today: str, letters: int) -> list[tuple[float, str]]:
    """When which letters were typed; then it was killed without a warning."""
    command = [sys.executable, "-m", "tests.journeys.talker", str(file), today]
    typed: list[tuple[float, str]] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as talker:
        assert talker.stdout
        for line in talker.stdout:
            at, _space, letter = line.rstrip("\n").partition(" ")
            typed.append((float(at), letter))
            if len(typed) == letters:
                talker.kill()
    return typed
