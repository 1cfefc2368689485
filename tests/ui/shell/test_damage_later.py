"""Damage that opening doesn't meet, as it is in the history or the bin: told as such, and nothing is lost."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.storage import backups, file, keys
from coachapp.storage.faults import SaveFailed
from coachapp.ui.backups.going_back import GoBackDialog
from coachapp.ui.joining.dialog import JoinDialog
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

PAGE = 4096
Show = Callable[..., PortfolioWindow]


@pytest.fixture(params=["tombstones", "sessions", "changes", "writes"])
def damaged(request: pytest.FixtureRequest, documents: Path) -> Path:
    path = documents / "My.coach"
    with closing(file.create(path, portfolios.many(60), PASSPHRASE)) as made:
        number = root(made, request.param)
    destroy(path, number)
    return path


def root(opened: file.PortfolioFile, table: str) -> int:
    """The page at which a table begins."""
    query = f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"
    return opened.read(lambda connection: connection.exec_driver_sql(query).scalar_one())


def destroy(path: Path, number: int) -> None:
    with path.open("r+b") as opened:
        opened.seek((number - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)


def work_in(path: Path, show: Show) -> PortfolioWindow:
    opened = file.open_file(path, keys.unlock(path, PASSPHRASE))
    window = show(opened.portfolio, opened)
    assert window.editor.apply("Add", edits.add(Activity(new_id(), "New work")))
    return window


def test_damage_that_a_save_meets_is_told_as_such_and_a_copy_holds_all_of_the_portfolio(
    damaged: Path, open_window: Show, qtbot: QtBot, documents: Path
) -> None:
    before = damaged.read_bytes()
    window = work_in(damaged, open_window)
    assert window.frame
    banner = window.frame.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.words.startswith(
        "The last changes are not in “My.coach” yet. A part of the file is damaged. Since "
    )
    assert damaged.read_bytes() == before
    QTest.mouseClick(button("Save a copy somewhere else…", banner), Qt.MouseButton.LeftButton)
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.kept):
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    news = window.frame.news
    qtbot.waitUntil(lambda: "Not all of “My.coach” could be read" in news.words)
    with closing(file.open_file(documents / "T. Est.coach", None, read_only=True)) as kept:
        assert len(kept.portfolio.activities) == 61


def test_what_another_program_put_in_its_place_is_told_as_that(
    open_window: Show, qtbot: QtBot, documents: Path
) -> None:
    path = documents / "My.coach"
    file.create(path, portfolios.many(60), PASSPHRASE).close()
    opened = file.open_file(path, keys.unlock(path, PASSPHRASE))
    window = open_window(opened.portfolio, opened)
    destroy(path, root(opened, "sessions"))  # while it is open: whoever did so may have written all of it
    assert window.editor.apply("Add", edits.add(Activity(new_id(), "New work")))
    assert window.frame
    qtbot.waitUntil(window.frame.banner.isVisible)
    assert "Another program" in window.frame.banner.words


def test_a_disk_that_spoils_a_page_after_our_own_save_is_told_as_damage(documents: Path) -> None:
    """It does so without a new time for the file; what the save met before is still in memory."""
    path = documents / "My.coach"
    with closing(file.create(path, portfolios.many(60), PASSPHRASE)) as opened:
        after = edits.add(Activity(new_id(), "New work"))(opened.portfolio)
        opened.save(opened.portfolio, after)
        number = root(opened, "chunks")
        times = path.stat().st_atime_ns, path.stat().st_mtime_ns
        destroy(path, number)
        os.utime(path, ns=times)
        with pytest.raises(SaveFailed) as told:
            opened.put(lambda connection: connection.exec_driver_sql("SELECT * FROM chunks").all())
    assert "A part of the file is damaged." in told.value.text()


def test_a_damaged_backup_is_told_when_it_is_looked_at_and_can_not_be_gone_back_to(
    open_window: Show, qtbot: QtBot, plain: Path
) -> None:
    opened = file.open_file(plain, None)
    backup = backups.make(opened, "asked").path
    destroy(backup, 6)
    window = open_window(opened.portfolio, opened)
    window.backups.go_back()
    dialog = shown(GoBackDialog)
    qtbot.waitUntil(lambda: f"“{backup.name}” is damaged. A part of it can't be read." in words(dialog))
    assert not button("Go back to this", dialog).isEnabled()
    dialog.reject()


def test_a_damaged_copy_is_told_when_it_is_joined_and_changes_nothing(
    open_window: Show, qtbot: QtBot, plain: Path
) -> None:
    opened, copy = file.open_file(plain, None), plain.with_name("copy.coach")
    opened.copy_to(copy)
    destroy(copy, 6)
    window = open_window(opened.portfolio, opened)
    before = window.editor.portfolio
    window.joiner.join((copy,))
    dialog = shown(JoinDialog)
    qtbot.waitUntil(lambda: "“copy.coach” is damaged. A part of it can't be read." in words(dialog))
    assert window.editor.portfolio == before
    dialog.reject()
