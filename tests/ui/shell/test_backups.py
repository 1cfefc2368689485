"""Backups are made by themselves, and one can go back to them."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.retention import Backup
from coachapp.domain.values import new_id
from coachapp.storage import backup_folder, backups, keys, looking_back
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.ui.backups.going_back import GoBackDialog
from coachapp.ui.backups.reminding import Reminder, in_a_year, is_due
from coachapp.ui.backups.whereabouts import WhereaboutsDialog
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

OpenWindow = Callable[..., PortfolioWindow]
YESTERDAY = (dt.datetime.now() - dt.timedelta(days=1)).replace(second=0, microsecond=0)  # noqa: DTZ005


@pytest.fixture
def opened(locked: Path) -> PortfolioFile:
    return open_file(locked, keys.unlock(locked, PASSPHRASE))


def found(file: PortfolioFile) -> tuple[Backup, ...]:
    return backup_folder.found(backup_folder.folder(file.portfolio.id))


def back_up_with_two_keys(opened: PortfolioFile) -> None:
    """By her wish with the old passphrase, before joining with the new."""
    backups.make(opened, "asked")
    assert opened.key
    opened.change_key(keys.derive("een nieuwe wachtzin", opened.key.salt))
    backups.make(opened, "merge")


def titles(path: Path) -> list[str]:
    return [a.title for a in looking_back.portfolio(path, None, PASSPHRASE).activities]


def add(window: PortfolioWindow, title: str) -> None:
    assert window.editor.apply(f"Add “{title}”", edits.add(Activity(new_id(), title)))


def choose_in_file_menu(window: PortfolioWindow, name: str) -> None:
    entry(window, name).trigger()


def entry(window: PortfolioWindow, name: str) -> QAction:
    return next(action for action in file_menu(window).actions() if action.text() == name)


def file_menu(window: PortfolioWindow) -> QMenu:
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    return menu


def close(window: PortfolioWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed, timeout=5000):
        window.close()


def test_closing_after_a_change_leaves_a_backup_with_it(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    window = open_window(opened.portfolio, opened)
    add(window, "New work")
    close(window, qtbot)
    (one,) = found(opened)
    assert (one.reason, one.made.date()) == ("day", dt.date.today())  # noqa: DTZ011
    assert "New work" in titles(one.path)


def test_looking_only_leaves_none_and_a_second_closing_of_a_day_makes_no_second(
    open_window: OpenWindow, locked: Path, qtbot: QtBot
) -> None:
    for changes, backups_then in ((0, 0), (1, 1), (1, 1)):
        opened = open_file(locked, keys.unlock(locked, PASSPHRASE))
        window = open_window(opened.portfolio, opened)
        for _turn in range(changes):
            add(window, "New work")
        close(window, qtbot)
        assert len(found(opened)) == backups_then


def test_the_first_change_of_a_day_catches_up_with_the_work_of_an_earlier_day(
    open_window: OpenWindow, locked: Path, qtbot: QtBot
) -> None:
    os.utime(locked, (YESTERDAY.timestamp(), YESTERDAY.timestamp()))
    opened = open_file(locked, keys.unlock(locked, PASSPHRASE))
    window = open_window(opened.portfolio, opened)
    add(window, "Work of today")
    qtbot.waitUntil(lambda: len(found(opened)) == 1)
    assert found(opened)[0].made == YESTERDAY
    close(window, qtbot)
    today, yesterday = found(opened)
    assert "Work of today" in titles(today.path)
    assert "Work of today" not in titles(yesterday.path)


def test_a_backup_that_can_not_be_made_is_a_calm_message_and_work_goes_on(
    open_window: OpenWindow, locked: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a file").touch()
    backup_folder.use(backup_folder.Place(tmp_path / "a file"))
    os.utime(locked, (YESTERDAY.timestamp(), YESTERDAY.timestamp()))
    opened = open_file(locked, keys.unlock(locked, PASSPHRASE))
    window = open_window(opened.portfolio, opened)
    add(window, "New work")
    qtbot.waitUntil(lambda: "No backup could be made" in words(window))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    close(window, qtbot)
    assert "New work" in titles(locked)


def test_going_back_shows_the_board_and_the_differences_first_and_can_be_undone(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    then = opened.portfolio
    backups.make(opened, "asked")
    window = open_window(then, opened)
    add(window, "New work")
    now = window.editor.portfolio
    choose_in_file_menu(window, "Go back to…")
    dialog = shown(GoBackDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.preview.list.item(0).text() == "“New work” was added."
    assert "Since then 1 thing has changed" in words(dialog)
    assert "by your wish" in dialog.list.item(0).text()
    assert window.editor.portfolio == now
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.editor.portfolio == then)
    assert "Undo takes you back" in words(window)
    kept = next(one for one in found(opened) if one.reason == "go-back")
    assert "New work" in titles(kept.path)
    window.undo_step.trigger()
    assert window.editor.portfolio == now
    close(window, qtbot)


def test_what_is_as_it_was_then_offers_nothing_to_go_back_to(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    backups.make(opened, "asked")
    window = open_window(opened.portfolio, opened)
    choose_in_file_menu(window, "Go back to…")
    dialog = shown(GoBackDialog)
    qtbot.waitUntil(lambda: "Nothing has changed since" in words(dialog))
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    close(window, qtbot)


def test_without_backups_it_says_when_the_first_one_comes(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    window = open_window(opened.portfolio, opened)
    choose_in_file_menu(window, "Go back to…")
    dialog = shown(GoBackDialog)
    qtbot.waitUntil(lambda: "no backup yet" in words(dialog))
    dialog.reject()
    close(window, qtbot)


def test_a_backup_with_an_older_passphrase_asks_for_it(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    back_up_with_two_keys(opened)
    window = open_window(opened.portfolio, opened)
    add(window, "New work")
    choose_in_file_menu(window, "Go back to…")
    dialog = shown(GoBackDialog)
    qtbot.waitUntil(lambda: dialog.list.count() > 1)
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert ["needs another passphrase" in line for line in lines] == [
        "by your wish" in line for line in lines
    ]
    dialog.list.setCurrentRow(next(row for row, line in enumerate(lines) if "by your wish" in line))
    qtbot.waitUntil(dialog.field.isVisible)
    assert "another passphrase, such as an older one" in words(dialog)
    for typed, says in (("iets anders", "doesn't open"), (PASSPHRASE, "Since then 1 thing")):
        dialog.field.edit.setFocus()
        dialog.field.edit.selectAll()
        QTest.keyClicks(dialog.field.edit, typed)
        QTest.keyClick(dialog.field.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda says=says: says in words(dialog))
    assert dialog.go.isEnabled()
    dialog.reject()
    close(window, qtbot)


def test_where_it_all_is_marks_what_needs_an_older_passphrase(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    back_up_with_two_keys(opened)
    window = open_window(opened.portfolio, opened)
    choose_in_file_menu(window, "Where is all this?")
    dialog = shown(WhereaboutsDialog)
    qtbot.waitUntil(lambda: "needs another passphrase" in words(dialog))
    (marked,) = (line for line in words(dialog).split("\n") if "needs another passphrase" in line)
    assert "by your wish" in marked
    dialog.accept()
    close(window, qtbot)


def test_where_it_all_is_lists_the_file_and_its_backups_and_makes_one(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot, locked: Path
) -> None:
    window = open_window(opened.portfolio, opened)
    choose_in_file_menu(window, "Where is all this?")
    dialog = shown(WhereaboutsDialog)
    qtbot.waitUntil(lambda: "There is no backup yet" in words(dialog))
    assert locked.name in words(dialog)
    assert "can't know of copies elsewhere" in words(dialog)
    QTest.mouseClick(button("Make a backup now", dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is a backup now" in words(window))
    (one,) = found(opened)
    choose_in_file_menu(window, "Where is all this?")
    dialog = shown(WhereaboutsDialog)
    qtbot.waitUntil(lambda: one.path.name in words(dialog))
    dialog.reject()
    close(window, qtbot)


def test_the_day_to_be_asked_is_typed_there_and_undone_like_anything_else(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot
) -> None:
    window = open_window(opened.portfolio, opened)
    choose_in_file_menu(window, "Where is all this?")
    dialog = shown(WhereaboutsDialog)
    field = dialog._reminder._form.input("remind_on")
    field.setFocus()
    QTest.keyClicks(field, "2030-08")
    dialog.accept()
    assert window.editor.portfolio.remind_on == "2030-08"
    window.undo_step.trigger()
    assert window.editor.portfolio.remind_on == ""
    close(window, qtbot)


def test_when_the_day_has_come_it_asks_once_and_removes_nothing(
    open_window: OpenWindow, opened: PortfolioFile, qtbot: QtBot, locked: Path
) -> None:
    window = open_window(opened.portfolio, opened)
    window.editor.apply("", edits.describe(remind_on="2026-08"))
    Reminder(window, 0, dt.date(2026, 7, 31))
    assert "whether to keep" not in words(window)
    Reminder(window, 0, dt.date(2026, 8, 1))
    assert "You wanted to look whether to keep this portfolio" in words(window)
    QTest.mouseClick(button("Keep it for another year", window), Qt.MouseButton.LeftButton)
    assert window.editor.portfolio.remind_on == "2027-08-01"
    assert "whether to keep" not in words(window)
    close(window, qtbot)
    assert locked.exists()


def test_an_institute_may_have_it_asked_some_months_after_the_last_placing() -> None:
    portfolio = edits.change(
        type(portfolios.many(3).placements[0]), [portfolios.many(3).placements[0].id], placed_on="2025-03-10"
    )(portfolios.many(3))
    assert not is_due(portfolio, 0, dt.date(2026, 11, 26))
    assert is_due(portfolio, 12, dt.date(2026, 11, 26))
    assert not is_due(portfolio, 24, dt.date(2026, 11, 26))
    assert in_a_year(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)


def test_who_only_looks_may_see_where_it_is_and_nothing_more(
    open_window: OpenWindow, locked: Path, qtbot: QtBot
) -> None:
    opened = open_file(locked, keys.unlock(locked, PASSPHRASE), read_only=True)
    window = open_window(opened.portfolio, opened, read_only=True)
    names = [action.text() for action in file_menu(window).actions()]
    assert "Where is all this?" in names
    assert not {"Go back to…", "Erase this portfolio…"} & set(names)
    choose_in_file_menu(window, "Where is all this?")
    dialog = shown(WhereaboutsDialog)
    qtbot.waitUntil(lambda: locked.name in words(dialog))
    dialog.reject()
    close(window, qtbot)
