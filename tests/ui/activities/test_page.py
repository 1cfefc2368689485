"""The table of activities, by keyboard, by mouse and as a screen reader meets it."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coachapp.domain import edits
from coachapp.domain.insight import cells_of
from coachapp.domain.portfolio import Activity, Context, Portfolio
from coachapp.domain.values import Cell, Hours
from coachapp.packs import sample
from coachapp.ui.activities import menu
from coachapp.ui.activities.page import ActivitiesPage
from coachapp.ui.activities.view import TableView
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.settings import Settings
from tests import portfolios

TITLE, ROLE, REACH, STATUS, ENERGY, WORKPLACE, HOURS = range(7)


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(sample.portfolio("en"))


@pytest.fixture
def page(qtbot: QtBot, opened: Editor) -> ActivitiesPage:
    return shown(qtbot, opened)


def shown(qtbot: QtBot, opened: Editor) -> ActivitiesPage:
    page = ActivitiesPage(opened, Settings())
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def table(page: ActivitiesPage) -> TableView:
    found = page.findChild(TableView)
    assert found is not None
    return found


def index(page: ActivitiesPage, title: str, column: int = TITLE) -> QModelIndex:
    model = table(page).model()
    rows = (row for row in range(model.rowCount()) if model.index(row, TITLE).data() == title)
    return model.index(next(rows), column)


def choose(qtbot: QtBot, page: ActivitiesPage, at: QModelIndex, value: object) -> None:
    """With F2, the arrow keys and Enter, as from a keyboard."""
    view = table(page)
    view.setCurrentIndex(at)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    combo = next(c for c in view.findChildren(Combo) if c.isVisible())
    qtbot.waitUntil(lambda: combo.view().isVisible())
    wanted = next(i for i in range(combo.count()) if combo.itemData(i) == value)
    while combo.view().currentIndex().row() != wanted:
        down = combo.view().currentIndex().row() < wanted
        qtbot.keyClick(combo.view(), Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(combo) or not combo.isVisible())


def type_in(qtbot: QtBot, page: ActivitiesPage, at: QModelIndex, text: str) -> None:
    view = table(page)
    view.setCurrentIndex(at)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    line = next(c for c in view.findChildren(QLineEdit) if c.isVisible())
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(line) or not line.isVisible())


def activity(opened: Editor, title: str) -> Activity:
    return next(a for a in opened.portfolio.activities if a.title == title)


def test_every_activity_is_a_row_with_words(page: ActivitiesPage) -> None:
    def row(title: str) -> list[str]:
        return [index(page, title, column).data() for column in range(7)]

    assert row("Museum trip")[:5] == [
        "Museum trip",
        "Organising education",
        "Group",
        "Doing now",
        "Gives energy",
    ]
    assert row("Sustainable employability")[1:5] == ["To place", "", "", ""]
    assert row("Nature guide (second job)")[1] == "Off the board"
    assert row("Museum trip")[HOURS] == "12 per year"


def test_a_status_is_chosen_from_the_keyboard(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    choose(qtbot, page, index(page, "Museum trip", STATUS), "leaving")
    assert index(page, "Museum trip", STATUS).data() == "Phasing out"
    assert opened.document.undo_label == "Status – “Museum trip”"


def test_a_title_is_typed_in_place(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    type_in(qtbot, page, index(page, "Museum trip"), "Museum and dunes")
    assert activity(opened, "Museum and dunes")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("30", "30 year"), ("1,5 per week", "1.5 week"), ("40 hours a year", "40 year"), ("2 u/w", "2 week")],
)
def test_hours_are_typed_with_or_without_their_period(
    qtbot: QtBot, page: ActivitiesPage, opened: Editor, typed: str, meant: str
) -> None:
    type_in(qtbot, page, index(page, "Museum trip", HOURS), typed)
    hours = activity(opened, "Museum trip").hours
    assert hours is not None
    assert f"{hours.amount} {hours.per}" == meant


def test_hours_that_are_no_number_change_nothing_and_say_so(
    qtbot: QtBot, page: ActivitiesPage, opened: Editor
) -> None:
    before = opened.portfolio
    with qtbot.waitSignal(opened.failed) as said:
        type_in(qtbot, page, index(page, "Museum trip", HOURS), "many")
    assert said.args == ["“many” is not a number of hours. Type a number such as 12 or 12.5."]
    assert opened.portfolio is before


def test_another_role_moves_the_card_and_the_reach_too(
    qtbot: QtBot, page: ActivitiesPage, opened: Editor
) -> None:
    choose(qtbot, page, index(page, "Museum trip", ROLE), Cell("leren", "micro"))
    choose(qtbot, page, index(page, "Museum trip", REACH), Cell("leren", "macro"))
    assert cells_of(opened.portfolio, activity(opened, "Museum trip").id) == (Cell("leren", "macro"),)


def test_from_to_place_a_cell_is_chosen_at_once(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    title = "Sustainable employability"
    choose(qtbot, page, index(page, title, ROLE), Cell("collegas", "meso"))
    assert cells_of(opened.portfolio, activity(opened, title).id) == (Cell("collegas", "meso"),)
    assert table(page).currentIndex() == index(page, title, ROLE)


def test_a_card_is_set_aside_as_own_learning(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    choose(qtbot, page, index(page, "Museum trip", ROLE), "learning")
    assert activity(opened, "Museum trip").aside == "learning"
    assert index(page, "Museum trip", ROLE).data() == "My own learning"


def test_typing_one_line_adds_an_activity(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    line = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "New activity…")
    qtbot.keyClicks(line, "Homework for all")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert activity(opened, "Homework for all").aside == ""
    assert index(page, "Homework for all", ROLE).data() == "To place"
    assert line.text() == ""


def test_finding_shows_only_rows_in_which_it_reads(qtbot: QtBot, page: ActivitiesPage) -> None:
    line = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "Find in the table…")
    qtbot.keyClicks(line, "organising costs")
    titles = [table(page).model().index(row, 0).data() for row in range(table(page).model().rowCount())]
    assert titles == ["Member of the participation council"]


def test_sorting_by_a_column_and_back(qtbot: QtBot, page: ActivitiesPage) -> None:
    def titles() -> list[str]:
        return [table(page).model().index(row, 0).data() for row in range(table(page).model().rowCount())]

    made = titles()
    table(page).sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    assert titles() == sorted(made, key=str.casefold)
    table(page).sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert titles() == made


def test_del_removes_and_undo_brings_back(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    table(page).setCurrentIndex(index(page, "Museum trip"))
    qtbot.keyClick(table(page), Qt.Key.Key_Delete)
    assert "Museum trip" not in [a.title for a in opened.portfolio.activities]
    opened.undo()
    assert activity(opened, "Museum trip")


def test_del_takes_one_of_two_cells_off(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    title = "Research learning line"
    assert len(cells_of(opened.portfolio, activity(opened, title).id)) == 2
    table(page).setCurrentIndex(index(page, title))
    qtbot.keyClick(table(page), Qt.Key.Key_Delete)
    assert len(cells_of(opened.portfolio, activity(opened, title).id)) == 1


def test_the_menu_places_several_rows_in_a_second_cell(
    qtbot: QtBot, page: ActivitiesPage, opened: Editor
) -> None:
    view = table(page)
    for title in ("Museum trip", "Homework class"):
        view.selectionModel().select(index(page, title), view.selectionModel().SelectionFlag.Select)
    popup = QMenu(page)
    menu.fill(popup, opened, view.rows())
    menus = {part.title(): part for part in popup.findChildren(QMenu)}
    role = next(
        part
        for part in menus["Also place in"].findChildren(QMenu)
        if part.title() == "Helping colleagues learn"
    )
    next(action for action in role.actions() if action.text() == "Beyond the school").trigger()
    for title in ("Museum trip", "Homework class"):
        assert Cell("collegas", "macro") in cells_of(opened.portfolio, activity(opened, title).id)
    assert opened.document.undo_label == "Place “2 activities”"


def test_a_second_employer_is_added_and_chosen(qtbot: QtBot, page: ActivitiesPage, opened: Editor) -> None:
    button(qtbot, page, "Workplaces and teams")
    button(qtbot, page, "Add a workplace")
    added = opened.portfolio.contexts[-1]
    opened.apply("name", edits.change(Context, (added.id,), name="The Workshop"))
    choose(qtbot, page, index(page, "Museum trip", WORKPLACE), added.id)
    assert index(page, "Museum trip", WORKPLACE).data() == "The Workshop"


def test_hours_are_totalled_once_for_each_activity(page: ActivitiesPage, opened: Editor) -> None:
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("Each activity counts once" in text for text in texts)


def test_a_screen_reader_hears_headers_and_cells(page: ActivitiesPage) -> None:
    view = QAccessible.queryAccessibleInterface(table(page))
    assert view.role() == QAccessible.Role.Table
    row = index(page, "Museum trip").row()
    wide = table(page).model().columnCount() + 1
    heads = [view.child(at) for at in range(wide)]
    cells = [view.child((row + 1) * wide + at) for at in range(wide)]
    assert [head.text(QAccessible.Text.Name) for head in heads[1:5]] == [
        "Activity",
        "Role",
        "Reach",
        "Status",
    ]
    assert {head.role() for head in heads[1:]} == {QAccessible.Role.ColumnHeader}
    assert cells[0].role() == QAccessible.Role.RowHeader
    assert [cell.text(QAccessible.Text.Name) for cell in cells[:3]] == [
        "Museum trip",
        "Museum trip",
        "Organising education",
    ]


def test_the_model_keeps_its_promises_while_everything_changes(
    qtbot: QtBot, page: ActivitiesPage, opened: Editor
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, mode) for m in (table(page).table, table(page).model())]
    table(page).sortByColumn(STATUS, Qt.SortOrder.DescendingOrder)
    museum, trial = activity(opened, "Museum trip"), activity(opened, "Trial lesson on the open day")
    opened.apply("a", edits.set_aside((museum.id,), "off"))
    opened.apply("b", edits.remove(Activity, (trial.id,)))
    opened.apply("c", edits.change(Activity, (museum.id,), title="Zoo", hours=Hours.parse("3")))
    while opened.document.undo_label:
        opened.undo()
    assert index(page, "Museum trip", STATUS).data() == "Doing now"
    assert testers


def test_nothing_can_be_edited_in_a_portfolio_that_is_only_read(qtbot: QtBot, opened: Editor) -> None:
    opened.read_only = True
    page = shown(qtbot, opened)
    assert not index(page, "Museum trip").flags() & Qt.ItemFlag.ItemIsEditable


def test_5000_activities_stay_quick(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> None:
    opened = editor(portfolios.many(5000))
    page = shown(qtbot, opened)
    QApplication.processEvents()
    started = time.perf_counter()
    table(page).sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    QApplication.processEvents()
    table(page).show_found("naturalis")
    QApplication.processEvents()
    chosen = opened.portfolio.activities[7]
    opened.apply("rename", edits.change(Activity, (chosen.id,), title="Other"))
    QApplication.processEvents()
    assert time.perf_counter() - started < 2


def button(qtbot: QtBot, page: QWidget, text: str) -> None:
    found = next(b for b in page.findChildren(QAbstractButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
