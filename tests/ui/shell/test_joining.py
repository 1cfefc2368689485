"""Joining a copy in the window: what came in is told, what both changed is chosen, undo takes all back."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain import edits, variants
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file, keys
from coachapp.ui.joining.dialog import ChoicesDialog, JoinDialog
from coachapp.ui.joining.spot import Spot
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words


def press(name: str, within: QWidget) -> None:
    QTest.mouseClick(button(name, within), Qt.MouseButton.LeftButton)


def opened(program: Program, qtbot: QtBot, path: Path) -> PortfolioWindow:
    program.begin(path)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    return program.window


def changed(path: Path, *changes: Edit, passphrase: str | None = None) -> None:
    """What somebody does with this copy elsewhere."""
    key = keys.unlock(path, passphrase) if passphrase else None
    with closing(file.open_file(path, key)) as copy:
        document = Document(copy.portfolio)
        for edit in changes:
            document.apply("elsewhere", edit)
        copy.save(document.saved, document.portfolio, document.unsaved())


@pytest.fixture
def copy(plain: Path) -> Path:
    return Path(copyfile(plain, plain.with_name("copy.coach")))


def joined(window: PortfolioWindow, qtbot: QtBot, path: Path) -> JoinDialog:
    window.joiner.join((path,))
    dialog = shown(JoinDialog)
    qtbot.waitUntil(lambda: button("Close", dialog).isEnabled())
    return dialog


def test_what_came_in_is_told_and_saved_and_undone_in_one_step(
    program: Program, qtbot: QtBot, plain: Path, copy: Path, portfolio: Portfolio
) -> None:
    first = portfolio.activities[0]
    changed(
        copy,
        edits.add(Activity(new_id(), "Open day")),
        edits.change(Activity, [first.id], title="Other words"),
    )
    window = opened(program, qtbot, plain)
    before = window.editor.portfolio
    dialog = joined(window, qtbot, copy)
    assert "Both are joined" in words(dialog)
    qtbot.waitUntil(lambda: "“Open day” was added" in words(dialog))
    press("Close", dialog)
    assert "Open day" in [activity.title for activity in window.editor.portfolio.activities]
    assert window.autosave.is_saved
    assert window.editor.document.undo_label == "Join a copy"
    window.editor.undo()
    assert window.editor.portfolio == before
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.autosave.close()
    with closing(file.open_file(plain, None)) as again:
        assert again.portfolio == before


def test_what_is_typed_here_meanwhile_goes_along(
    program: Program, qtbot: QtBot, plain: Path, copy: Path
) -> None:
    changed(copy, edits.add(Activity(new_id(), "There")))
    window = opened(program, qtbot, plain)
    window.editor.apply("Add", edits.add(Activity(new_id(), "Here")))
    press("Close", joined(window, qtbot, copy))
    titles = {activity.title for activity in window.editor.portfolio.activities}
    assert {"Here", "There"} <= titles


def test_of_what_both_changed_one_is_chosen_side_by_side(
    program: Program, qtbot: QtBot, plain: Path, copy: Path, portfolio: Portfolio
) -> None:
    card = portfolio.placements[0]
    here, there = [cell for cell in portfolio.framework.board if cell != card.cell][:2]
    changed(copy, edits.move([card.id], there), edits.move([card.id], here), edits.move([card.id], there))
    window = opened(program, qtbot, plain)
    window.editor.apply("Move", edits.move([card.id], here))
    dialog = joined(window, qtbot, copy)
    qtbot.waitUntil(lambda: "Both copies changed this. What is right?" in words(dialog))
    framework = portfolio.framework
    assert framework.cell_title(here) in words(dialog)
    assert framework.cell_title(there) in words(dialog)
    assert len([spot for spot in dialog.findChildren(Spot) if spot.isVisible()]) == 2
    press(f"Take this: {framework.cell_title(here)}", dialog)
    assert variants.choices(window.editor.portfolio) == ()
    moved = next(p for p in window.editor.portfolio.placements if p.id == card.id)
    assert moved.cell == here
    press("Close", dialog)


def test_a_choice_can_wait_and_is_told_above_the_page(
    program: Program, qtbot: QtBot, plain: Path, copy: Path, portfolio: Portfolio
) -> None:
    first = portfolio.activities[0]
    changed(copy, edits.change(Activity, [first.id], title="There"))
    window = opened(program, qtbot, plain)
    window.editor.apply("Rename", edits.change(Activity, [first.id], title="Here"))
    press("Close", joined(window, qtbot, copy))
    assert window.frame
    qtbot.waitUntil(lambda: "1 thing was changed in two copies" in words(window))
    press("Choose…", window)
    dialog = shown(ChoicesDialog)
    assert "Here" in words(dialog)
    assert "There" in words(dialog)
    press(next(name for name in ("Keep this: Here", "Keep this: There") if _has(name, dialog)), dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert variants.choices(window.editor.portfolio) == ()


def _has(name: str, within: QWidget) -> bool:
    try:
        return bool(button(name, within))
    except StopIteration:
        return False


def test_a_file_that_was_replaced_is_joined_with_what_was_not_saved(
    program: Program, qtbot: QtBot, plain: Path, copy: Path, portfolio: Portfolio
) -> None:
    changed(copy, edits.add(Activity(new_id(), "There")))
    window = opened(program, qtbot, plain)
    copy.replace(plain)
    window.editor.apply("Add", edits.add(Activity(new_id(), "Here")))
    assert window.frame
    qtbot.waitUntil(lambda: "has replaced" in words(window))
    press("Join both…", window)
    dialog = shown(JoinDialog)
    qtbot.waitUntil(lambda: button("Close", dialog).isEnabled())
    qtbot.waitUntil(lambda: "“There” was added" in words(dialog))
    press("Close", dialog)
    window.editor.apply("Add", edits.add(Activity(new_id(), "Later")))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.autosave.close()
    with closing(file.open_file(plain, None)) as again:
        assert {"Here", "There", "Later"} <= {activity.title for activity in again.portfolio.activities}


def test_who_closes_when_the_file_was_replaced_may_join_first(
    program: Program, qtbot: QtBot, plain: Path, copy: Path
) -> None:
    changed(copy, edits.add(Activity(new_id(), "There")))
    window = opened(program, qtbot, plain)
    copy.replace(plain)
    window.editor.apply("Add", edits.add(Activity(new_id(), "Here")))
    assert not window.close()
    qtbot.waitUntil(lambda: any(isinstance(w, QuestionDialog) for w in QApplication.topLevelWidgets()))
    question = shown(QuestionDialog)
    assert "Join both, or save a copy under another name." in words(question)
    press("Join both…", question)
    dialog = shown(JoinDialog)
    qtbot.waitUntil(lambda: "“There” was added" in words(dialog))
    press("Close", dialog)
    assert window.isVisible()
    assert window.close()


def test_a_copy_with_another_passphrase_is_asked_for_it(
    program: Program, qtbot: QtBot, plain: Path, portfolio: Portfolio
) -> None:
    other = plain.with_name("other.coach")
    file.create(other, portfolio, PASSPHRASE).close()
    changed(other, edits.add(Activity(new_id(), "There")), passphrase=PASSPHRASE)
    window = opened(program, qtbot, plain)
    dialog = joined(window, qtbot, other)
    QTest.keyClicks(dialog.field.edit, "wrong")
    QTest.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "passphrase" in dialog.notice.words and dialog.enter.isEnabled())
    dialog.field.edit.clear()
    QTest.keyClicks(dialog.field.edit, PASSPHRASE)
    press("Join", dialog)
    qtbot.waitUntil(lambda: "“There” was added" in words(dialog))
    press("Close", dialog)


def test_another_portfolio_is_refused_and_nothing_changes(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    other = plain.with_name("other.coach")
    stranger = portfolios.worst()
    file.create(other, replace(stranger, id=new_id()), None).close()
    window = opened(program, qtbot, plain)
    before = window.editor.portfolio
    dialog = joined(window, qtbot, other)
    assert "two different portfolios" in dialog.notice.words
    press("Close", dialog)
    assert window.editor.portfolio is before


def test_a_copy_that_was_joined_can_be_removed(
    program: Program, qtbot: QtBot, plain: Path, copy: Path
) -> None:
    changed(copy, edits.add(Activity(new_id(), "There")))
    window = opened(program, qtbot, plain)
    dialog = joined(window, qtbot, copy)
    press("Remove the copy: all of it is here now", dialog)
    qtbot.waitUntil(lambda: not copy.exists())
    press("Close", dialog)


def test_a_copy_is_chosen_in_a_dialog(
    program: Program, qtbot: QtBot, plain: Path, copy: Path, choose_file: Callable[[Path], None]
) -> None:
    window = opened(program, qtbot, plain)
    window.joiner.ask()
    choose_file(copy)
    dialog = shown(JoinDialog)
    qtbot.waitUntil(lambda: "There was nothing new in it" in words(dialog))
    press("Close", dialog)
