"""The tour of a first opening: beside what it is about, in nobody's way, and once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.ui.board.page import BoardPage
from coachapp.ui.choices import Choices
from coachapp.ui.help.callout import Callout, Ring, beside
from coachapp.ui.program import Program
from coachapp.ui.window import PortfolioWindow
from tests import portfolios

ROOM, SIZE, GAP = QRect(0, 0, 1000, 700), QSize(300, 100), 10


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow]) -> PortfolioWindow:
    made = open_window(portfolios.many(3))
    made.resize(1300, 800)
    QApplication.processEvents()
    return made


def shown(window: PortfolioWindow | None) -> Callout | None:
    assert window
    return next((one for one in window.findChildren(Callout) if one.isVisible()), None)


def begun(window: PortfolioWindow) -> Callout:
    window.tour()
    callout = shown(window)
    assert callout
    return callout


def board(window: PortfolioWindow) -> BoardPage:
    assert window.frame
    page = window.frame.pages["board"]
    assert isinstance(page, BoardPage)
    return page


def test_it_is_shown_at_the_first_opening_and_never_again(
    program: Program, plain: Path, qtbot: QtBot, choices: Choices
) -> None:
    choices.change(tour_seen=False)
    program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None and shown(program.window) is not None)
    assert Choices().settings.tour_seen
    assert program.window
    program.window.leave("start")
    qtbot.waitUntil(lambda: program.start is not None)
    assert program.start
    program.start.open(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    QApplication.processEvents()
    assert shown(program.window) is None


@pytest.mark.parametrize("wish", ["sample", "look", "guest"])
def test_who_only_looks_around_is_left_alone(
    program: Program, qtbot: QtBot, choices: Choices, wish: str
) -> None:
    choices.change(tour_seen=False)
    program.begin()
    assert program.start
    getattr(program.start, f"{wish}_requested").emit()
    QApplication.processEvents()
    assert shown(program.window) is None
    assert not choices.settings.tour_seen


def test_four_sentences_stand_beside_what_they_are_about(window: PortfolioWindow) -> None:
    callout, said = begun(window), []
    for stop in range(4):
        assert callout.next.isVisible() == (stop < 3)
        ring = next(one for one in window.findChildren(Ring) if one.isVisible())
        assert window.rect().contains(callout.geometry())
        assert not callout.geometry().intersects(ring.geometry())
        said.append(callout.words.text())
        if stop < 3:
            QTest.mouseClick(callout.next, Qt.MouseButton.LeftButton)
    assert len(set(said)) == 4
    QTest.mouseClick(callout.close_button, Qt.MouseButton.LeftButton)
    assert shown(window) is None


def test_each_sentence_is_spoken_with_the_way_on(
    window: PortfolioWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("coachapp.ui.help.tour.announce", lambda _widget, text: said.append(text))
    callout = begun(window)
    QTest.mouseClick(callout.next, Qt.MouseButton.LeftButton)
    assert [words.split("; ")[0].split(", ")[0] for words in said] == [
        "Type here what you do in your work",
        "Drag a card to the cell where it belongs",
    ]
    assert all(words.endswith("Esc closes it.") for words in said)
    assert callout.accessibleName() == callout.words.text()


def test_working_goes_on_under_it(window: PortfolioWindow) -> None:
    page = board(window)
    page.view.setFocus()
    callout = begun(window)
    assert page.view.hasFocus()
    QTest.keyClicks(page.view, "x")
    line = QApplication.focusWidget()
    assert line
    QTest.keyClicks(line, "yz")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "xyz" in [one.title for one in window.editor.portfolio.activities]
    assert callout.isVisible()


def test_tab_leads_from_the_board_through_it_and_esc_leads_back(window: PortfolioWindow) -> None:
    page = board(window)
    page.view.setFocus()
    callout = begun(window)
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert callout.next.hasFocus()
    for _stop in range(3):
        QTest.keyClick(callout.next, Qt.Key.Key_Return)
    assert callout.close_button.hasFocus()
    QTest.keyClick(callout.close_button, Qt.Key.Key_Escape)
    assert shown(window) is None
    assert page.view.hasFocus()


def test_esc_on_the_board_first_lets_go_of_a_card_and_then_ends_it(window: PortfolioWindow) -> None:
    page = board(window)
    page.view.setFocus()
    begun(window)
    page.view.choose((window.editor.portfolio.placements[0].id,))
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert shown(window)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert shown(window) is None


def test_it_ends_when_another_page_is_turned_to_and_begins_anew_from_the_menu(
    window: PortfolioWindow,
) -> None:
    begun(window)
    window.turn_to("goals")
    assert shown(window) is None
    menus = {action.text(): action.menu() for action in window.menuBar().actions()}
    next(one for one in menus["&Help"].actions() if one.text() == "Tour").trigger()  # type: ignore[attr-defined]
    assert shown(window)
    assert window.frame
    assert window.frame.current == "board"


def test_it_stays_beside_its_subject_when_the_window_changes(window: PortfolioWindow, qtbot: QtBot) -> None:
    callout = begun(window)
    for _stop in range(3):
        QTest.mouseClick(callout.next, Qt.MouseButton.LeftButton)
    before = callout.y()
    window.resize(1300, 600)
    qtbot.waitUntil(lambda: callout.y() < before - 100)
    assert window.rect().contains(callout.geometry())


def test_nothing_of_it_is_left_when_the_window_is_made_anew(window: PortfolioWindow, qtbot: QtBot) -> None:
    begun(window)
    window.choices.change(text_percent=125)
    qtbot.waitUntil(lambda: shown(window) is None)


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (QRect(10, 300, 100, 100), (119, 300)),
        (QRect(800, 300, 190, 100), (490, 300)),
        (QRect(0, 660, 1000, 40), (350, 550)),
        (QRect(0, 0, 1000, 40), (350, 49)),
        (QRect(0, 0, 1000, 700), (350, 300)),
    ],
    ids=["right", "left", "above", "below", "over"],
)
def test_a_callout_finds_its_place(target: QRect, place: tuple[int, int]) -> None:
    found = beside(target, SIZE, ROOM, GAP)
    assert (abs(found.x() - place[0]) <= 1, abs(found.y() - place[1]) <= 1) == (True, True)
