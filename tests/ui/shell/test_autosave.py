"""What is on the screen is in the file within a second, or the window says that it isn't."""

import errno
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.history import Made
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file
from coachapp.storage.faults import FileReplaced, SaveFailed
from coachapp.storage.portfolio_form import PORTFOLIO
from coachapp.ui import autosave
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words

OpenWindow = Callable[..., PortfolioWindow]


class Stick:
    """A file on a memory stick that can be pulled out."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.path, self.kept_as, self.form = Path("stick.coach"), portfolio.id, PORTFOLIO
        self.portfolio = portfolio
        self.read_only = self.encrypted = False
        self.why_read_only = None
        self.fault: type[SaveFailed | FileReplaced] | None = None
        self.saved: list[Portfolio] = []
        self.is_open = True
        self.may_write = threading.Event()
        self.may_write.set()

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None:  # noqa: ARG002
        self.may_write.wait(5)
        if self.fault:
            raise self.fault(name=self.path.name, reason="The stick is gone.")
        assert before is (self.saved[-1] if self.saved else self.portfolio)
        self.saved.append(after)

    def copy_to(self, path: Path) -> None:
        raise OSError(errno.ENODEV, path)

    def close(self) -> None:
        self.is_open = False


@pytest.fixture
def stick(portfolio: Portfolio) -> Stick:
    return Stick(portfolio)


def add(window: PortfolioWindow, title: str) -> None:
    assert window.editor.apply(f"Add “{title}”", edits.add(Activity(new_id(), title)))


def titles(portfolio: Portfolio) -> list[str]:
    return [activity.title for activity in portfolio.activities]


def test_a_change_is_in_the_file_within_a_second(open_window: OpenWindow, qtbot: QtBot, plain: Path) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    add(window, "New work")
    begin = time.monotonic()
    qtbot.waitUntil(lambda: window.autosave.is_saved, timeout=2000)
    assert time.monotonic() - begin < 1
    assert "Saved · " in words(window.statusBar())
    with closing(file.open_file(plain, None, read_only=True)) as again:
        assert "New work" in titles(again.portfolio)


def test_saving_is_not_put_off_while_changes_go_on(
    open_window: OpenWindow, qtbot: QtBot, stick: Stick
) -> None:
    window = open_window(stick.portfolio, stick)
    for n in range(40):
        add(window, f"Work {n}")
        qtbot.wait(20)
        if stick.saved:
            break
    assert stick.saved
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert stick.saved[-1] is window.editor.portfolio


def test_a_burst_of_changes_is_one_save(open_window: OpenWindow, qtbot: QtBot, stick: Stick) -> None:
    window = open_window(stick.portfolio, stick)
    for n in range(20):
        add(window, f"Work {n}")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert len(stick.saved) == 1


def test_what_is_changed_while_a_slow_save_is_under_way_follows_it(
    open_window: OpenWindow, qtbot: QtBot, stick: Stick
) -> None:
    window = open_window(stick.portfolio, stick)
    stick.may_write.clear()
    for n in range(3):
        add(window, f"Work {n}")
        window.autosave.flush()
    stick.may_write.set()
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert [len(saved.activities) - len(stick.portfolio.activities) for saved in stick.saved] == [1, 3]


@pytest.mark.parametrize("fault", [SaveFailed, FileReplaced])
def test_a_save_that_fails_is_told_with_the_time_and_tried_again(
    open_window: OpenWindow,
    qtbot: QtBot,
    stick: Stick,
    monkeypatch: pytest.MonkeyPatch,
    fault: type[SaveFailed | FileReplaced],
) -> None:
    monkeypatch.setattr(autosave, "RETRIES", (50,))
    window = open_window(stick.portfolio, stick)
    stick.fault = fault
    add(window, "New work")
    assert window.frame
    qtbot.waitUntil(window.frame.banner.isVisible)
    assert "stick.coach" in window.frame.banner.words
    assert "Since " in window.frame.banner.words
    assert "Not saved since" in words(window.statusBar())
    stick.fault = None
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert not window.frame.banner.isVisible()


def test_undo_is_saved_too(open_window: OpenWindow, qtbot: QtBot, stick: Stick) -> None:
    window = open_window(stick.portfolio, stick)
    add(window, "New work")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.undo_step.trigger()
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert "New work" not in titles(stick.saved[-1])


def test_closing_saves_what_was_just_changed(open_window: OpenWindow, qtbot: QtBot, plain: Path) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    add(window, "Last moment")
    with qtbot.waitSignal(window.closed):
        window.close()
    with closing(file.open_file(plain, None)) as again:
        assert "Last moment" in titles(again.portfolio)


def test_closing_without_changes_asks_nothing(open_window: OpenWindow, stick: Stick) -> None:
    window = open_window(stick.portfolio, stick)
    assert window.close()
    assert not stick.is_open


def answered(answer: str) -> None:
    QTest.mouseClick(button(answer, shown(QuestionDialog)), Qt.MouseButton.LeftButton)


def test_what_can_not_be_saved_is_not_lost_by_closing(
    open_window: OpenWindow, qtbot: QtBot, plain: Path, documents: Path
) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    plain.unlink()
    add(window, "New work")
    assert not window.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(QuestionDialog)))
    answered("Go on working")
    assert window.isVisible()
    assert not window.close()
    answered("Save a copy somewhere else…")
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    with closing(file.open_file(documents / "T. Est.coach", None)) as copy:
        assert "New work" in titles(copy.portfolio)


def test_who_wants_to_leave_the_last_changes_behind_may(
    open_window: OpenWindow, qtbot: QtBot, stick: Stick
) -> None:
    window = open_window(stick.portfolio, stick)
    stick.fault = SaveFailed
    add(window, "New work")
    window.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(QuestionDialog)))
    with qtbot.waitSignal(window.closed):
        answered("Close without the last changes")


def test_a_guest_hears_that_the_work_will_be_gone_and_can_still_save_it(
    open_window: OpenWindow, qtbot: QtBot, portfolio: Portfolio, documents: Path
) -> None:
    window = open_window(portfolio)
    add(window, "New work")
    assert not window.close()
    assert "everything in it is gone" in words(shown(QuestionDialog))
    answered("Save as portfolio…")
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    with closing(file.open_file(documents / "T. Est.coach", None)) as kept:
        assert "New work" in titles(kept.portfolio)


def test_a_guest_can_make_a_plan_first(open_window: OpenWindow, portfolio: Portfolio) -> None:
    window = open_window(portfolio)
    add(window, "New work")
    window.close()
    answered("Make a plan first")
    assert window.frame
    assert window.frame.current == "plan"


def test_a_guest_who_keeps_nothing_just_closes(
    open_window: OpenWindow, qtbot: QtBot, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    add(window, "New work")
    window.close()
    with qtbot.waitSignal(window.closed):
        answered("Close, nothing to keep")


def test_a_guest_who_saves_goes_on_in_the_file(
    open_window: OpenWindow, qtbot: QtBot, portfolio: Portfolio, documents: Path
) -> None:
    window = open_window(portfolio)
    window.keep()
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "T. Est – CoachApp"
    add(window, "Later work")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.close()
    with closing(file.open_file(documents / "T. Est.coach", None)) as kept:
        assert "Later work" in titles(kept.portfolio)
