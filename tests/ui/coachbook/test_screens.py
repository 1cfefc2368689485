"""A coach book never stands where the person at the table can see it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachapp.storage import coach_book
from coachapp.ui.coachbook.screens import Area, may_open, may_stay
from tests import coach_books
from tests.ui.coachbook.conftest import PASSPHRASE

LAPTOP, BEAMER = Area(0, 0, 1920, 1080), Area(1920, 0, 1280, 800)
MIRROR = Area(0, 0, 1280, 800)
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("screens", "shared", "free"),
    [
        ((LAPTOP,), (), LAPTOP),  # nothing is shared
        ((LAPTOP,), (LAPTOP,), None),
        ((LAPTOP, BEAMER), (LAPTOP,), BEAMER),
        ((LAPTOP, BEAMER), (BEAMER,), LAPTOP),
        ((LAPTOP, LAPTOP), (LAPTOP,), None),  # mirrored
        ((LAPTOP, MIRROR), (MIRROR,), None),  # mirrored by a smaller one, which shows a part
        ((LAPTOP, BEAMER), (LAPTOP, Area(1800, 0, 300, 300)), None),  # the portfolio reaches over both
        ((LAPTOP, Area(1919, 0, 1280, 800)), (LAPTOP,), None),  # one column is seen on both
    ],
)
def test_it_opens_only_on_a_screen_that_shows_nothing_of_what_is_shared(
    screens: tuple[Area, ...], shared: tuple[Area, ...], free: Area | None
) -> None:
    assert may_open(screens, shared) == free


@pytest.mark.parametrize(
    ("book", "shared", "fine"),
    [
        ((BEAMER, Area(2000, 50, 600, 600)), (LAPTOP, Area(0, 0, 900, 900)), True),
        ((BEAMER, Area(1900, 50, 600, 600)), (LAPTOP,), False),
        ((), (LAPTOP,), True),
        ((LAPTOP,), (), True),
    ],
)
def test_it_stays_only_where_no_part_of_it_is_seen(
    book: tuple[Area, ...], shared: tuple[Area, ...], fine: bool
) -> None:
    assert may_stay(book, shared) == fine


_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from coachapp import app
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.storage import coach_book, file, keys
from coachapp.ui.choices import Choices
from coachapp.ui.coachbook.screens import sight
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from tests import portfolios
from tests.shots.stage import wait

qapp = QApplication([])
choices = Choices()
look = Look(qapp, choices.settings)
program = Program(app.files(), choices, look)
held = file.create(Path(sys.argv[1]).with_name("a.coach"), portfolios.many(3), None)  # anyone can read it
program._on_opened(held)
portfolio = program.window
portfolio.resize(600, 500)
portfolio.move(10, 10)
wait()

program.desk.ask()  # by the menu of the portfolio
wait()
door = program.desk._door
assert door, "no other screen was found"
assert door.screen() is not portfolio.screen()
path = Path(sys.argv[1])
program.desk.open(coach_book.open_file(path, keys.unlock(path, sys.argv[2])))
wait()
book = program.desk.window
assert book.frame and book.isVisible()
assert book.screen() is not portfolio.screen()
assert [one.title for one in portfolio.editor.own_questions()] == ["Over loslaten"]

def put(window, x):
    # Tell it which screen it is on, as any but the offscreen system does by itself.
    window.move(x, 10)
    window.windowHandle().setScreen(qapp.screenAt(window.frameGeometry().center()))
    wait()

put(book, 10)  # to the screen that is shared
assert book.is_locked, "it is seen on the shared screen"
assert portfolio.editor.own_questions() == ()

portfolio.editor.apply("", edits.add(Activity("f" * 32, "Beside the book")))
portfolio.autosave.flush()
put(portfolio, 2100)
assert book.frame, "it does not come back"

put(book, 1500)  # half on the other screen
assert book.is_locked, "half of it is seen on the shared screen"

book.lock.idle.due.emit()  # hidden and forgotten
wait()
assert program.desk.window is None, "what is hidden does not lock"

program.desk.open(coach_book.open_file(path, keys.unlock(path, sys.argv[2])))
book = program.desk.window
put(book, 2000)
assert book.is_locked
portfolio.leaving.agreed.emit()
wait()
assert book.frame, "it does not come back when the portfolio is closed"

book.frame.show_coachee(book.editor.book.coachees[0].id)
book.frame.coachee.notes.new.click()
QTest.keyClicks(QApplication.focusWidget(), "Ze twijfelt aan Zwanenburg")
book.close()
while program.desk.window:  # it saves first
    wait(50)
print("fine")
"""


def test_beside_an_open_portfolio_it_hides_as_soon_as_both_can_be_seen_on_one_screen(tmp_path: Path) -> None:
    """And no word of it is in the portfolio or in any other file that can be read."""
    path = tmp_path / "a.coachbook"
    coach_book.create(path, coach_books.small(), PASSPHRASE).close()
    screens = [
        {"name": name, "x": area.x, "y": area.y, "width": area.width, "height": area.height}
        for name, area in (("laptop", LAPTOP), ("beamer", BEAMER))
    ]
    for screen in screens:
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path), PASSPHRASE],
        cwd=ROOT,
        env=os.environ | dict.fromkeys(_HOMES, str(tmp_path)) | _surroundings(config),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.stdout.strip() == "fine", done.stderr
    files = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert b"Beside the book" in files[tmp_path / "a.coach"]
    words = ("Zwanenburg", "Roos D.", "Lijkt moe", "Over loslaten")
    assert not [(one, word) for one, whole in files.items() for word in words if word.encode() in whole]
    assert any(one.name.endswith(".coachbook") and one.parent != tmp_path for one in files), "no backup"


def _surroundings(config: Path) -> dict[str, str]:
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(ROOT)}
