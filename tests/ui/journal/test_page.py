"""The Journal page: one line begins a reflection; it is found again, tied to things and brought along."""

import datetime as dt
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits, journal
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.domain.values import Cell
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.text import DateInput
from coachapp.ui.journal.model import BELOW, JournalModel
from coachapp.ui.journal.page import JournalPage
from coachapp.ui.journal.tick import TickInput
from coachapp.ui.settings import Settings
from tests import portfolios

Key = Qt.Key
Show = Callable[[Portfolio], JournalPage]


@pytest.fixture
def show(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> Show:
    def shown(portfolio: Portfolio) -> JournalPage:
        page = JournalPage(editor(portfolio), Settings())
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return shown


@pytest.fixture
def page(show: Show) -> JournalPage:
    return show(portfolios.many(5))


def many(count: int) -> Portfolio:
    made = (
        Reflection(f"{n:032x}", f"Gedachte {n}\nen nog een regel", f"{2010 + n // 40}-{n % 12 + 1:02}-01")
        for n in range(count)
    )
    return edits.add(*made)(portfolios.many(5))


def write(page: JournalPage, text: str) -> None:
    page.new.setFocus()
    QTest.keyClicks(page.new, text)
    QTest.keyClick(page.new, Key.Key_Return)


def only(page: JournalPage) -> Reflection:
    page.flush()
    (one,) = page._editor.portfolio.reflections
    return one


def lines(page: JournalPage) -> list[str]:
    model = page.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def field(page: JournalPage, name: str) -> Combo:
    return next(combo for combo in page.writing.findChildren(Combo) if combo.accessibleName() == name)


def choose(page: JournalPage, name: str, row: int) -> None:
    combo = field(page, name)
    combo.setFocus()
    for _row in range(row):
        QTest.keyClick(combo, Key.Key_Down)


def test_an_empty_journal_says_what_to_do(page: JournalPage) -> None:
    assert "Type one line above and press Enter." in page._empty.text()
    assert not page.writing.isVisible()
    assert not page.finder.isVisible()


def test_a_line_and_enter_begin_a_reflection_of_today(page: JournalPage) -> None:
    write(page, "They asked on")
    assert (only(page).text, only(page).date) == ("They asked on", dt.date.today().isoformat())  # noqa: DTZ011
    assert page.new.hasFocus()
    assert page.writing.text.toPlainText() == "They asked on"
    page._editor.undo()
    assert lines(page) == []


def test_more_is_written_below_the_first_line(page: JournalPage) -> None:
    write(page, "They asked on")
    page.view.setFocus()
    QTest.keyClick(page.view, Key.Key_Return)
    assert page.writing.text.hasFocus()
    QTest.keyClick(page.writing.text, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.writing.text, Key.Key_Return)
    QTest.keyClicks(page.writing.text, "<b>after</b> the bell")
    assert only(page).text == "They asked on\n<b>after</b> the bell"
    assert lines(page) == ["They asked on"]


def test_it_can_be_tied_to_activity_cell_question_and_competence(page: JournalPage) -> None:
    write(page, "They asked on")
    assert not field(page, "Activity").isVisible()
    fold = page.writing.findChild(QToolButton)
    assert fold
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    for name in ("Activity", "Cell", "Question", "Career competence"):
        choose(page, name, 1)
    one, portfolio = only(page), page._editor.portfolio
    assert one.activity_id == portfolio.activities[0].id
    assert one.cell == portfolio.framework.board[0]
    assert one.question_id == portfolio.framework.questions[0].id
    assert one.competence == "motives"
    assert portfolio.activities[0].title in page.view.model().index(0, 0).data(BELOW)


def test_a_tick_brings_it_to_the_next_conversation(page: JournalPage) -> None:
    write(page, "They asked on")
    tick = page.writing.findChild(TickInput)
    assert tick
    tick.setFocus()
    QTest.keyClick(tick, Key.Key_Space)
    assert journal.brought(page._editor.portfolio) == (only(page),)
    said = page.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("comes along")
    QTest.keyClick(tick, Key.Key_Space)
    assert journal.brought(page._editor.portfolio) == ()


def test_the_newest_comes_first_also_after_another_date(page: JournalPage) -> None:
    for text in ("First", "Second"):
        write(page, text)
    assert lines(page) == ["Second", "First"]
    date = page.writing.findChild(DateInput)
    assert date
    date.setFocus()
    QTest.keySequence(date, "Ctrl+A")
    QTest.keyClicks(date, "1-9-2020")
    QTest.keyClick(date, Key.Key_Return)
    assert lines(page) == ["First", "Second"]
    assert page.writing.text.toPlainText() == "Second"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bell", ["One"]), ("group helping", ["Two"]), ("3 march", ["Three"]), ("nowhere", [])],
)
def test_it_is_found_by_its_words_its_date_and_what_it_is_about(
    show: Show, typed: str, found: list[str]
) -> None:
    made = (
        Reflection("1" * 32, "One\nafter the bell", "2026-01-01"),
        Reflection("2" * 32, "Two", "2026-02-02", cell=Cell("leren", "micro")),
        Reflection("3" * 32, "Three", "2026-03-03"),
    )
    page = show(edits.add(*made)(portfolios.empty()))
    QTest.keySequence(page, "Ctrl+F")
    assert page.finder.hasFocus()
    QTest.keyClicks(page.finder, typed)
    assert lines(page) == found
    if not found:
        assert page._empty.text() == "Nothing in the journal has these words."
        assert not page.writing.isVisible()


def test_delete_removes_it_and_undo_brings_it_back(show: Show) -> None:
    page = show(many(3))
    page.view.setFocus()
    QTest.keyClick(page.view, Key.Key_Down)
    second = lines(page)[1]
    QTest.keyClick(page.view, Key.Key_Delete)
    assert second not in lines(page)
    assert page.view.currentIndex().row() == 1
    page._editor.undo()
    assert second in lines(page)


def test_who_only_looks_can_read_but_not_write(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> None:
    opened = editor(many(3))
    opened.read_only = True
    page = JournalPage(opened, Settings())
    qtbot.addWidget(page)
    page.show()
    assert not page.new.isEnabled()
    assert not page.writing.text.isEnabled()
    page.view.setFocus()
    QTest.keyClick(page.view, Key.Key_Delete)
    assert len(opened.portfolio.reflections) == 3


def test_five_hundred_reflections_answer_at_once(show: Show) -> None:
    page = show(many(500))
    started = time.perf_counter()
    QTest.keyClicks(page.finder, "gedachte 49")
    for _step in range(5):
        QTest.keyClick(page.view, Key.Key_Down)
        QApplication.processEvents()
    write(page, "One more")
    QApplication.processEvents()
    assert time.perf_counter() - started < 2  # for seventeen answers, on a busy machine too
    assert lines(page)[0] == "One more"
    assert len(lines(page)) == 501


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = JournalModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_portfolio(many(10))
    model.find("gedachte 1")
    model.find("")


def test_what_was_talked_about_is_brought_no_more() -> None:
    portfolio = edits.change(Reflection, [f"{1:032x}", f"{2:032x}"], bring="next")(many(4))
    assert [one.id for one in journal.brought(portfolio)] == [f"{1:032x}", f"{2:032x}"]
    assert journal.brought(journal.talked_about(portfolio)(portfolio)) == ()


def test_the_page_comes_back_as_it_was(show: Show) -> None:
    page = show(many(30))
    QTest.keyClicks(page.finder, "gedachte 2")
    QTest.keyClick(page.view, Key.Key_Down)
    chosen, state = page.view.currentIndex().data(), page.state()
    again = JournalPage(page._editor, Settings())
    again.restore(state)
    again.show()
    assert again.view.currentIndex().data() == chosen
    assert again.finder.text() == "gedachte 2"
    again.close()
    again.deleteLater()
