"""What can keep a change from the disk, brought about for real: told, tried again, and nothing lost."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file
from coachapp.ui import autosave
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody touch an open file")


class Work(NamedTuple):
    """A portfolio that is open in a folder of its own."""

    window: PortfolioWindow
    path: Path

    @property
    def banner(self) -> str:
        assert self.window.frame
        return self.window.frame.banner.words

    def add(self, title: str = "New work", text: str = "") -> None:
        assert self.window.editor.apply("Add", edits.add(Activity(new_id(), title, description=text)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """On a stick, so to speak."""
    made = tmp_path / "stick" / "school"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def opened(open_window: Callable[..., PortfolioWindow], folder: Path, portfolio: Portfolio) -> Work:
    return opened_in(folder, open_window, portfolio)


def opened_in(folder: Path, show: Callable[..., PortfolioWindow], portfolio: Portfolio) -> Work:
    made = file.create(folder / "Work.coach", portfolio, None)
    return Work(show(made.portfolio, made), made.path)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "RETRIES", (50, 100))


def move_away(work: Work) -> Callable[[], object]:
    moved = work.path.parent.with_name("elsewhere")
    work.path.parent.rename(moved)
    return lambda: moved.rename(work.path.parent)


def rename(work: Work) -> Callable[[], object]:
    other = work.path.rename(work.path.with_name("Other.coach"))
    return lambda: other.rename(work.path)


def protect(work: Work) -> Callable[[], object]:
    work.path.chmod(0o400)
    return lambda: work.path.chmod(0o600)


def take_permission(work: Work) -> Callable[[], object]:
    work.path.parent.chmod(0o500)
    return lambda: work.path.parent.chmod(0o700)


FAULTS = [
    (move_away, "Its folder is no longer there. Look whether the stick or network drive is connected."),
    (rename, "The file is no longer in its folder."),
    (protect, "The file has been made read-only."),
    (take_permission, "You may no longer write in its folder."),
]


@pytest.mark.parametrize(("fault", "told"), FAULTS)
def test_what_keeps_a_change_from_the_disk_is_told_and_over_as_soon_as_it_is_over(
    opened: Work, qtbot: QtBot, fault: Callable[[Work], Callable[[], object]], told: str
) -> None:
    mend = fault(opened)
    opened.add()
    qtbot.waitUntil(lambda: told in opened.banner)
    assert f"Since {dt.datetime.now():%H:}" in opened.banner  # noqa: DTZ005 - what the clock on the wall says
    assert "it is tried again" in opened.banner
    assert "Not saved since" in words(opened.window.statusBar())
    mend()
    qtbot.waitUntil(lambda: opened.window.autosave.is_saved)
    assert opened.banner == ""
    assert "New work" in titles(opened.path)


def titles(path: Path) -> list[str]:
    with closing(file.open_file(path, None, read_only=True)) as found:
        return [activity.title for activity in found.portfolio.activities]


@pytest.mark.parametrize("fault", [move_away, rename, take_permission])
@pytest.mark.parametrize("closes", [False, True])
def test_a_copy_can_always_be_saved_somewhere_else(
    opened: Work, qtbot: QtBot, documents: Path, fault: Callable[[Work], Callable[[], object]], closes: bool
) -> None:
    mend = fault(opened)
    opened.add()
    qtbot.waitUntil(lambda: opened.banner != "")
    assert opened.window.frame
    if closes:
        assert not opened.window.close()
        press("Save a copy somewhere else…", shown(QuestionDialog))
    else:
        press("Save a copy somewhere else…", opened.window.frame.banner)
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(opened.window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "New work" in titles(documents / "T. Est.coach")
    assert opened.window.isVisible() != closes
    mend()


def press(words: str, within: QWidget) -> None:
    QTest.mouseClick(button(words, within), Qt.MouseButton.LeftButton)


def test_coming_back_to_the_window_tries_at_once(
    opened: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "RETRIES", (60_000,))
    mend = protect(opened)
    opened.add()
    qtbot.waitUntil(lambda: "read-only" in opened.banner)
    mend()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not opened.window.autosave.is_saved
    opened.window.activateWindow()
    qtbot.waitUntil(lambda: opened.window.autosave.is_saved)


def test_the_pauses_between_tries_grow_and_begin_anew_after_a_save(
    opened: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "RETRIES", (20, 70, 150))
    tries: list[int] = []
    opened.window.autosave.changed.connect(lambda: tries.append(opened.window.autosave._timer.interval()))
    for _time in range(2):
        tries.clear()
        mend = protect(opened)
        opened.add()
        qtbot.waitUntil(lambda: tries.count(150) > 1)
        assert [pause for pause in dict.fromkeys(tries) if pause != autosave.PAUSE] == [20, 70, 150]
        mend()
        qtbot.waitUntil(lambda: opened.window.autosave.is_saved)


def test_no_time_is_still_to_come_when_the_clock_is_set_back(opened: Work, qtbot: QtBot) -> None:
    mend = protect(opened)
    opened.add()
    qtbot.waitUntil(lambda: "Since" in opened.banner)
    now = dt.datetime.now().astimezone()
    opened.window.autosave.failed_since = now + dt.timedelta(hours=3)  # it was that late when it failed
    opened.window.autosave._saved_at = now + dt.timedelta(hours=3)
    with qtbot.waitSignal(opened.window.autosave.changed):
        opened.window.autosave.flush()
    assert opened.window.autosave.failed_since
    assert opened.window.autosave.failed_since <= dt.datetime.now().astimezone()
    assert opened.window.autosave.saved_at <= dt.datetime.now().astimezone()
    mend()
    qtbot.waitUntil(lambda: opened.window.autosave.is_saved)


@pytest.fixture
def stick(folder: Path) -> Iterator[Path]:
    """A disk of its own of 800 kB, which can be pulled out."""
    folder.rmdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=800k", "coachapp", folder.parent],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("only root may mount a disk here")
    folder.mkdir()
    yield folder
    with suppress(subprocess.CalledProcessError):
        pull_out(folder)


def pull_out(stick: Path) -> None:
    subprocess.run(["umount", "-l", stick.parent], check=True, capture_output=True)


def test_a_full_disk_is_told_and_a_copy_goes_to_another(
    open_window: Callable[..., PortfolioWindow],
    stick: Path,
    portfolio: Portfolio,
    qtbot: QtBot,
    documents: Path,
) -> None:
    work = opened_in(stick, open_window, portfolio)
    (stick / "film").write_bytes(bytes(os.statvfs(stick).f_bavail * os.statvfs(stick).f_frsize))
    for number in range(5):
        work.add(f"Work {number}", "a long text " * 400)
    qtbot.waitUntil(lambda: "The disk is full." in work.banner)
    assert "Work 4" not in titles(work.path)
    (stick / "film").unlink()
    qtbot.waitUntil(lambda: work.window.autosave.is_saved)
    assert "Work 4" in titles(work.path)


def test_a_stick_that_is_pulled_out_is_told(
    open_window: Callable[..., PortfolioWindow],
    stick: Path,
    portfolio: Portfolio,
    qtbot: QtBot,
    documents: Path,
) -> None:
    work = opened_in(stick, open_window, portfolio)
    pull_out(stick)
    work.add()
    qtbot.waitUntil(lambda: "Look whether the stick or network drive is connected." in work.banner)
    assert work.window.frame
    press("Save a copy somewhere else…", work.window.frame.banner)
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(work.window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "New work" in titles(documents / "T. Est.coach")


def test_a_disk_that_gives_errors_is_told(opened: Work, qtbot: QtBot, tmp_path: Path) -> None:
    """strace makes the system refuse what this very process writes in the file."""
    paths = ["-P", str(opened.path), "-P", f"{opened.path}-journal"]
    inject = ["-e", "trace=pwrite64", "-e", "inject=pwrite64:error=EIO", *paths]
    command = ["strace", "-f", "-o", str(tmp_path / "log"), *inject, "-p", str(os.getpid())]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        if "attached" not in (said := strace.stderr.readline()):
            pytest.skip(f"strace may not look on here: {said.strip()}")
        opened.add()
        qtbot.waitUntil(lambda: "The disk, stick or network folder gives an error." in opened.banner)
        strace.terminate()
        strace.communicate()
    qtbot.waitUntil(lambda: opened.window.autosave.is_saved)
    assert "New work" in titles(opened.path)
