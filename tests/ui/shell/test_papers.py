"""The papers of a window: the sheet to prepare with, and the coach's guide."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from docx import Document
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.document import Document as Opened
from coachapp.domain.portfolio import Portfolio
from coachapp.exchange import read, understand
from coachapp.ui.choices import Choices
from coachapp.ui.editor import Editor
from coachapp.ui.papers.sheet import SheetDialog
from coachapp.ui.tasks import Task
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.report.reading import in_one_line, pages
from tests.ui.shell.finding import shown, words

Choose = Callable[[Path], None]


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow], portfolio: Portfolio) -> PortfolioWindow:
    return open_window(portfolio)


def choose(window: PortfolioWindow, menu: str, entry: str) -> None:
    titles: list[Any] = [action.menu() for action in window.menuBar().actions() if action.text() == menu]
    next(action for action in titles[0].actions() if action.text() == entry).trigger()


def asked(window: PortfolioWindow) -> SheetDialog:
    choose(window, "&File", "Preparation sheet…")
    return shown(SheetDialog)


def save(dialog: SheetDialog, place: Path, choose_file: Choose, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    choose_file(place)
    qtbot.waitUntil(dialog.written.isVisible)


def test_an_empty_sheet_is_made_from_the_file_menu(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Choose
) -> None:
    dialog = asked(window)
    save(dialog, tmp_path / "sheet", choose_file, qtbot)
    assert "The sheet is in “sheet.pdf”" in words(dialog)
    (page,) = pages(tmp_path / "sheet.pdf")
    assert window.editor.portfolio.activities[0].title not in in_one_line(page)


def test_a_filled_sheet_in_dutch_has_the_activities_and_no_name(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Choose
) -> None:
    dialog = asked(window)
    for combo, value in ((dialog.fill, "filled"), (dialog.form, ".docx"), (dialog.spoken, "nl")):
        combo.setFocus()
        while combo.currentData() != value:
            QTest.keyClick(combo, Qt.Key.Key_Down if combo is not dialog.spoken else Qt.Key.Key_Up)
    save(dialog, tmp_path / "blad.docx", choose_file, qtbot)
    document: Any = Document(str(tmp_path / "blad.docx"))
    assert document.paragraphs[0].text == "Ons gesprek voorbereiden"
    pasted = "\n".join("\t".join(cell.text for cell in row.cells) for row in document.tables[0].rows)
    found = [row.title for row in understand(read(pasted), ()).rows if row.ticked]
    assert found == [one.title for one in window.editor.portfolio.activities][:12]
    assert window.editor.portfolio.owner not in "\n".join(p.text for p in document.paragraphs)


def test_an_empty_portfolio_is_not_asked_what_stands_on_its_sheet(
    open_window: Callable[..., PortfolioWindow],
) -> None:
    assert not asked(open_window(portfolios.empty())).fill.isVisible()


def test_a_sheet_that_cannot_be_written_says_why(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    dialog.write_to(tmp_path / "gone" / "sheet.pdf")
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "Choose another folder" in dialog.problem.words
    assert dialog.save.isEnabled()


def test_the_guide_for_the_coach_is_made_from_the_help_menu(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Choose
) -> None:
    choose(window, "&Help", "Guide for the coach (PDF)…")
    choose_file(tmp_path / "guide.pdf")
    assert window.frame
    notice = window.frame.news
    qtbot.waitUntil(lambda: "The guide is in “guide.pdf”" in notice.words)
    assert len(pages(tmp_path / "guide.pdf")) == 1


def test_a_paper_that_is_made_when_its_window_is_gone_is_told_nowhere(
    qtbot: QtBot, choices: Choices, portfolio: Portfolio, tmp_path: Path
) -> None:
    window = PortfolioWindow(Editor(Opened(portfolio)), choices, app.files())
    window.papers.write_guide(tmp_path / "guide.pdf")
    window.papers.table.write_to(tmp_path / "cards.pdf", "cards")
    shiboken6.delete(window)
    with qtbot.captureExceptions() as wrong:
        QThreadPool.globalInstance().waitForDone()
        qtbot.waitUntil(lambda: not QApplication.instance().findChildren(Task))  # type: ignore[union-attr]
    assert not wrong
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"guide.pdf", "cards.pdf"}
