"""The portfolio window around its pages."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file
from coachapp.ui.activities.view import TableView
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.board.zoom import Zoom
from coachapp.ui.choices import Choices
from coachapp.ui.importing.dialog import ImportDialog
from coachapp.ui.inputs.text import TitleInput
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.program import Program
from coachapp.ui.start.window import StartWindow
from coachapp.ui.status_line import StatusLine
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.conftest import ENGLISH
from tests.ui.shell.finding import W, button, drop, file_mime, shown, words

OpenWindow = Callable[..., PortfolioWindow]


def add(window: PortfolioWindow, title: str) -> None:
    assert window.editor.apply(f"Add “{title}”", edits.add(Activity(new_id(), title)))


def test_undo_and_redo_say_what_they_do(open_window: OpenWindow, portfolio: Portfolio) -> None:
    window = open_window(portfolio)
    undo, redo = window.statusBar().findChildren(QToolButton)
    assert not undo.isEnabled()
    add(window, "MR-lid & more")
    assert undo.toolTip() == "Undo: Add “MR-lid & more”"
    assert window.undo_step.text() == "Undo: Add “MR-lid && more”"  # Qt takes one & for a key
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert window.editor.portfolio.activities == portfolio.activities
    assert redo.toolTip() == "Redo: Add “MR-lid & more”"
    QTest.keyClick(
        window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert len(window.editor.portfolio.activities) == len(portfolio.activities) + 1


def test_a_long_name_of_a_step_is_short_on_its_button_and_whole_in_its_tooltip(
    open_window: OpenWindow, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    add(window, "x" * 300)
    assert window.undo_step.text() == f"Undo: Add “{'x' * 35}…"
    assert window.undo_step.toolTip() == f"Undo: Add “{'x' * 300}”"


def test_the_head_names_the_owner_and_the_title_only_the_file(open_window: OpenWindow, plain: Path) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    assert "T. Est" in words(window)
    assert "Secondary education" in words(window)
    assert window.windowTitle() == "Plain – CoachApp"


def test_a_change_that_can_not_be_made_is_explained_without_stopping_anyone(
    open_window: OpenWindow, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    window.editor.apply("Remove", edits.remove(Activity, ["gone"]))
    assert window.frame
    assert "no longer in the portfolio" in window.frame.strip.words
    QTest.mouseClick(button("Close this message", window.frame.strip), Qt.MouseButton.LeftButton)
    assert not window.frame.strip.isVisible()


def test_what_is_open_to_look_at_does_not_change(open_window: OpenWindow, portfolio: Portfolio) -> None:
    window = open_window(portfolio, read_only=True)
    assert not window.editor.apply("Add", edits.add(Activity(new_id(), "New")))
    assert window.editor.portfolio is portfolio
    assert "Open to look only" in words(window.statusBar())
    assert "look at only" in words(window)
    assert window.close()


def test_the_line_below_says_why_a_file_is_open_to_look_only(open_window: OpenWindow, plain: Path) -> None:
    opened = file.open_file(plain, None, read_only=True)
    line = open_window(opened.portfolio, opened, read_only=True).statusBar()
    assert isinstance(line, StatusLine)
    assert line.words.text() == "Open to look only: as you chose"
    assert "close it and open it again" in line.words.toolTip()
    assert line.words.accessibleName() == f"{line.words.text()}. {line.words.toolTip()}"


def test_the_list_of_pages_works_by_mouse_and_by_keyboard(
    open_window: OpenWindow, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    assert window.frame
    side = window.frame.side
    QTest.mouseClick(
        side.viewport(), Qt.MouseButton.LeftButton, pos=side.visualItemRect(side.item(1)).center()
    )
    assert window.frame.current == "activities"
    QTest.keyClick(side, Qt.Key.Key_Down)
    assert window.frame.current == window.pages[2].name
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.frame.current == "board"


def test_in_a_narrow_window_the_list_of_pages_keeps_only_its_signs(
    open_window: OpenWindow, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    assert window.frame
    side = window.frame.side
    window.resize(1440, 900)
    wide = side.width()
    assert side.item(0).text() == "Board"
    window.resize(900, 700)
    assert side.width() < wide
    assert side.item(0).text() == ""
    assert side.item(0).toolTip() == "Board"
    assert side.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Board"


def choose_in_view(window: PortfolioWindow, words: str) -> None:
    view = window.menuBar().actions()[2].menu()
    assert isinstance(view, QMenu)
    next(action for action in view.actions() if action.text() == words).trigger()


def test_text_size_and_colours_change_at_once_and_the_page_stays(
    open_window: OpenWindow, choices: Choices, portfolio: Portfolio, program: Program
) -> None:
    window = open_window(portfolio)
    window.turn_to("goals")
    before = window.frame
    choose_in_view(window, "Larger text")
    assert choices.settings.text_percent == 110
    assert window.frame is not before
    assert window.frame
    assert window.frame.current == "goals"
    choose_in_view(window, "Usual text")
    assert choices.settings.text_percent == 100


SWITCHES = [{"language": "nl"}, {"theme": "dark"}, {"text_percent": 125}]


@pytest.mark.parametrize("switch", SWITCHES)
def test_work_goes_on_after_another_language_colours_or_text_size(
    open_window: OpenWindow,
    choices: Choices,
    portfolio: Portfolio,
    program: Program,
    switch: dict[str, object],
) -> None:
    window = open_window(portfolio)
    for page in window.pages:
        window.turn_to(page.name)
    choices.change(**switch)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    add(window, "New work")
    window.undo_step.trigger()
    assert window.editor.portfolio == portfolio


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_keeps_zoom_and_what_is_chosen(
    open_window: OpenWindow, qtbot: QtBot, choices: Choices, portfolio: Portfolio, switch: dict[str, object]
) -> None:
    window = open_window(portfolio)
    board = on_page(window, BoardPage)
    board.toolbar.zoom.set(1.5)
    chosen = sorted((placed.id for placed in portfolio.placements), key=partial(lowest, board.view))[-2:]
    board.view.choose(chosen)
    window.turn_to("activities")
    table = on_page(window, TableView)
    qtbot.waitUntil(table.isVisible)
    qtbot.waitUntil(lambda: table.model().rowCount() > 1)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    second = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second)
    qtbot.waitUntil(lambda: bool(table.rows()))
    key = table.rows()[0].key
    choices.change(**switch)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    table = on_page(window, TableView)
    qtbot.waitUntil(table.isVisible)
    assert [row.key for row in table.rows()] == [key]
    assert table.currentIndex().row() == 1
    window.turn_to("board")
    board = on_page(window, BoardPage)
    assert board.toolbar.zoom.factor == 1.5
    assert {card.id for card in board.view.chosen_cards()} == set(chosen)
    qtbot.waitUntil(lambda: board.view.rect().contains(board.view.visualRect(board.view.currentIndex())))


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_twice_keeps_the_cell_that_was_read(
    open_window: OpenWindow,
    choices: Choices,
    portfolio: Portfolio,
    program: Program,
    switch: dict[str, object],
) -> None:
    window = open_window(portfolio)
    cell = portfolio.placements[0].cell
    on_page(window, BoardPage).view.go_to(cell)
    window.turn_to("goals")
    choices.change(**switch)
    choices.change(**{name: getattr(ENGLISH, name) for name in switch})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.frame
    assert window.frame.current == "goals"
    window.turn_to("board")
    assert on_page(window, BoardPage).view.place_now() == cell


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_keeps_what_is_being_typed(
    open_window: OpenWindow, qtbot: QtBot, choices: Choices, portfolio: Portfolio, switch: dict[str, object]
) -> None:
    window = open_window(portfolio)
    window.turn_to("goals")
    field = on_page(window, TitleInput)
    qtbot.waitUntil(field.isVisible)
    QTest.keyClicks(field, "What next?")
    choices.change(**switch)
    assert window.editor.portfolio.question == "What next?"


def lowest(view: BoardView, card_id: str) -> int:
    return view.visualRect(view.board.at(card_id)).bottom()


def on_page(window: PortfolioWindow, kind: type[W]) -> W:
    """The widget of this kind on the page that is shown."""
    assert window.frame
    page = window.frame.pages[window.frame.current]
    found = page if isinstance(page, kind) else page.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.mark.parametrize("switch", SWITCHES)
def test_the_list_of_pages_keeps_its_space_after_a_switch(
    open_window: OpenWindow,
    choices: Choices,
    portfolio: Portfolio,
    program: Program,
    switch: dict[str, object],
) -> None:
    window = open_window(portfolio)
    window.resize(1440, 900)
    choices.change(**switch)
    QCoreApplication.processEvents()
    assert window.frame
    side = window.frame.side
    first, second = (side.visualItemRect(side.item(row)) for row in (0, 1))
    assert second.top() > first.bottom()


def test_the_board_has_the_keys_for_larger_and_smaller_to_itself(
    open_window: OpenWindow, choices: Choices, portfolio: Portfolio
) -> None:
    window = open_window(portfolio)
    assert window.frame
    zoom = window.frame.pages["board"].findChild(Zoom)
    assert zoom
    before = zoom.factor
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert zoom.factor > before
    assert choices.settings.text_percent == 100


def test_a_list_dropped_on_the_window_opens_the_import_assistant(
    open_window: OpenWindow, portfolio: Portfolio, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(portfolio)
    path = tmp_path / "list.csv"
    path.write_text("Taak;Uren\nExcursie Texel;12\n", encoding="utf-8")
    assert drop(file_mime(path), window)
    dialog = shown(ImportDialog)
    qtbot.waitUntil(dialog.table.isVisible)
    dialog.reject()
    text = QMimeData()
    text.setText("Excursie Texel\nOpen dag")
    assert drop(text, window)
    dialog = next(d for d in window.findChildren(ImportDialog) if d.isVisible())
    qtbot.waitUntil(dialog.table.isVisible)
    dialog.reject()


def test_closing_the_portfolio_goes_back_to_the_start_page(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    program.window.leave("start")
    assert program.window is None
    assert shown(StartWindow).page.isVisible()


def test_the_window_comes_back_where_it_was(
    open_window: OpenWindow, choices: Choices, portfolio: Portfolio
) -> None:
    first = open_window(portfolio)
    first.resize(770, 700)  # within the screen of the tests
    first.close()
    assert Choices().settings.window
    assert open_window(portfolio).size().width() == 770


def test_a_copy_goes_to_another_file_and_work_goes_on_in_this_one(
    open_window: OpenWindow, qtbot: QtBot, plain: Path, documents: Path
) -> None:
    opened = file.open_file(plain, None)
    window = open_window(opened.portfolio, opened)
    window.copy()
    page = shown(KeepDialog).page
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is a copy in “T. Est.coach” now" in words(window))
    assert window.windowTitle() == "Plain – CoachApp"
    file.open_file(documents / "T. Est.coach", None).close()


def test_the_worst_names_stay_text_and_fit_the_window(open_window: OpenWindow) -> None:
    window = open_window(portfolios.worst())
    window.resize(1440, 900)
    assert "<i>" in words(window)
    assert window.minimumSizeHint().width() <= 1440
