"""Placing apart on one machine: turns that tell the other nothing, and what is done with both boards."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import blind, edits, insight
from coachapp.domain.blind import COACH, TEACHER
from coachapp.domain.conversation import Conversation, View
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.dialog import ApartDialog
from coachapp.ui.blind.entry import PlaceApart
from coachapp.ui.blind.reveal import RevealPage
from coachapp.ui.blind.start import StartPage
from coachapp.ui.blind.turn import TurnPage
from coachapp.ui.board.cards import Place
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.conversation.place import PlacePart
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings
from tests import portfolios

SETTINGS = Settings(language="en", reduced_motion=True)
TALK = Conversation("c1", "2026-11-26", relationship="independent")
GROUP, SCHOOL, REGION = Cell("leren", "micro"), Cell("leren", "meso"), Cell("ontwikkelen", "macro")
Open = Callable[..., ApartDialog]


def few(talk: Conversation = TALK) -> Portfolio:
    activities = tuple(Activity(f"a{n}", title) for n, title in enumerate(("Teaching", "Mentor", "Council")))
    placements = (Placement("p2", "a2", GROUP, energy="gives"),)
    return replace(portfolios.empty(), activities=activities, placements=placements, conversations=(talk,))


def compared() -> Portfolio:
    """The same cell, one apart, further apart."""
    cells = {"a0": (GROUP, GROUP), "a1": (GROUP, SCHOOL), "a2": (GROUP, REGION)}
    views = [
        View(f"v{n}{by}", TALK.id, activity_id, cell, by)
        for n, (activity_id, both) in enumerate(cells.items())
        for by, cell in zip((TEACHER, COACH), both, strict=True)
    ]
    return blind.lay(views)(few())


@pytest.fixture
def open_dialog(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> Iterator[Open]:
    opened: list[ApartDialog] = []
    windows: list[QWidget] = []

    def show(portfolio: Portfolio, talk: Conversation = TALK, *, read_only: bool = False) -> ApartDialog:
        made, window = editor(portfolio), QWidget()
        made.read_only = read_only
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 860)
        window.show()
        dialog = ApartDialog(made, SETTINGS, talk, window)
        dialog.open()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        opened.append(dialog)
        return dialog

    yield show
    for dialog in opened:
        dialog.reject()


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def at(board: BoardView, place: Place) -> QPoint:
    rect = board.scene.place_rect(place)
    return QPointF(rect.center().x(), rect.bottom() - 6).toPoint()


def lay(dialog: ApartDialog, card_id: str, place: Place) -> None:
    """By two clicks; a card in a cell is first chosen."""
    page = turn(dialog)
    card = page.board.board.cards((card_id,))[0]
    middle = page.board.scene.card_rect(card).center().toPoint()
    if card.placement and card not in page.board.chosen_cards():
        QTest.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    for point in (middle, at(page.board, place)):
        QTest.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=point)


def begin(dialog: ApartDialog) -> None:
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.begin)


def take_turn(dialog: ApartDialog) -> None:
    assert isinstance(dialog.page, CoverPage)
    press(dialog.page.start)


def turn(dialog: ApartDialog) -> TurnPage:
    assert isinstance(dialog.page, TurnPage)
    return dialog.page


def reveal(dialog: ApartDialog) -> RevealPage:
    assert isinstance(dialog.page, RevealPage)
    return dialog.page


def spoken(widget: QWidget) -> str:
    """All that a screen reader can find from here, and all tooltips."""
    words: list[str] = [one.toolTip() for one in (widget, *widget.findChildren(QWidget)) if one.isVisible()]

    def read(element: QAccessible) -> None:
        words.append(element.text(QAccessible.Text.Name))  # type: ignore[attr-defined]
        for number in range(element.childCount()):  # type: ignore[attr-defined]
            child = element.child(number)  # type: ignore[attr-defined]
            if child and child.isValid() and not child.state().invisible:
                read(child)

    read(QAccessible.queryAccessibleInterface(widget))  # type: ignore[arg-type]
    words += [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(words)


# ---------------------------------------------------------------- beginning


def test_what_is_to_place_takes_part_and_what_lies_on_the_board_can(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    assert isinstance(dialog.page, StartPage)
    assert dialog.page.chosen() == ("a0", "a1")
    dialog.page.list.setFocus()
    dialog.page.list.setCurrentRow(2)
    QTest.keyClick(dialog.page.list, Qt.Key.Key_Space)
    assert dialog.page.chosen() == ("a0", "a1", "a2")
    assert not dialog.page.compare.isVisible()


def test_without_an_activity_there_is_nothing_to_begin(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    assert isinstance(dialog.page, StartPage)
    for row in range(2):
        dialog.page.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.page.begin.isEnabled()


def test_either_of_both_may_begin(open_dialog: Open) -> None:
    dialog = open_dialog(
        few(replace(TALK, relationship="colleague")), replace(TALK, relationship="colleague")
    )
    assert isinstance(dialog.page, StartPage)
    press(next(b for b in dialog.page.first.findChildren(QPushButton) if b.text() == "Colleague"))
    begin(dialog)
    assert "It is the colleague's turn" in spoken(dialog)


# ---------------------------------------------------------------- turns


def test_each_fills_an_empty_board_and_then_both_lie_over_each_other(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    lay(dialog, "a1", GROUP)
    press(turn(dialog).ready)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    lay(dialog, "a1", SCHOOL)
    press(turn(dialog).ready)
    assert rows(reveal(dialog).list) == ["In the same cell", "Teaching", "One apart", "Mentor"]


def test_the_other_finds_nothing_of_what_was_laid(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    lay(dialog, "a1", REGION)
    assert "Teaching, Helping students learn, Group" in spoken(dialog)
    press(turn(dialog).ready)
    assert "Teaching" not in spoken(dialog)
    assert not dialog.findChildren(BoardView, options=Qt.FindChildOption.FindDirectChildrenOnly)
    take_turn(dialog)
    said = spoken(dialog)
    assert "Teaching, To place" in said
    assert "Mentor, To place" in said
    assert ", 1 activity" not in said
    assert turn(dialog).board.board.portfolio.placements == ()
    assert turn(dialog).board.board.portfolio.views == ()


def test_undo_tells_the_other_nothing_and_takes_a_whole_turn_back(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    document = dialog.editor.document
    begin(dialog)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    lay(dialog, "a1", REGION)
    assert document.undo_label == "Place apart"
    press(turn(dialog).ready)
    take_turn(dialog)
    lay(dialog, "a0", SCHOOL)
    assert document.undo_label == "Place apart"
    assert {made.label for made in document.unsaved()} == {"Place apart"}
    document.undo()
    assert {view.by for view in document.portfolio.views} == {TEACHER}
    document.undo()
    assert document.portfolio.views == ()


def test_what_was_laid_stays_when_it_is_broken_off_and_waits_for_its_owner(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    portfolio = dialog.editor.portfolio
    press(dialog.leave)
    assert [(view.activity_id, view.cell, view.by) for view in portfolio.views] == [("a0", GROUP, TEACHER)]
    again = open_dialog(portfolio)
    assert isinstance(again.page, StartPage)
    assert not again.page.compare.isVisible()
    assert again.page.chosen() == ("a0",)
    begin(again)
    assert "It is the coach's turn" in spoken(again)
    take_turn(again)
    assert "Teaching, To place" in spoken(again)


def test_a_card_can_be_laid_elsewhere_or_left_open(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    lay(dialog, "a0", GROUP)
    card = dialog.editor.portfolio.views[0].id
    lay(dialog, card, SCHOOL)
    assert [view.cell for view in dialog.editor.portfolio.views] == [SCHOOL]
    lay(dialog, card, "off")
    assert "only choose a cell" in spoken(dialog)
    QTest.keyClick(turn(dialog).board, Qt.Key.Key_Delete)
    assert dialog.editor.portfolio.views == ()


def test_a_turn_goes_by_keyboard_alone_and_escape_does_not_end_it(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(few())
    assert isinstance(dialog.page, StartPage)
    qtbot.waitUntil(dialog.page.begin.hasFocus)
    QTest.keyClick(dialog.page.begin, Qt.Key.Key_Return)
    assert isinstance(dialog.page, CoverPage)
    qtbot.waitUntil(dialog.page.start.hasFocus)
    QTest.keyClick(dialog.page.start, Qt.Key.Key_Return)
    page = turn(dialog)
    qtbot.waitUntil(page.board.hasFocus)
    page.board.setCurrentIndex(page.board.board.at("a0"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(page.board, key)
    assert [view.activity_id for view in dialog.editor.portfolio.views] == ["a0"]
    QTest.keyClick(page.board, Qt.Key.Key_Escape)
    QTest.keyClick(page.board, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_names_are_hidden_with_one_key_and_shown_again(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    qtbot.waitUntil(turn(dialog).board.hasFocus)
    QTest.keyClick(turn(dialog).board, Qt.Key.Key_F9)
    assert "Teaching" not in spoken(dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert "Teaching" in spoken(dialog)
    assert turn(dialog).board.hasFocus()


def test_nothing_is_typed_into_a_board_of_ones_own(open_dialog: Open) -> None:
    dialog = open_dialog(few())
    begin(dialog)
    take_turn(dialog)
    board = turn(dialog).board
    board.setCurrentIndex(board.board.at(GROUP))
    QTest.keyClicks(board, "New")
    assert not board.entries.cell.isVisible()
    assert not board.entries.tray.isVisible()


# ---------------------------------------------------------------- both boards


def rows(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_the_list_says_how_far_apart_both_laid_each(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page = reveal(dialog)
    assert rows(page.list) == [
        *("In the same cell", "Teaching", "One apart", "Mentor", "Further apart", "Council")
    ]
    item = page.list.item(3)
    said = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Mentor, teacher: Helping students learn, Group, coach: Helping students learn, ")
    assert said.endswith("One apart")
    assert not any(sign in spoken(dialog) for sign in ("%", "score", "correct"))


def test_each_card_carries_the_sign_of_who_laid_it(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    signs = {
        (card.activity.title, str(card.place), who.letter) for card, who, _at in reveal(dialog).board.signs()
    }
    assert signs == {
        *(("Teaching", "leren/micro", letter) for letter in "TC"),
        *(("Mentor", "leren/micro", "T"), ("Mentor", "leren/meso", "C")),
        *(("Council", "leren/micro", "T"), ("Council", "ontwikkelen/macro", "C")),
    }
    names = spoken(reveal(dialog).board)
    assert "Council, teacher: Helping students learn, Group, coach: Developing education" in names


def test_what_they_settle_on_becomes_the_placement_and_the_list_goes_on(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page, document = reveal(dialog), dialog.editor.document
    views = document.portfolio.views
    press(page.panel.both)
    assert insight.cells_of(document.portfolio, "a0") == (GROUP,)
    assert page.list.current() == "a1"
    press(page.panel.theirs[1])
    assert insight.cells_of(document.portfolio, "a1") == (SCHOOL,)
    assert document.undo_label == "Settle where “Mentor” lies"
    assert page.list.current() == "a2"
    press(page.panel.theirs[0])
    assert insight.cells_of(document.portfolio, "a2") == (GROUP,)
    assert document.portfolio.views == views
    said = [page.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3, 5)]
    assert all(words.endswith("settled") for words in said)


def test_another_cell_is_pointed_out_by_a_click_or_with_the_keys(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page, editor = reveal(dialog), dialog.editor
    page.list.turn_to("a1")
    press(page.panel.another)
    QTest.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=at(page.board, REGION))
    assert insight.cells_of(editor.portfolio, "a1") == (REGION,)
    page.list.turn_to("a2")
    page.panel.another.setFocus()
    QTest.keyClick(page.panel.another, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(page.board, key)
    moved = next(p for p in editor.portfolio.placements if p.activity_id == "a2")
    assert (moved.cell, moved.energy) == (Cell("leren", "nano"), "gives")


def test_pointing_out_can_be_left_again(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page = reveal(dialog)
    before = dialog.editor.portfolio
    press(page.panel.another)
    qtbot.waitUntil(page.board.hasFocus)
    QTest.keyClick(page.board, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert dialog.editor.portfolio is before
    assert dialog.isVisible()


def test_both_boards_go_by_keyboard_alone(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page = reveal(dialog)
    qtbot.waitUntil(page.list.hasFocus)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current() == "a1"
    reached: list[str] = []
    while "The teacher's cell" not in reached and len(reached) < 6:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        widget = dialog.focusWidget()
        reached.append(widget.text() if isinstance(widget, QPushButton) else "")
    assert reached[-1] == "The teacher's cell"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert insight.cells_of(dialog.editor.portfolio, "a1") == (GROUP,)
    assert page.list.hasFocus()
    assert page.list.current() == "a2"


def test_all_that_both_laid_in_the_same_cell_is_laid_at_once(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page = reveal(dialog)
    press(page.all_same)
    assert insight.cells_of(dialog.editor.portfolio, "a0") == (GROUP,)
    assert not page.all_same.isVisible()
    assert page.list.current() == "a1"


def test_a_card_that_is_clicked_is_turned_to(open_dialog: Open) -> None:
    dialog = open_dialog(compared())
    assert isinstance(dialog.page, StartPage)
    press(dialog.page.compare)
    page = reveal(dialog)
    card = page.board.cards_of("a2")[1]
    middle = page.board.scene.card_rect(card).center().toPoint()
    QTest.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.list.current() == "a2"
    assert {c.activity.id for c in page.board.chosen_cards()} == {"a2"}
    assert len(page.board.chosen_cards()) == 2
    assert page.board.current_key() == card.id


def test_of_a_portfolio_to_look_at_both_boards_are_shown_and_nothing_is_settled(open_dialog: Open) -> None:
    page = reveal(open_dialog(compared(), read_only=True))
    assert not any(button.isEnabled() for button in page.panel.ways)
    assert not page.all_same.isVisible()


# ---------------------------------------------------------------- the way in


class Going:
    """The conversation as the way in asks for it."""

    def __init__(self, editor: Editor, talk: Conversation) -> None:
        self.editor, self.settings, self.talk = editor, SETTINGS, talk

    @property
    def conversation(self) -> Conversation:
        return self.talk


@pytest.mark.parametrize(
    ("relationship", "offered"), [("independent", True), ("manager", False), ("hr", False)]
)
def test_with_a_boss_it_is_not_offered(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor], relationship: str, offered: bool
) -> None:
    way = PlaceApart(Going(editor(few()), replace(TALK, relationship=relationship)))
    qtbot.addWidget(way.button)
    way.refresh()
    assert way.button.isVisible() is offered


def test_after_the_conversation_both_boards_can_still_be_looked_at(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor], open_dialog: Open
) -> None:
    ended = replace(TALK, ended_on="2026-11-26")
    for portfolio, offered in ((few(ended), False), (compared(), True)):
        way = PlaceApart(Going(editor(portfolio), ended))
        qtbot.addWidget(way.button)
        way.refresh()
        assert way.button.isVisible() is offered
    assert reveal(open_dialog(compared(), ended)).list.count()


def test_it_is_offered_where_they_place(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> None:
    made = editor(few())
    page = BoardPage(made, SETTINGS)
    qtbot.addWidget(page)
    part = PlacePart(Talk(made, SETTINGS, page.view, TALK.id, page))
    qtbot.addWidget(part)
    part.refresh()
    part.show()
    assert part.apart.button.isVisible()
    made.apply("", edits.change(Conversation, [TALK.id], relationship="manager"))
    part.refresh()
    assert not part.apart.button.isVisible()


def test_the_button_opens_it_over_the_window(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> None:
    way = PlaceApart(Going(editor(few()), TALK))
    qtbot.addWidget(way.button)
    way.button.show()
    press(way.button)
    dialog = way.button.findChild(ApartDialog)
    assert dialog
    qtbot.waitExposed(dialog)
    assert isinstance(dialog.page, StartPage)
    dialog.reject()
