"""A locked portfolio: nothing of it on the screen, soon nothing in memory, and no change lost."""

import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QStatusBar, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from coachapp import paths
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file, keys
from coachapp.ui import autosave, idle, secrets
from coachapp.ui.choices import Choices
from coachapp.ui.inputs.text import TitleInput
from coachapp.ui.locked import LockedPage
from coachapp.ui.preferences import PreferencesDialog
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words


@pytest.fixture
def opened(program: Program, qtbot: QtBot, locked: Path) -> PortfolioWindow:
    """The window of a portfolio with a passphrase, opened as a person does."""
    program.begin(locked)
    return unlock(program, qtbot)


def unlock(program: Program, qtbot: QtBot) -> PortfolioWindow:
    page = asking(qtbot)
    QTest.keyClicks(page.field.edit, PASSPHRASE)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None)
    window = program.window
    assert window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def asking(qtbot: QtBot) -> OpeningPage:
    """The page that asks the passphrase, as soon as it is there."""
    qtbot.waitUntil(
        lambda: any(isinstance(w, OpeningPage) and w.isVisible() for w in QApplication.allWidgets())
    )
    page = shown(OpeningPage)
    qtbot.waitUntil(page.field.isVisible)
    return page


def lock(window: PortfolioWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def add(window: PortfolioWindow, title: str) -> None:
    assert window.editor.apply(f"Add “{title}”", edits.add(Activity(new_id(), title)))


def titles(path: Path) -> list[str]:
    with closing(file.open_file(path, keys.unlock(path, PASSPHRASE))) as again:
        return [activity.title for activity in again.portfolio.activities]


def lock_entry(window: PortfolioWindow) -> QAction:
    menus = window.menuBar().findChildren(QMenu)
    return next(a for menu in menus for a in menu.actions() if a.text() == "Lock the portfolio")


def test_locking_asks_the_passphrase_and_goes_on_at_the_same_page_and_place(
    program: Program, qtbot: QtBot, locked: Path
) -> None:
    program.begin(locked)
    window = unlock(program, qtbot)
    window.turn_to("goals")
    window.setGeometry(20, 60, 760, 640)  # a little smaller than the offscreen screen
    place, document = window.geometry(), weakref.ref(window.editor.document)
    add(window, "Last moment")
    lock(window)
    del window
    qtbot.waitUntil(lambda: program.start is not None)
    assert program.start
    assert program.start.windowTitle() == "CoachApp"
    asking(qtbot)
    assert "Locked. Type the passphrase to go on." in words(program.start)
    assert locked.stem not in words(program.start)
    assert [path.name for path in locked.parent.iterdir()] == [locked.name]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: document() is None)
    assert "Last moment" in titles(locked)
    window = unlock(program, qtbot)
    assert window.frame
    assert window.frame.current == "goals"
    assert window.geometry() == place


def test_a_secret_that_was_copied_goes_when_it_is_locked(
    program: Program, qtbot: QtBot, opened: PortfolioWindow
) -> None:
    secrets.copy(PASSPHRASE)
    lock(opened)
    qtbot.waitUntil(lambda: program.window is None)
    assert QApplication.clipboard().text() == ""


def test_what_is_just_being_typed_is_kept(
    program: Program, qtbot: QtBot, opened: PortfolioWindow, locked: Path
) -> None:
    opened.turn_to("goals")
    field = next(f for f in opened.findChildren(TitleInput) if f.accessibleName() == "My question")
    QTest.keyClicks(field, "What next?")
    lock(opened)
    qtbot.waitUntil(lambda: program.window is None)
    with closing(file.open_file(locked, keys.unlock(locked, PASSPHRASE))) as again:
        assert again.portfolio.question == "What next?"


@pytest.fixture
def stuck(opened: PortfolioWindow, locked: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file can't be written for now."""
    monkeypatch.setattr(autosave, "RETRIES", (50,))
    locked.chmod(0o400)
    yield
    locked.chmod(0o600)


@pytest.fixture
def hidden(qtbot: QtBot, opened: PortfolioWindow, stuck: None) -> LockedPage:
    """Locked with a change that can't be saved."""
    add(opened, "Last moment")
    lock(opened)
    page = shown(LockedPage)
    qtbot.waitUntil(lambda: "read-only" in words(page))
    return page


def test_what_is_not_saved_yet_stays_behind_a_page_that_tells_nothing(
    opened: PortfolioWindow, hidden: LockedPage, portfolio: Portfolio
) -> None:
    told = "\n".join(spoken(QAccessible.queryAccessibleInterface(opened)))
    assert "Locked" in told
    for secret in ("Last moment", "S. de Vries", portfolio.owner, portfolio.activities[0].title):
        assert secret not in told
        assert secret not in words(opened)
    assert opened.windowTitle() == "CoachApp"
    assert opened.menuBar().actions() == []
    assert not any(line.isVisible() for line in opened.findChildren(QStatusBar))
    assert not opened.acceptDrops()
    assert (opened.undo_step.text(), opened.undo_step.toolTip()) == ("Undo", "Undo")
    assert not opened.undo_step.isEnabled()
    QTest.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.editor.portfolio.activities[-1].title == "Last moment"


def spoken(node: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader can find."""
    for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield node.text(text)
    for at in range(node.childCount()):
        if child := node.child(at):
            yield from spoken(child)


def test_only_the_passphrase_shows_what_is_not_saved_yet(
    qtbot: QtBot, opened: PortfolioWindow, hidden: LockedPage
) -> None:
    QTest.keyClicks(hidden.field.edit, "something else")
    QTest.keyClick(hidden.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(hidden.notice.isVisible)
    assert opened.frame is None
    QTest.keyClicks(hidden.field.edit, PASSPHRASE)
    QTest.mouseClick(hidden.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.frame is not None)
    assert opened.editor.portfolio.activities[-1].title == "Last moment"
    assert opened.undo_step.isEnabled()
    assert opened.windowTitle() == "S. de Vries – CoachApp"


def test_as_soon_as_it_is_saved_it_goes(
    program: Program, qtbot: QtBot, opened: PortfolioWindow, hidden: LockedPage, locked: Path
) -> None:
    locked.chmod(0o600)
    qtbot.waitUntil(lambda: program.window is None)
    asking(qtbot)
    assert "Last moment" in titles(locked)


def test_what_is_said_of_a_wrong_passphrase_stays_to_be_read_though_all_is_saved_meanwhile(
    program: Program, qtbot: QtBot, opened: PortfolioWindow, hidden: LockedPage, locked: Path
) -> None:
    QTest.keyClicks(hidden.field.edit, "something else")
    QTest.keyClick(hidden.field.edit, Qt.Key.Key_Return)
    locked.chmod(0o600)
    opened.autosave.flush()
    qtbot.waitUntil(lambda: opened.autosave.is_saved)
    qtbot.waitUntil(hidden.notice.isVisible)
    assert program.window is opened
    QTest.keyClicks(hidden.field.edit, PASSPHRASE)
    QTest.keyClick(hidden.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.frame is not None)


def test_who_closes_it_unsaved_and_locked_gets_no_copy(
    qtbot: QtBot, opened: PortfolioWindow, hidden: LockedPage
) -> None:
    assert not opened.close()
    question = shown(QuestionDialog)
    assert "read-only" in words(question)
    assert "S. de Vries" not in words(question)
    assert not any("copy" in b.text() for b in question.findChildren(type(hidden.enter)))
    QTest.mouseClick(button("Go on working", question), Qt.MouseButton.LeftButton)
    assert opened.isVisible()


class Clock:
    """Goes as far as it is told; the computer's own goes on when a test machine is slow."""

    def __init__(self) -> None:
        self.now = time.time()
        self.awake = 0.0

    def pass_by(self, minutes: float, *, asleep: bool = False) -> None:
        self.now += 60 * minutes
        self.awake += 0 if asleep else 60 * minutes

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.awake


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(idle, "time", made)
    return made


def be_idle(window: PortfolioWindow, clock: Clock, minutes: float) -> None:
    """Nobody touches it; now and then it looks, as it does by itself."""
    for _half in range(round(2 * minutes)):
        clock.pass_by(0.5)
        window.lock.idle.look()


def test_nobody_at_the_computer_locks_it(
    clock: Clock, program: Program, qtbot: QtBot, opened: PortfolioWindow, choices: Choices
) -> None:
    choices.change(idle_minutes=0)
    be_idle(opened, clock, 60)
    assert program.window is opened
    choices.change(idle_minutes=5)
    opened.lock.idle.in_conversation = lambda: True
    be_idle(opened, clock, 60)
    assert program.window is opened
    opened.lock.idle.in_conversation = lambda: False
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Shift)
    assert program.window is None
    asking(qtbot)


def test_a_key_or_mouse_puts_locking_off(
    clock: Clock, program: Program, opened: PortfolioWindow, choices: Choices
) -> None:
    choices.change(idle_minutes=5)
    for _key in range(3):
        be_idle(opened, clock, 4)
        QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Shift)
    be_idle(opened, clock, 4)
    assert program.window is opened
    be_idle(opened, clock, 2)
    assert program.window is None


def test_a_computer_that_slept_wakes_up_locked(
    clock: Clock, program: Program, opened: PortfolioWindow, choices: Choices
) -> None:
    choices.change(idle_minutes=0)
    clock.pass_by(0.5, asleep=True)
    opened.lock.idle.look()
    assert program.window is opened
    clock.pass_by(2, asleep=True)
    opened.lock.idle.look()
    assert program.window is None


@pytest.fixture
def institute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks after this computer says three minutes."""
    (tmp_path / "policy.toml").write_text("idle_lock_minutes = 3")
    monkeypatch.setattr(paths, "system_policy", lambda: tmp_path / "policy.toml")


def test_what_the_institute_says_of_idle_time_holds(
    institute: None, opened: PortfolioWindow, choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices.change(idle_minutes=0)
    opened.preferences_requested.emit()
    combo = shown(PreferencesDialog).findChild(QComboBox, "idle_minutes")
    assert isinstance(combo, QComboBox)
    assert not combo.isEnabled()
    assert combo.currentText() == "3 minutes without use"
    monkeypatch.setattr(idle, "MINUTE", 0.01)
    with qtbot.waitSignal(opened.closed):
        opened.lock.idle._timer.start(10)


def test_who_uses_the_computer_alone_chooses_the_idle_time(choices: Choices, opened: PortfolioWindow) -> None:
    opened.preferences_requested.emit()
    combo = shown(PreferencesDialog).findChild(QComboBox, "idle_minutes")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "10 minutes without use"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_End)
    assert combo.currentText() == "Only when I ask for it"
    assert choices.settings.idle_minutes == 0
    shown(PreferencesDialog).accept()


@pytest.mark.parametrize("ask", ["preferences_requested", "about_requested"])
def test_open_dialogs_close_when_it_is_locked(
    program: Program, qtbot: QtBot, opened: PortfolioWindow, ask: str
) -> None:
    getattr(opened, ask).emit()
    assert shown(QDialog)
    opened.lock.start()
    assert not any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
    assert program.window is None


def test_an_open_menu_goes_when_it_is_locked(opened: PortfolioWindow, stuck: None) -> None:
    add(opened, "Last moment")
    menu = QMenu(opened)
    menu.addAction("Last moment")
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    assert QApplication.activePopupWidget() is menu
    opened.lock.start()
    assert shown(LockedPage)
    assert not menu.isVisible()


def test_a_tooltip_goes_when_it_is_locked_also_while_another_window_has_the_keyboard(
    qtbot: QtBot, opened: PortfolioWindow, stuck: None
) -> None:
    add(opened, "Last moment")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    QToolTip.showText(opened.pos(), "Last moment", opened)
    assert QToolTip.isVisible()
    opened.lock.start()
    assert shown(LockedPage)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


class Halfway(QDialog):
    """Can't be left for now."""

    def __init__(self, parent: PortfolioWindow) -> None:
        super().__init__(parent)
        self.is_done = False

    def reject(self) -> None:
        if self.is_done:
            super().reject()


def test_a_dialog_that_can_not_be_left_halfway_puts_locking_off(
    program: Program, qtbot: QtBot, opened: PortfolioWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachapp.ui.lock._AGAIN", 50)
    dialog = Halfway(opened)
    dialog.open()
    opened.lock.start()
    assert dialog.isVisible()
    assert opened.frame
    dialog.is_done = True
    qtbot.waitUntil(lambda: program.window is None)


def test_a_portfolio_without_a_passphrase_says_why_it_can_not_be_locked(
    program: Program,
    qtbot: QtBot,
    opened: PortfolioWindow,
    plain: Path,
    open_window: Callable[..., PortfolioWindow],
) -> None:
    assert lock_entry(opened).isEnabled()
    found = file.open_file(plain, None)
    for window in (open_window(found.portfolio, found), open_window(found.portfolio)):
        entry = lock_entry(window)
        assert not entry.isEnabled()
        assert "passphrase" in entry.toolTip()
        window.lock.start()
        assert window.frame
