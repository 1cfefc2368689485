"""What was shared: the list of what left, and a copy for the coach that goes out and comes back."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Note, Portfolio, Shared
from coachapp.domain.values import new_id
from coachapp.packs import sample
from coachapp.storage import file, keys
from coachapp.ui.exporting.dialog import ExportDialog
from coachapp.ui.joining.dialog import JoinDialog
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.program import Program
from coachapp.ui.shared.dialog import HandOverDialog
from coachapp.ui.shared.page import SharedPage
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

COPY_PASSPHRASE = "een andere zin voor haar"
SPACE, TAB, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def portfolio() -> Portfolio:
    return replace(sample.portfolio("en"), shared=())


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow], locked: Path) -> PortfolioWindow:
    store = file.open_file(locked, keys.unlock(locked, PASSPHRASE))
    made = open_window(store.portfolio, store)
    made.turn_to("shared")
    return made


def press(name: str, within: QWidget) -> None:
    QTest.mouseClick(button(name, within), Qt.MouseButton.LeftButton)


def page(window: PortfolioWindow) -> SharedPage:
    assert window.frame
    found = window.frame.pages["shared"]
    assert isinstance(found, SharedPage)
    return found


def filled(window: PortfolioWindow) -> HandOverDialog:
    """For K. Oach, without the first activity, with a passphrase typed twice."""
    press("Make a copy for my coach…", page(window))
    dialog = shown(HandOverDialog)
    dialog.whom.reader.selectAll()
    QTest.keyClicks(dialog.whom.reader, "K. Oach")
    dialog.choosing.list.setCurrentRow(0)
    QTest.keyClick(dialog.choosing.list, SPACE)
    for field in (dialog.terms.lock.first, dialog.terms.lock.second):
        QTest.keyClicks(field.edit, COPY_PASSPHRASE)
    return dialog


def made(window: PortfolioWindow, qtbot: QtBot, dialog: HandOverDialog) -> Path:
    press("Make the copy", dialog)
    qtbot.waitUntil(lambda: "The copy is in “" in words(dialog))
    path = dialog.terms.place.path
    press("Close", dialog)
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    return path


def written_in(path: Path, *changes: edits.Edit) -> Portfolio:
    """What the coach does at another table; returns the copy as it was."""
    with closing(file.open_file(path, keys.unlock(path, COPY_PASSPHRASE))) as copy:
        document = Document(copy.portfolio)
        for change in changes:
            document.apply("elsewhere", change)
        copy.save(document.saved, document.portfolio, document.unsaved())
        return copy.portfolio


def test_a_copy_goes_out_is_listed_and_comes_back(
    window: PortfolioWindow, qtbot: QtBot, choose_file: Callable[[Path], None]
) -> None:
    whole = window.editor.portfolio
    path = made(window, qtbot, filled(window))
    (left,) = window.editor.portfolio.shared
    assert (left.kind, left.reader, left.name) == ("copy", "K. Oach", path.name)
    assert left.size == path.stat().st_size
    assert left.content.startswith(f"{len(whole.activities) - 1} activities, ")
    assert left.content.endswith("; without energy, hours")
    assert path.name in words(page(window))
    copy = written_in(path, edits.add(Note(new_id(), "Well said")))
    assert len(copy.activities) == len(whole.activities) - 1
    assert whole.activities[0].title not in {activity.title for activity in copy.activities}
    press("Take back what was written…", page(window))
    choose_file(path)
    qtbot.waitUntil(lambda: any(isinstance(w, JoinDialog) and w.field.isVisible() for w in _dialogs()))
    dialog = shown(JoinDialog)
    QTest.keyClicks(dialog.field.edit, COPY_PASSPHRASE)
    press("Join", dialog)
    qtbot.waitUntil(lambda: "Both are joined" in words(dialog))
    press("Close", dialog)
    after = window.editor.portfolio
    assert after.activities == whole.activities
    assert "Well said" in {note.text for note in after.notes}
    assert "What was written in it came back on" in words(page(window))
    window.editor.undo()
    assert window.editor.portfolio.notes == whole.notes
    qtbot.waitUntil(lambda: window.autosave.is_saved)


def _dialogs() -> list[QWidget]:
    return [widget for widget in QApplication.allWidgets() if widget.isVisible()]


def test_what_goes_is_told_while_it_is_ticked(window: PortfolioWindow, qtbot: QtBot) -> None:
    goal = window.editor.portfolio.goals[0]
    press("Make a copy for my coach…", page(window))
    dialog = shown(HandOverDialog)
    assert f"– {goal.title}" in words(dialog.preview)
    QTest.keyClick(dialog.choosing.boxes["goals"], SPACE)
    assert goal.title not in words(dialog.preview)
    press("Tick none", dialog)
    assert "Nothing yet. Tick what may go." in words(dialog.preview)
    reflections = window.editor.portfolio.reflections
    QTest.keyClick(dialog.choosing.boxes["reflections"], SPACE)
    about_none = [one for one in reflections if not one.activity_id]
    assert (f"{len(about_none)} reflection" in words(dialog.preview)) == bool(about_none)
    press("Tick all", dialog)
    assert f"{len(reflections)} reflections:" in words(dialog.preview)
    dialog.reject()


def test_a_weak_passphrase_and_the_portfolios_own_are_refused(window: PortfolioWindow, qtbot: QtBot) -> None:
    dialog = filled(window)
    for field in (dialog.terms.lock.first, dialog.terms.lock.second):
        field.edit.clear()
        QTest.keyClicks(field.edit, "abc")
    press("Make the copy", dialog)
    assert not dialog.bar.isVisible()
    for field in (dialog.terms.lock.first, dialog.terms.lock.second):
        field.edit.clear()
        QTest.keyClicks(field.edit, PASSPHRASE)
    press("Make the copy", dialog)
    qtbot.waitUntil(lambda: "This is the passphrase of the portfolio itself" in words(dialog))
    assert not dialog.terms.place.path.exists()
    assert window.editor.portfolio.shared == ()
    dialog.reject()


def test_it_goes_by_keyboard_alone(window: PortfolioWindow, qtbot: QtBot) -> None:
    make = button("Make a copy for my coach…", page(window))
    make.setFocus()
    QTest.keyClick(make, ENTER)
    dialog = shown(HandOverDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.whom.reader.hasFocus)
    QTest.keyClicks(dialog.whom.reader, "K. Oach")
    met = []
    while (focused := QApplication.focusWidget()) is not dialog.terms.lock.first.edit:
        assert focused
        met.append(focused)
        QTest.keyClick(focused, TAB)
    assert len(set(met)) == len(met)
    QTest.keyClicks(dialog.terms.lock.first.edit, COPY_PASSPHRASE)
    QTest.keyClick(dialog.terms.lock.first.edit, ENTER)
    QTest.keyClicks(dialog.terms.lock.second.edit, COPY_PASSPHRASE)
    QTest.keyClick(dialog.terms.lock.second.edit, ENTER)
    qtbot.waitUntil(lambda: "The copy is in" in words(dialog))
    qtbot.waitUntil(dialog.cancel.hasFocus)
    QTest.keyClick(dialog.cancel, ENTER)
    assert [left.kind for left in window.editor.portfolio.shared] == ["copy"]


def test_it_can_be_stopped_and_then_nothing_is_there(window: PortfolioWindow, qtbot: QtBot) -> None:
    dialog = filled(window)
    press("Make the copy", dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: "Stopped. Nothing was written." in words(dialog))
    assert not dialog.terms.place.path.exists()
    assert window.editor.portfolio.shared == ()
    dialog.reject()


def test_an_alias_stands_in_the_copy_and_stays_there(window: PortfolioWindow, qtbot: QtBot) -> None:
    dialog = filled(window)
    dialog.whom.owner.selectAll()
    QTest.keyClicks(dialog.whom.owner, "Sam")
    path = made(window, qtbot, dialog)
    assert written_in(path).owner == "Sam"
    assert window.editor.portfolio.owner != "Sam"


def test_plans_and_exports_are_listed_by_themselves(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.turn_to("plan")
    assert window.frame
    plan = window.frame.pages["plan"]
    assert isinstance(plan, PlanPage)
    plan.write_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(lambda: bool(window.editor.portfolio.shared), timeout=30_000)
    window.turn_to("shared")
    press("Export everything…", page(window))
    dialog = shown(ExportDialog)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    chooser = shown(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "all.zip"))
    chooser.close()
    qtbot.waitUntil(lambda: "Made “all.zip”" in words(dialog))
    dialog.reject()
    plan_row, export_row = window.editor.portfolio.shared
    assert [(left.kind, left.name) for left in (plan_row, export_row)] == [
        ("plan", "plan.pdf"),
        ("export", "all.zip"),
    ]
    assert hashlib.sha256((tmp_path / "plan.pdf").read_bytes()).hexdigest() == plan_row.digest
    rows = page(window).rows
    press("Save this plan again…", rows.widget(plan_row.id))
    again = shown(QFileDialog)
    again.fileSelected.emit(str(tmp_path / "again.pdf"))
    again.close()
    qtbot.waitUntil((tmp_path / "again.pdf").is_file)
    qtbot.waitUntil(lambda: (tmp_path / "again.pdf").read_bytes() == (tmp_path / "plan.pdf").read_bytes())
    qtbot.waitUntil(lambda: rows.widget(export_row.id).y() < rows.widget(plan_row.id).y())


def test_for_whom_it_was_can_be_written_down_afterwards(window: PortfolioWindow) -> None:
    left = Shared(new_id(), "plan", "2026-11-20", name="plan.pdf", expires_on="2026-11-21")
    window.editor.apply("List", edits.add(left))
    assert "The agreed day is past. You can ask whether it has been removed." in words(page(window))
    reader = page(window).rows.widget(left.id).findChildren(QLineEdit)[0]
    assert (reader.accessibleName(), reader.accessibleDescription()) == ("For whom", "plan.pdf")
    QTest.keyClicks(reader, "team leader")
    QTest.keyClick(reader, ENTER)
    assert window.editor.portfolio.shared[0].reader == "team leader"


def test_who_may_only_look_makes_no_copy(open_window: Callable[..., PortfolioWindow], locked: Path) -> None:
    store = file.open_file(locked, keys.unlock(locked, PASSPHRASE), read_only=True)
    window = open_window(store.portfolio, store, read_only=True)
    window.turn_to("shared")
    texts = {b.text() for b in page(window).findChildren(type(button("Where is all this?", page(window))))}
    assert not texts & {"Make a copy for my coach…", "Take back what was written…", "Erase this portfolio…"}


def test_a_guest_reads_that_it_must_be_in_a_file_first(open_window: Callable[..., PortfolioWindow]) -> None:
    window = open_window(sample.portfolio("en"))
    window.turn_to("shared")
    assert "Once this is saved as a portfolio, a copy can be handed over." in words(page(window))


def test_who_opens_the_copy_after_the_agreed_day_is_told_kindly(
    window: PortfolioWindow, program: Program, qtbot: QtBot
) -> None:
    dialog = filled(window)
    dialog.terms.expires.selectAll()
    QTest.keyClicks(dialog.terms.expires, "2020-01-31")
    path = made(window, qtbot, dialog)
    window.leaving.agreed.emit()
    program.begin(path)
    field = next(w for w in _waiting(qtbot) if w.isVisible())
    QTest.keyClicks(field, COPY_PASSPHRASE)
    QTest.keyClick(field, ENTER)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    assert "It was agreed that this copy would be removed by now." in words(program.window)
    program.window.turn_to("shared")
    assert "This is a copy of chosen parts" in words(program.window)
    assert button("Erase this copy…", program.window).isEnabled()


def _waiting(qtbot: QtBot) -> Iterator[QLineEdit]:
    def fields() -> list[QLineEdit]:
        every = (w for w in QApplication.allWidgets() if isinstance(w, QLineEdit) and w.isVisible())
        return [w for w in every if w.echoMode() == QLineEdit.EchoMode.Password]

    qtbot.waitUntil(lambda: bool(fields()))
    return iter(fields())
