"""Who takes this along? Onto her stick, read back there, and only then erased here."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp import paths
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import backups
from coachapp.storage.file import open_file
from coachapp.ui.along import sticks
from coachapp.ui.along.dialog import AlongDialog
from coachapp.ui.backups.statement import StatementDialog
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.program import Program
from coachapp.ui.window import PortfolioWindow
from tests.journeys import faults
from tests.ui.shell.finding import button, shown, words

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes a disk that Linux has")


@pytest.fixture
def stick() -> Iterator[Path]:
    with TemporaryDirectory(dir="/dev/shm", prefix="coachapp-") as place:
        yield Path(place)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with faults.small_disk(tmp_path / "small") as place:
        yield place


@pytest.fixture
def kept(plain: Path) -> Path:
    """A portfolio file with a backup."""
    with closing(open_file(plain, None)) as opened:
        backups.make(opened, "asked")
    return plain


def begin(program: Program, qtbot: QtBot, path: Path) -> PortfolioWindow:
    program.begin(path)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    return program.window


def ask(window: PortfolioWindow) -> AlongDialog:
    window.along.ask()
    return shown(AlongDialog)


def press(dialog: AlongDialog, name: str) -> None:
    QTest.mouseClick(button(name, dialog), Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, dialog: AlongDialog, text: str) -> None:
    qtbot.waitUntil(lambda: text in words(dialog), timeout=20_000)


def ended(qtbot: QtBot) -> str:
    """What the statement says."""
    qtbot.waitUntil(lambda: any(isinstance(w, StatementDialog) for w in QApplication.topLevelWidgets()))
    statement = shown(StatementDialog)
    assert statement.windowTitle() == "The portfolio was taken along"
    text = statement.text.toPlainText()
    statement.accept()
    return text


def test_it_is_on_the_stick_with_the_last_change_and_gone_here(
    program: Program, qtbot: QtBot, kept: Path, stick: Path, choose_file: Callable[[Path], None]
) -> None:
    window = begin(program, qtbot, kept)
    window.editor.apply("", edits.add(Activity(new_id(), "Not saved yet")))
    portfolio = window.editor.portfolio
    dialog = ask(window)
    press(dialog, "Another folder…")
    choose_file(stick)
    wait_for(qtbot, dialog, "All of it was read back from there.")
    assert "1 backup in" in words(dialog)
    assert kept.exists()
    press(dialog, "Erase it here")
    said = ended(qtbot)
    assert said.startswith(f"The portfolio is in {stick / kept.name}.")
    assert str(kept) in said
    assert list(kept.parent.iterdir()) == []
    assert [path for path in paths.data_dir().rglob("*.*") if path.name != "settings.ini"] == []
    with closing(open_file(stick / kept.name, None)) as taken:
        assert taken.portfolio == portfolio


def test_it_may_stay_here_too(program: Program, qtbot: QtBot, kept: Path, stick: Path) -> None:
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(stick)
    wait_for(qtbot, dialog, "All of it was read back")
    press(dialog, "Keep it here too")
    assert kept.exists()
    assert (stick / kept.name).exists()
    assert program.window


def test_what_is_on_the_stick_from_last_time_stays(
    program: Program, qtbot: QtBot, kept: Path, stick: Path
) -> None:
    (stick / kept.name).write_text("of last time")
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(stick)
    wait_for(qtbot, dialog, "All of it was read back")
    assert (stick / kept.name).read_text() == "of last time"
    assert len(list(stick.glob("*.coach"))) == 2
    press(dialog, "Keep it here too")


def test_while_it_is_written_nothing_closes_the_dialog(
    program: Program, qtbot: QtBot, kept: Path, stick: Path
) -> None:
    """Locking waits for it too."""
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(stick)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    wait_for(qtbot, dialog, "All of it was read back")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept.exists()


def test_a_full_stick_says_so_and_another_can_be_chosen(
    program: Program, qtbot: QtBot, kept: Path, small: Path, stick: Path
) -> None:
    faults.full_disk(small / "x")
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(small)
    wait_for(qtbot, dialog, "nothing was erased. The disk is full.")
    assert kept.exists()
    dialog.choose(stick)
    wait_for(qtbot, dialog, "All of it was read back")
    press(dialog, "Keep it here too")


def test_a_folder_of_this_computer_is_refused(
    program: Program, qtbot: QtBot, kept: Path, tmp_path: Path
) -> None:
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(tmp_path)
    wait_for(qtbot, dialog, "is on a disk of this computer")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert kept.exists()


def test_a_stick_that_is_pulled_out_before_the_last_word_keeps_everything_here(
    program: Program, qtbot: QtBot, kept: Path, small: Path
) -> None:
    dialog = ask(begin(program, qtbot, kept))
    dialog.choose(small)
    wait_for(qtbot, dialog, "All of it was read back")
    subprocess.run(["umount", "-l", str(small)], check=True)
    press(dialog, "Erase it here")
    wait_for(qtbot, dialog, "no longer connected")
    assert kept.exists()
    assert program.window
    dialog.reject()


def test_a_change_after_the_copy_keeps_everything_here(
    program: Program, qtbot: QtBot, kept: Path, stick: Path
) -> None:
    window = begin(program, qtbot, kept)
    dialog = ask(window)
    dialog.choose(stick)
    wait_for(qtbot, dialog, "All of it was read back")
    window.editor.apply("", edits.add(Activity(new_id(), "Too late")))
    press(dialog, "Erase it here")
    wait_for(qtbot, dialog, "Something was changed after the copy was made")
    assert kept.exists()
    dialog.reject()


def test_of_a_file_that_was_opened_on_the_stick_only_the_backups_go(
    program: Program, qtbot: QtBot, kept: Path, stick: Path, data_dir: Path
) -> None:
    there = stick / kept.name
    there.write_bytes(kept.read_bytes())
    kept.unlink()
    dialog = ask(begin(program, qtbot, there))
    press(dialog, f"It is on “{stick}” already, where it was opened")
    wait_for(qtbot, dialog, "is whole, and stays in")
    press(dialog, "Erase it here")
    assert "Removed:" in ended(qtbot)
    assert there.exists()
    assert list(data_dir.rglob("*.coach")) == []


def test_a_portfolio_in_no_file_is_saved_instead(
    open_window: Callable[[Portfolio], PortfolioWindow], portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    window.along.ask()
    shown(KeepDialog).reject()


@pytest.mark.parametrize(
    ("root", "counts"),
    [("/", False), ("/boot/efi", False), ("/home", False), ("/run/media/t/STICK", True), ("/mnt/usb", True)],
)
def test_sticks_are_told_from_what_the_system_needs(root: str, counts: bool) -> None:
    assert sticks.is_plugged_in(root, "/") is counts
