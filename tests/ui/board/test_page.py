"""The board beside its detail pane, and what comes in from elsewhere."""

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Ambition
from coachapp.ui.board import changes

from .conftest import GROUP, REGION, SCHOOL, OnScreen, Show


def test_the_pane_shows_what_is_chosen(board: OnScreen) -> None:
    board.click(board.at_card("p1"))
    assert "Leerlijn onderzoeken" in _words(board)
    board.press(Qt.Key.Key_Escape)
    board.click(board.at_place(REGION))
    assert "Leerlijn onderzoeken" not in _words(board)
    assert "Beyond the school" in _words(board)


def test_a_neighbour_in_the_pane_is_gone_to_on_the_board(board: OnScreen) -> None:
    board.page.detail.cell_requested.emit(REGION)
    assert board.view.place_now() == REGION


def test_an_ambition_of_the_pane_is_pointed_out_on_the_board(board: OnScreen) -> None:
    board.page.detail.ambition_requested.emit(Ambition("w1", activity_id="a1", origin=SCHOOL))
    board.click(board.at_place(GROUP))
    assert [(a.origin, a.target) for a in board.portfolio.ambitions] == [(SCHOOL, GROUP)]


def test_a_file_dropped_on_the_board_asks_for_the_import_assistant(
    board: OnScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "taken.csv"))])
    at, copy, left = board.at_place(GROUP), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, viewport = Qt.KeyboardModifier.NoModifier, board.view.viewport()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt 6.12 wants a QPointF, which 6.11 can't take
        entering = QDragEnterEvent(at, copy, data, left, none)
    QApplication.sendEvent(viewport, entering)
    with qtbot.waitSignal(board.page.import_requested) as asked:
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, left, none))
    assert asked.args == [tmp_path / "taken.csv"]


def test_a_change_that_cannot_be_made_is_told_and_changes_nothing(board: OnScreen) -> None:
    told: list[str] = []
    board.editor.failed.connect(told.append)
    before, change = board.portfolio, changes.lay([board.card("p1")], SCHOOL)
    assert not board.editor.apply(change.label, change.edit)
    assert "already" in told[0]
    assert board.portfolio is before


def test_only_the_card_that_changed_is_made_anew(show: Show) -> None:
    board = show()
    before, other = board.card("p1"), board.card("p0")
    change = changes.mark([before], "energy", "costs")
    board.editor.apply(change.label, change.edit)
    assert board.card("p1") is not before
    assert board.card("p0") is other


@pytest.mark.parametrize("where", ["tray", "cell"])
def test_an_activity_still_being_typed_is_kept_on_leaving(board: OnScreen, qtbot: QtBot, where: str) -> None:
    board.view.type_into(REGION) if where == "cell" else board.view.entries.tray.setFocus()
    qtbot.keyClicks(getattr(board.view.entries, where), "Natuurclub")
    board.page.flush()
    added = next(a for a in board.portfolio.activities if a.title == "Natuurclub")
    cells = [p.cell for p in board.portfolio.placements if p.activity_id == added.id]
    assert cells == ([REGION] if where == "cell" else [])
    board.page.flush()
    assert len([a for a in board.portfolio.activities if a.title == "Natuurclub"]) == 1


def _words(board: OnScreen) -> str:
    """All that can be read in the pane now."""
    texts: list[str] = []
    for widget in board.page.detail.findChildren(QWidget):
        for read in ("text", "toPlainText") if widget.isVisible() else ():
            value = getattr(widget, read, str)()
            texts += [value] if isinstance(value, str) else []
    return "\n".join(texts)
