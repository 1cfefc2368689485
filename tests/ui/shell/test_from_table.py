"""Typing back what lies on the table: from the File menu, in one step that can be undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain.from_table import numbered
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.ui.laying.dialog import FromTableDialog
from coachapp.ui.window import PortfolioWindow
from tests.report.reading import in_one_line, pages
from tests.ui.shell.finding import shown


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow]) -> PortfolioWindow:
    return open_window(sample.portfolio("en"))


def choose(window: PortfolioWindow, entry: str) -> None:
    file: Any = window.menuBar().actions()[0].menu()
    next(action for action in file.actions() if action.text() == entry).trigger()


@pytest.fixture
def dialog(window: PortfolioWindow) -> FromTableDialog:
    choose(window, "Lay what lies on the table…")
    return shown(FromTableDialog)


def type_in(dialog: FromTableDialog, cell: int, numbers: str) -> None:
    line = list(dialog.lines.values())[cell]
    line.input.setFocus()
    line.input.selectAll()
    QTest.keyClicks(line.input, numbers)


def waiting(portfolio: Portfolio) -> list[int]:
    placed = {placement.activity_id for placement in portfolio.placements}
    return [n for n, activity in numbered(portfolio).items() if activity.id not in placed]


def test_numbers_are_shown_as_activities_and_laid_in_one_step(
    window: PortfolioWindow, dialog: FromTableDialog
) -> None:
    before = window.editor.portfolio
    first, second, *_others = waiting(before)
    type_in(dialog, 4, f"{first} {second}")
    line = list(dialog.lines.values())[4]
    assert [activity.title for activity in line.lying] == [
        numbered(before)[first].title,
        numbered(before)[second].title,
    ]
    assert dialog.told.text() == "2 cards are placed. The rest stays where it is."
    QTest.mouseClick(dialog.lay, Qt.MouseButton.LeftButton)
    after = window.editor.portfolio
    assert {p.activity_id for p in after.placements if p.cell == line.cell} >= {a.id for a in line.lying}
    assert window.editor.document.undo_label == "Lay 2 cards from the table"
    window.editor.undo()
    assert window.editor.portfolio.placements == before.placements


def test_a_wrong_number_is_said_in_place_and_lays_nothing(dialog: FromTableDialog) -> None:
    type_in(dialog, 0, "1")
    type_in(dialog, 5, "99")
    line = list(dialog.lines.values())[5]
    assert "There is no card 99" in line.problem.text()
    assert dialog.told.text() == "1 line can't be read yet."
    assert not dialog.lay.isEnabled()
    type_in(dialog, 5, "2")
    assert line.problem.isHidden()
    assert dialog.lay.isEnabled()


def test_what_lies_like_that_already_changes_nothing(
    window: PortfolioWindow, dialog: FromTableDialog
) -> None:
    portfolio = window.editor.portfolio
    placement = portfolio.placements[0]
    number = next(n for n, a in numbered(portfolio).items() if a.id == placement.activity_id)
    type_in(dialog, list(dialog.lines).index(placement.cell), str(number))
    assert dialog.told.text() == "It lies like that on the board already."
    assert not dialog.lay.isEnabled()


def test_who_may_only_look_is_not_offered_to_lay(open_window: Callable[..., PortfolioWindow]) -> None:
    window = open_window(sample.portfolio("en"), read_only=True)
    file: Any = window.menuBar().actions()[0].menu()
    entries = [action.text() for action in file.actions()]
    assert "Cards to cut (PDF)…" in entries
    assert "Lay what lies on the table…" not in entries


def test_the_cards_and_the_board_are_written_from_the_file_menu(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    choose(window, "Cards to cut (PDF)…")
    choose_file(tmp_path / "cards.pdf")
    qtbot.waitUntil(lambda: any(left.name == "cards.pdf" for left in window.editor.portfolio.shared))
    told = in_one_line("\n".join(pages(tmp_path / "cards.pdf")))
    assert "1 Teach biology" in told
    assert window.editor.portfolio.shared[-1].kind == "cards"
    choose(window, "Board to lay cards on…")
    choose_file(tmp_path / "board.pdf")
    qtbot.waitUntil((tmp_path / "board.pdf").exists)
    (page,) = pages(tmp_path / "board.pdf")
    assert "Teach biology" not in page
    assert window.editor.portfolio.owner not in page
