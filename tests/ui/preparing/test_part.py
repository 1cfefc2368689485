"""Preparing on one screen, alone or together."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coachapp.domain import edits, preparing
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Activity, Portfolio, Reflection
from coachapp.ui.editor import Editor
from coachapp.ui.preparing.brought import BroughtRow
from coachapp.ui.preparing.dialog import PrepareDialog
from coachapp.ui.preparing.part import PreparePart
from coachapp.ui.window import PortfolioWindow
from tests import portfolios

Key = Qt.Key
TALK = Conversation("c" * 32, "2026-11-26")


@pytest.fixture
def show(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> Callable[..., PreparePart]:
    def shown(portfolio: Portfolio, talk: str = "") -> PreparePart:
        opened = editor(portfolio)
        part = PreparePart(opened, talk)
        opened.changed.connect(part.refresh)
        part.refresh()
        qtbot.addWidget(part)
        part.resize(360, 900)
        part.show()
        part.activateWindow()
        return part

    return shown


def titles(part: PreparePart) -> list[str]:
    return [part.lines.titles.item(row).text() for row in range(part.lines.titles.count())]


def paste(part: PreparePart, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(part.lines.new, "Ctrl+V")


def test_lines_are_typed_one_by_one(show: Callable[..., PreparePart]) -> None:
    part = show(portfolios.empty())
    for text in ("Lesgeven", "Mentoraat"):
        QTest.keyClicks(part.lines.new, text)
        QTest.keyClick(part.lines.new, Key.Key_Return)
    assert titles(part) == ["Lesgeven", "Mentoraat"]
    assert part.lines.new.text() == ""


def test_the_lines_of_a_filled_sheet_are_pasted_in_one_step(show: Callable[..., PreparePart]) -> None:
    part = show(edits.add(Activity("0" * 32, "MR-lid"))(portfolios.empty()))
    paste(part, "Nr.\tActiviteit\r\n1.\tLesgeven\r\n2.\tMentoraat\r\n3.\tMR-lid\r\n4.\t\r\n5.\t\r\n")
    assert titles(part) == ["MR-lid", "Lesgeven", "Mentoraat"]
    part._editor.undo()
    assert titles(part) == ["MR-lid"]


def test_one_pasted_line_can_still_be_changed(show: Callable[..., PreparePart]) -> None:
    part = show(portfolios.empty())
    paste(part, "Lesgeven")
    assert (part.lines.new.text(), titles(part)) == ("Lesgeven", [])


def test_delete_takes_a_line_away(show: Callable[..., PreparePart]) -> None:
    part = show(portfolios.many(3))
    part.lines.titles.setCurrentRow(1)
    gone = titles(part)[1]
    QTest.keyClick(part.lines.titles, Key.Key_Delete)
    assert gone not in titles(part)
    assert part.lines.titles.currentRow() == 1


def test_what_she_is_proud_of_and_her_question_are_kept_as_typed(show: Callable[..., PreparePart]) -> None:
    part = show(edits.add(TALK)(portfolios.empty()), TALK.id)
    QTest.keyClicks(part.proud, "The <b>trip</b>")
    QTest.keyClicks(part.question, "What next?")
    part.flush()
    portfolio = part._editor.portfolio
    note = preparing.proud_of(portfolio, TALK.id)
    assert note
    assert (note.text, note.conversation_id) == ("The <b>trip</b>", TALK.id)
    assert (portfolio.question, portfolio.conversations[0].question) == ("What next?", "What next?")
    part._editor.undo()
    part._editor.undo()
    assert (part.proud.toPlainText(), part.question.toPlainText()) == ("", "")


def test_what_the_journal_brings_stands_here_and_can_be_left_out(
    show: Callable[..., PreparePart], qtbot: QtBot
) -> None:
    made = (
        Reflection("1" * 32, "They asked on", "2026-01-01", bring="next"),
        Reflection("2" * 32, "Stays at home", "2026-02-02"),
    )
    part = show(edits.add(*made)(portfolios.empty()))
    (row,) = part.findChildren(BroughtRow)
    assert "They asked on" in [label.text() for label in row.findChildren(QLabel)]
    QTest.mouseClick(row.leave, Qt.MouseButton.LeftButton)
    assert part._editor.portfolio.reflections[0].bring == ""
    qtbot.waitUntil(part._none.isVisible)


def test_it_is_one_screen_from_the_file_menu_that_loses_nothing(
    open_window: Callable[..., PortfolioWindow], qtbot: QtBot
) -> None:
    window = open_window(portfolios.empty())
    files = window.menuBar().actions()[0].menu()
    next(one for one in files.actions() if one.text() == "Prepare…").trigger()  # type: ignore[attr-defined]
    dialog = window.findChild(PrepareDialog)
    assert dialog
    qtbot.waitUntil(dialog.part.lines.new.hasFocus)
    QTest.keyClicks(dialog.part.lines.new, "Lesgeven")
    QTest.keyClick(dialog.part.lines.new, Key.Key_Return)
    QTest.keyClicks(dialog.part.proud, "The trip")
    QTest.keyClick(dialog, Key.Key_Escape)
    QApplication.processEvents()
    portfolio = window.editor.portfolio
    assert [one.title for one in portfolio.activities] == ["Lesgeven"]
    assert [one.text for one in portfolio.notes] == ["The trip"]
