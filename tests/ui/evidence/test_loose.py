"""Evidence whose activity or goal is gone goes along, or is listed with the goals and finds another place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence
from coachapp.domain.values import new_id
from coachapp.storage import evidence, file
from coachapp.storage.file import open_file
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.goals.page import GoalsPage
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import button, drop, file_mime, shown, words

OpenWindow = Callable[..., PortfolioWindow]


@pytest.fixture
def window(tmp_path: Path, open_window: OpenWindow) -> PortfolioWindow:
    path = tmp_path / "Mine.coach"
    file.create(path, portfolios.many(3), None).close()
    opened = open_file(path, None)
    return open_window(opened.portfolio, opened)


def add(window: PortfolioWindow, name: str, activity_id: str = "", newer_id: str = "") -> Evidence:
    taken = evidence.take_bytes(window.autosave.file, name, name.encode())  # type: ignore[arg-type]
    item = Evidence(new_id(), name, taken.digest, taken.size, activity_id=activity_id, newer_id=newer_id)
    window.editor.apply("Add", edits.add(item))
    return item


def loose(window: PortfolioWindow, qtbot: QtBot) -> EvidencePart:
    window.turn_to("goals")
    part = window.findChild(GoalsPage)._files  # type: ignore[union-attr]
    part.open()
    qtbot.waitUntil(lambda: all(row.isVisible() for row in part.rows.widgets))
    return part


def test_without_any_nothing_is_said_of_it(window: PortfolioWindow, qtbot: QtBot) -> None:
    add(window, "letter.txt", activity_id=window.editor.portfolio.activities[0].id)
    assert not loose(window, qtbot).isVisible()


def test_what_belongs_to_nothing_is_listed_and_given_to_an_activity_with_its_older_versions(
    window: PortfolioWindow, qtbot: QtBot
) -> None:
    newest = add(window, "letter.txt")
    add(window, "older.txt", newer_id=newest.id)
    part = loose(window, qtbot)
    assert part.isVisible()
    assert "belong to no activity and no goal" in words(part)
    assert len(part.rows.widgets) == 1
    activity = window.editor.portfolio.activities[1]
    combo = part.findChildren(Combo)[0]
    combo.setFocus()
    qtbot.keyClicks(combo, activity.title)
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    combo.activated.emit(combo.currentIndex())
    assert {item.activity_id for item in window.editor.portfolio.evidence} == {activity.id}
    qtbot.waitUntil(lambda: not part.isVisible())


def test_nothing_can_be_dropped_where_it_would_belong_to_nothing(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(window, "letter.txt")
    part = loose(window, qtbot)
    (tmp_path / "other.txt").write_text("other")
    drop(file_mime(tmp_path / "other.txt"), part)
    with pytest.raises(StopIteration):
        button("Add a file…", part)
    assert len(window.editor.portfolio.evidence) == 1


def test_it_can_have_a_newer_version(window: PortfolioWindow, qtbot: QtBot, tmp_path: Path) -> None:
    old = add(window, "letter.txt")
    part = loose(window, qtbot)
    (tmp_path / "newer.txt").write_text("newer")
    qtbot.mouseClick(button("Newer version…", part), Qt.MouseButton.LeftButton)
    shown(QFileDialog).filesSelected.emit([str(tmp_path / "newer.txt")])
    shown(QFileDialog).reject()
    qtbot.waitUntil(lambda: len(window.editor.portfolio.evidence) == 2)
    newer = next(item for item in window.editor.portfolio.evidence if item.id != old.id)
    assert [item.newer_id for item in window.editor.portfolio.evidence if item.id == old.id] == [newer.id]
    assert len(part.rows.widgets) == 1


def test_files_of_a_removed_activity_wait_in_the_bin_and_come_back_with_it(
    window: PortfolioWindow, qtbot: QtBot
) -> None:
    activity = window.editor.portfolio.activities[0]
    item = add(window, "letter.txt", activity_id=activity.id)
    window.editor.apply("Remove", edits.remove(Activity, [activity.id]))
    assert window.editor.portfolio.evidence == ()
    window.past.show_bin()
    qtbot.waitUntil(lambda: window.findChild(BinDialog) is not None)
    dialog = shown(BinDialog)
    qtbot.waitUntil(lambda: dialog.list.count() > 0)
    assert dialog.list.count() == 1
    assert "1 file comes back with it" in dialog.list.item(0).text()
    qtbot.mouseClick(button("Put back", dialog), Qt.MouseButton.LeftButton)
    assert window.editor.portfolio.evidence == (item,)
    opened = window.autosave.file
    assert b"".join(evidence.pieces(opened, item.digest, "")) == b"letter.txt"  # type: ignore[arg-type]
