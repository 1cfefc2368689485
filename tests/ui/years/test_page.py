"""Over the years: the boards of all days, one after the other and beside each other."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain.board_then import Laid, Snapshot, as_board
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Activity, Context, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.ui import announce
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings
from coachapp.ui.years.page import OverTheYearsPage
from coachapp.ui.years.side import Side
from tests import portfolios

GROUP, SCHOOL, BEYOND = Cell("leren", "micro"), Cell("leren", "meso"), Cell("leren", "macro")
LINE = Laid("a", "Leerlijn", GROUP, "doing")
CHAIR = Laid("b", "Voorzitter", SCHOOL, "doing")

Show = Callable[..., OverTheYearsPage]


def kept(number: int, day: str, *cards: Laid, talk: str = "") -> Snapshot:
    return Snapshot(f"{number:032x}", day, as_board(cards), talk)


def over_years() -> Portfolio:
    """A line that goes from group to school and beyond it, and a chair that is given up."""
    talk = Conversation("c" * 32, "2024-03-12", coach="M. Jansen (made up)", question="Blijf ik?")
    return replace(
        portfolios.empty(),
        conversations=(talk,),
        contexts=(
            Context("1", "De Oefenschool", ("vo",), since="2014-08", until="2024-07"),
            Context("2", "Het Voorbeeldcollege", ("vo",), since="2024-08"),
        ),
        activities=(Activity("a", "Leerlijn"),),
        placements=(Placement("p", "a", BEYOND),),
        snapshots=(
            kept(1, "2023-03-01", LINE, CHAIR),
            kept(2, "2024-03-12", LINE._replace(cell=SCHOOL), CHAIR._replace(status="done"), talk=talk.id),
        ),
    )


@pytest.fixture
def show(qtbot: QtBot, editor: Callable[[Portfolio], Editor]) -> Show:
    def shown(portfolio: Portfolio, *, still: bool = True, width: int = 1300) -> OverTheYearsPage:
        page = OverTheYearsPage(editor(portfolio), Settings(reduced_motion=still))
        qtbot.addWidget(page)
        page.resize(width, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return shown


def cell_of(side: Side, title: str) -> Cell | None:
    """Where the card with this title is painted."""
    view = side.view
    for row in range(view.board.rowCount()):
        card = view.board.card(row)
        if card and card.activity.title == title:
            place = view.scene.place_at(view.scene.card_rect(card).center())
            assert isinstance(place, Cell)
            return place
    return None


def told(page: OverTheYearsPage) -> list[str]:
    return [page.telling.changes.item(row).text() for row in range(page.telling.changes.count())]


def in_the_air(page: OverTheYearsPage, title: str) -> float:
    """How far from the left this card is on its way."""
    return next(
        rect.left() for card, rect, _seen in page.side.view.in_the_air if card.activity.title == title
    )


def press(page: OverTheYearsPage, key: Qt.Key) -> None:
    QTest.keyClick(page.foot.slider, key)


def test_it_opens_at_today_with_what_changed_since_the_last_board(show: Show) -> None:
    page = show(over_years())

    assert page.telling.day.text() == "Today"
    assert page.telling.since.text() == "Since 12 March 2024: 2 changes"
    assert cell_of(page.side, "Leerlijn") == BEYOND


def test_the_arrow_keys_go_from_day_to_day(show: Show) -> None:
    page = show(over_years())
    page.setFocus()

    press(page, Qt.Key.Key_Left)
    assert page.telling.day.text() == "12 March 2024"
    assert (cell_of(page.side, "Leerlijn"), cell_of(page.side, "Voorzitter")) == (SCHOOL, SCHOOL)
    press(page, Qt.Key.Key_Home)
    assert page.telling.day.text() == "1 March 2023"
    assert page.telling.since.text() == "The first board that was kept"
    assert cell_of(page.side, "Leerlijn") == GROUP
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_End)
    assert page.telling.day.text() == "Today"


def test_it_says_in_words_what_changed(show: Show) -> None:
    page = show(over_years())

    press(page, Qt.Key.Key_Left)

    assert told(page) == [
        "Moved",
        "Leerlijn: Group → School (March 2024)",
        "Otherwise than it was",
        "Voorzitter: doing now → did before",
    ]
    assert page.telling.occasion.text() == "Conversation with M. Jansen (made up)\n“Blijf ik?”"


def test_a_click_on_the_line_of_time_goes_to_the_nearest_day(show: Show) -> None:
    page = show(over_years())
    slider = page.foot.slider

    at = QPoint(round(slider.x_of(0)) + 4, slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at)

    assert page.telling.day.text() == "1 March 2023"


def test_cards_fly_from_day_to_day_and_land_in_their_cell(qtbot: QtBot, show: Show) -> None:
    page = show(over_years(), still=False)

    press(page, Qt.Key.Key_Left)

    view = page.side.view
    assert view.is_flying
    qtbot.waitUntil(lambda: not view.is_flying)
    assert cell_of(page.side, "Leerlijn") == SCHOOL


def test_a_card_that_is_under_way_goes_on_from_where_it_is(qtbot: QtBot, show: Show) -> None:
    page = show(over_years(), still=False)
    press(page, Qt.Key.Key_Left)
    view = page.side.view
    beyond, school = view.scene.place_rect(BEYOND).left(), view.scene.place_rect(SCHOOL).left()
    qtbot.waitUntil(lambda: school + 20 < in_the_air(page, "Leerlijn") < beyond - 20)

    press(page, Qt.Key.Key_Home)

    assert school + 20 < in_the_air(page, "Leerlijn") < beyond - 20


def test_nothing_moves_with_reduced_motion(show: Show) -> None:
    page = show(over_years())

    press(page, Qt.Key.Key_Left)

    assert not page.side.view.is_flying
    assert not page.controls.play.isVisible()


def test_play_walks_through_the_days_and_stops_at_today(qtbot: QtBot, show: Show) -> None:
    page = show(over_years(), still=False)

    page.controls.play.click()
    assert page.walk.is_going
    assert page.telling.day.text() == "12 March 2024"
    assert page.controls.play.text() == "Stop"
    qtbot.waitUntil(lambda: not page.walk.is_going, timeout=10_000)

    assert page.telling.day.text() == "Today"
    assert page.controls.play.text() == "Play"


def test_going_to_a_day_stops_the_walk(show: Show) -> None:
    page = show(over_years(), still=False)
    page.controls.play.click()

    press(page, Qt.Key.Key_Home)

    assert not page.walk.is_going
    assert page.telling.day.text() == "1 March 2023"


def test_two_days_stand_side_by_side_with_what_differs_between_them(show: Show) -> None:
    page = show(over_years())

    page.controls.double.click()

    assert page.panes.beside
    assert (page.panes.beside.title.text(), page.side.title.text()) == ("1 March 2023", "Today")
    assert (cell_of(page.panes.beside, "Leerlijn"), cell_of(page.side, "Leerlijn")) == (GROUP, BEYOND)
    assert page.panes.beside.mapTo(page, QPoint()).x() < page.side.mapTo(page, QPoint()).x()
    assert page.telling.since.text() == "Since 1 March 2023: 2 changes"
    assert "Voorzitter: Helping students learn, School" in told(page)
    page.controls.double.click()
    assert not page.panes.beside.isVisible()
    assert not page.foot.other.isVisible()


def test_all_rows_are_in_sight_on_the_screen_of_a_laptop(qtbot: QtBot, show: Show) -> None:
    page = show(sample.portfolio("en"), width=1280)
    view = page.side.view
    for height in (800, 700, 640):
        page.resize(1280, height)
        qtbot.waitUntil(lambda high=height: page.height() == high)
        assert view.scene.layout.rows[-1].end <= view.viewport().height()


def test_the_first_day_is_laid_beside_today(show: Show) -> None:
    page = show(over_years())
    press(page, Qt.Key.Key_Home)

    page.controls.double.click()

    assert page.panes.beside
    assert (page.panes.beside.title.text(), page.side.title.text()) == ("1 March 2023", "Today")


def test_a_chosen_card_shows_its_line_through_the_years(show: Show) -> None:
    page = show(over_years())
    view = page.side.view
    card = view.board.cards_in(BEYOND)[0]

    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.scene.card_rect(card).center().toPoint()
    )

    assert page.telling.line_title.text() == "“Leerlijn” through the years"
    lines = [page.telling.line.item(row).text() for row in range(page.telling.line.count())]
    assert lines == [
        "1 March 2023: Helping students learn, Group",
        "12 March 2024: Helping students learn, School",
        "Today: Helping students learn, Beyond the school",
    ]


def test_the_line_is_drawn_from_cell_to_cell(show: Show) -> None:
    page = show(over_years())
    view = page.side.view
    before = view.viewport().grab().toImage()

    page.choose("a")

    after = view.viewport().grab().toImage()
    group, school = view.scene.place_rect(GROUP), view.scene.place_rect(SCHOOL)
    between = QPointF((group.right() + school.left()) / 2, group.bottom() - 18).toPoint()
    paper, drawn = before.pixelColor(between), after.pixelColor(between)
    assert paper.lightness() - drawn.lightness() > 60


def test_the_chosen_card_stays_chosen_on_every_day(show: Show) -> None:
    page = show(over_years())
    page.choose("b")  # not on the board today

    press(page, Qt.Key.Key_Left)

    assert [card.activity.title for card in page.side.view.chosen_cards()] == ["Voorzitter"]
    press(page, Qt.Key.Key_End)
    assert page.side.view.chosen_cards() == []
    assert page.telling.line_title.text() == "“Voorzitter” through the years"


def test_a_line_of_words_leads_to_its_card_and_to_its_day(show: Show) -> None:
    page = show(over_years())

    page.telling.changes.setCurrentRow(1)
    QTest.keyClick(page.telling.changes, Qt.Key.Key_Return)
    assert page.activity_id == "a"
    page.telling.line.setCurrentRow(0)
    QTest.keyClick(page.telling.line, Qt.Key.Key_Return)

    assert page.telling.day.text() == "1 March 2023"


def test_workplaces_stand_in_time_and_that_of_the_day_stands_out(show: Show) -> None:
    page = show(over_years())
    strip = page.foot.workplaces
    old, new = strip.bars

    assert (old.words, new.words) == (
        "De Oefenschool · Secondary education",
        "Het Voorbeeldcollege · Secondary education",
    )
    assert strip.rect_of(old).right() <= strip.rect_of(new).left() + 1
    assert "since August 2024" in strip.accessibleName()
    at = strip.rect_of(new).topLeft() + QPointF(40, 1)
    today = strip.grab().toImage().pixelColor(at.toPoint())
    press(page, Qt.Key.Key_Home)
    assert strip.grab().toImage().pixelColor(at.toPoint()) != today


def test_without_a_board_it_says_how_to_begin_and_does_so(show: Show) -> None:
    page = show(portfolios.many(5))
    assert page.nothing.isVisible()

    page.nothing.keep.click()

    assert not page.nothing.isVisible()
    assert page.telling.since.text().endswith("nothing on the board was changed")
    assert len(page.story.kept) == 2


def test_a_day_of_her_own_choice_can_be_removed_again(
    editor: Callable[[Portfolio], Editor], show: Show
) -> None:
    page = show(over_years())
    assert not page.controls.remove.isVisible()
    page.controls.keep.click()
    press(page, Qt.Key.Key_Left)
    assert page.telling.occasion.text() == "Kept on a day of your own choice."

    page.controls.remove.click()

    assert len(page.story.kept) == 3


def test_a_board_with_a_cell_that_is_gone_is_shown_without_it_and_says_so(show: Show) -> None:
    gone = Laid("z", "Oud werk", Cell("vroeger", "ver"))
    odd = Laid("y", "Vreemd werk", GROUP, "wat", "iets", "onbekend", "veel x")
    page = show(replace(over_years(), snapshots=(kept(1, "2023", LINE, odd, gone),)))

    press(page, Qt.Key.Key_Home)

    assert cell_of(page.side, "Leerlijn") == GROUP
    assert cell_of(page.side, "Vreemd werk") == GROUP
    assert cell_of(page.side, "Oud werk") is None
    assert page.telling.lost.text() == "In a cell that this board doesn't have: Oud werk: vroeger, ver"


def test_it_follows_what_is_undone_and_comes_back_to_its_day(show: Show) -> None:
    page = show(over_years())
    page.controls.keep.click()
    press(page, Qt.Key.Key_Home)

    page._editor.undo()

    assert len(page.story.kept) == 3
    assert page.telling.day.text() == "1 March 2023"


def test_the_slider_tells_a_screen_reader_its_day(show: Show) -> None:
    page = show(over_years())

    press(page, Qt.Key.Key_Left)

    assert page.foot.slider.accessibleName() == "Day"
    assert page.foot.slider.accessibleDescription() == "12 March 2024"


def test_from_right_to_left_time_begins_at_the_right(show: Show) -> None:
    page = show(over_years())
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    assert page.foot.slider.x_of(0) > page.foot.slider.x_of(2)
    press(page, Qt.Key.Key_Right)
    assert page.telling.day.text() == "12 March 2024"


def test_in_a_narrow_window_the_words_stand_in_the_place_of_the_board(show: Show) -> None:
    page = show(sample.portfolio("en"), width=560)
    assert page.side.isVisible()
    assert not page.telling.isVisible()

    page.controls.words.click()

    assert page.telling.isVisible()
    assert not page.side.isVisible()
    page.resize(1300, 800)
    assert page.telling.isVisible()
    assert page.side.isVisible()


def test_sixty_conversations_with_two_hundred_cards_are_walked_through(show: Show) -> None:
    many = portfolios.many(200)
    cells = many.framework.board
    rows = [
        kept(
            day,
            f"{2006 + day // 3}-{1 + day % 3 * 4:02}",
            *(Laid(f"{n}", f"Werk {n}", cells[(n + day) % len(cells)], "doing") for n in range(200)),
        )
        for day in range(60)
    ]
    page = show(replace(many, snapshots=tuple(rows)))

    press(page, Qt.Key.Key_Home)
    assert page.telling.day.text() == "January 2006"
    for _step in range(60):
        press(page, Qt.Key.Key_Right)

    assert page.telling.day.text() == "Today"


def test_a_page_made_anew_shows_the_same_days_and_the_same_line(show: Show) -> None:
    page = show(over_years())
    page.controls.double.click()
    press(page, Qt.Key.Key_Left)
    QTest.keyClick(page.foot.other, Qt.Key.Key_Home)
    page.choose("a")

    again = show(over_years())
    again.restore(page.state())

    assert again.panes.beside
    assert (again.panes.beside.title.text(), again.side.title.text()) == ("1 March 2023", "12 March 2024")
    assert again.telling.line_title.text() == "“Leerlijn” through the years"
    assert again.controls.double.isChecked()


def test_who_only_looks_can_keep_nothing(qtbot: QtBot) -> None:
    editor = Editor(Document(over_years()), read_only=True, parent=QApplication.instance())
    page = OverTheYearsPage(editor, Settings())
    qtbot.addWidget(page)
    page.show()

    assert page.side.isVisible()
    assert not page.controls.keep.isVisible()
    assert not page.nothing.keep.isVisibleTo(page.nothing)


def test_a_screen_reader_hears_the_day_and_how_much_was_changed(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    page = show(over_years())
    monkeypatch.setattr(announce.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        announce.QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )

    press(page, Qt.Key.Key_Left)

    assert heard == ["12 March 2024. Since 1 March 2023: 2 changes"]
