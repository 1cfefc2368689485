"""What the board looks like: room, forms, zoom, arrows, panes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainterPathStroker
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Activity, Ambition, Placement
from coachapp.domain.values import Cell, Hours
from coachapp.packs import sample
from coachapp.ui import theme
from coachapp.ui.board.arranging import shared
from coachapp.ui.board.arrows import arrows
from coachapp.ui.board.names import place_title
from coachapp.ui.board.signs import signs
from tests import portfolios

from .conftest import GROUP, REGION, SCHOOL, OnScreen, Show, few


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """200 % text."""
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


def _picture(board: OnScreen) -> QImage:
    return board.view.viewport().grab().toImage()


def _colours(picture: QImage, rect: QRectF) -> set[str]:
    left, top = rect.topLeft().toPoint().toTuple()
    size = rect.size().toSize()
    return {
        picture.pixelColor(left + x, top + y).name()
        for x in range(size.width())
        for y in range(size.height())
    }


def test_sixteen_activities_are_all_in_sight_without_scrolling(show: Show) -> None:
    board = show(sample.portfolio("nl"))
    scene, viewport = board.view.scene, QRectF(board.view.viewport().rect())
    assert len(board.portfolio.placements) >= 16
    assert all(viewport.contains(scene.card_rect(board.card(p.id))) for p in board.portfolio.placements)
    assert not scene.layout.more
    assert board.view.verticalScrollBar().maximum() == board.view.horizontalScrollBar().maximum() == 0


def test_a_board_that_fits_has_no_scroll_bar_whatever_the_height(qtbot: QtBot, show: Show) -> None:
    board = show(sample.portfolio("en"))
    bar = board.view.verticalScrollBar()
    for height in range(850, 880):
        board.page.resize(1440, height)
        qtbot.waitUntil(lambda high=height: board.page.height() == high)
        assert board.view.scene.layout.height <= board.view.viewport().height()
        assert (bar.maximum(), bar.isVisible()) == (0, False)


def test_no_two_cards_overlap_and_each_lies_within_its_place(show: Show) -> None:
    board = show(portfolios.many(60))
    layout = board.view.scene.layout
    for place in board.view.board.places:
        rects = [
            layout.cards[card.id] for card in board.view.board.cards_in(place) if card.id in layout.cards
        ]
        assert all(layout.places[place].contains(rect) for rect in rects)
        assert not any(one.intersects(other) for n, one in enumerate(rects) for other in rects[n + 1 :])


def test_room_is_shared_evenly_but_never_less_than_needed() -> None:
    assert shared([100, 10, 10], 150) == [100, 25, 25]
    assert shared([10, 10], 100) == [50, 50]
    assert shared([100, 60], 100) == [100, 60]


def test_empty_rows_give_way_before_anything_hides(show: Show) -> None:
    activities = tuple(Activity(f"a{n:02}", f"Taak {n}") for n in range(12))
    placements = tuple(Placement(f"p{n:02}", f"a{n:02}", GROUP) for n in range(12))
    board = show(replace(portfolios.empty(), activities=activities, placements=placements))
    layout = board.view.scene.layout
    assert not layout.more
    assert layout.rows[0].size > layout.rows[1].size == layout.rows[2].size


def test_what_has_no_room_is_behind_a_count_that_opens_as_a_list(show: Show) -> None:
    board = show(portfolios.many(600))
    rect, count = board.view.scene.layout.more[GROUP]
    shown = [card for card in board.view.board.cards_in(GROUP) if card.id in board.view.scene.layout.cards]
    assert len(shown) + count == len(board.view.board.cards_in(GROUP))
    opened: list[object] = []
    board.view.more_requested.connect(opened.append)
    board.view.scrollTo(board.view.board.at(board.view.board.cards_in(GROUP)[-1].id))
    board.click(board.view.scene.camera.shown(rect).center().toPoint())
    assert opened == [GROUP]
    listed = QApplication.activePopupWidget()
    assert listed
    listed.close()


def test_each_status_has_its_own_form(board: OnScreen) -> None:
    """Solid for doing, a step for phasing out, faded for did, hollow with dashes for want to explore."""
    picture, scene, current = _picture(board), board.view.scene, theme.current()

    def band(card_id: str, part: float, across: float) -> str:
        rect = scene.card_rect(board.card(card_id))
        at = QPointF(rect.left() + scene.board.measures.px(6 + 5 * across), rect.top() + rect.height() * part)
        return picture.pixelColor(at.toPoint()).name()

    roles = [QColor(colour).name() for colour in current.roles]
    assert band("p0", 0.3, 0.5) == band("p0", 0.6, 0.5) == roles[0]
    card = QColor(current.card).name()
    assert band("p1", 0.3, 0.2) == roles[1]
    assert band("p1", 0.7, 0.2) != card != band("p1", 0.3, 0.75)
    assert band("p1", 0.7, 0.9) == card
    assert band("p2", 0.5, 0.5) not in {roles[2], QColor(current.card).name()}
    assert band("p3", 0.5, 0.5) == QColor(current.cell).name()


def test_years_stand_on_a_card_of_before(board: OnScreen) -> None:
    framework = board.portfolio.framework
    assert [sign.word for sign in signs(framework, board.card("p2"))] == ["2018\u20132024"]


def test_hours_stand_on_cards_only_when_asked_for(show: Show) -> None:
    portfolio = few()
    timed = replace(portfolio.activities[0], hours=Hours(Decimal(60)))
    board = show(replace(portfolio, activities=(timed, *portfolio.activities[1:])))
    framework, card = board.portfolio.framework, board.card("p0")
    assert not any("60" in sign.word for sign in signs(framework, card))
    assert any("60" in sign.word for sign in signs(framework, card, show_hours=True))


@pytest.mark.parametrize(("zoom", "detail"), [(1.0, "cards"), (0.7, "cards"), (0.5, "bars"), (0.3, "counts")])
def test_from_further_away_cards_become_bars_and_then_counts(show: Show, zoom: float, detail: str) -> None:
    board = show(portfolios.many(80))
    board.page.toolbar.zoom.set(zoom)
    assert board.view.scene.board.measures.detail == detail
    assert _picture(board).width() > 0
    assert bool(board.view.scene.layout.cards.get(board.view.board.cards_in(GROUP)[0].id)) == (
        detail != "counts"
    )


def test_arrows_run_between_the_cells_and_cross_no_card(show: Show) -> None:
    cells = few().framework.board
    activities = tuple(Activity(f"a{n:02}", f"Taak {n}") for n in range(16))
    placements = tuple(Placement(f"p{n:02}", f"a{n:02}", cell) for n, cell in enumerate(cells))
    wishes = tuple(
        Ambition(f"w{n:02}{m:02}", activity_id=f"a{n:02}", origin=cells[n], target=cells[m])
        for n in range(16)
        for m in range(16)
    )
    board = show(replace(portfolios.empty(), activities=activities, placements=placements, ambitions=wishes))
    layout = board.view.scene.layout
    drawn = list(arrows(layout, wishes, board.view.board.wishing))
    assert len(drawn) == 16 * 15
    for arrow in drawn:
        for rect in layout.cards.values():
            assert not QPainterPathStroker().createStroke(arrow.line).intersects(rect.adjusted(1, 1, -1, -1))


def test_an_ambition_without_a_card_leaves_a_sign_in_its_cell(board: OnScreen) -> None:
    before = _picture(board)
    board.page.view.ambition_requested.emit(Ambition("w1", title="Schoolleider"), REGION)
    assert board.portfolio.ambitions[0].target == REGION
    corner = board.view.scene.place_rect(REGION).adjusted(60, 60, -2, -2)
    assert _colours(_picture(board), corner) != _colours(before, corner)


def test_a_narrow_board_closes_its_panes_and_opens_them_again(show: Show) -> None:
    board = show()
    assert board.view.has_tray
    assert board.page.detail.isVisible()
    board.page.resize(820, 700)
    assert not board.view.has_tray
    assert not board.page.detail.isVisible()
    board.page.resize(1440, 860)
    assert board.view.has_tray
    assert board.page.detail.isVisible()


@pytest.mark.usefixtures("large_text")
def test_at_200_percent_the_board_keeps_the_room_and_no_title_is_cut_off(show: Show) -> None:
    board = show(sample.portfolio("nl"))
    assert not board.view.has_tray
    face = board.view.scene.board
    for card_id, rect in board.view.scene.layout.cards.items():
        assert not any("…" in line for line in face.lines(board.card(card_id), rect.width()))


def test_every_place_has_a_name_and_no_typed_text_is_markup(board: OnScreen) -> None:
    board.view.activity_requested.emit("<b>Vet</b> & <img src='x'>", GROUP)
    card = board.view.board.cards_in(GROUP)[0]
    model = board.view.board
    titles = {model.data(model.at(c.id), Qt.ItemDataRole.ToolTipRole) for c in model.cards_in(GROUP)}
    assert any("&lt;b&gt;Vet" in title for title in titles)
    assert card
    assert all(place_title(board.portfolio.framework, place) for place in model.places)


def test_the_board_without_a_portfolio_shows_cells_to_read(show: Show) -> None:
    board = show(portfolios.empty(), read_only=True)
    board.click(board.at_place(SCHOOL))
    assert board.view.place_now() == SCHOOL
    assert board.page.hint.text() == "Click a cell or a card to read about it."
    assert isinstance(board.view.board.places[3], Cell)


def test_a_tray_that_is_only_read_does_not_ask_to_type_in_it(show: Show) -> None:
    seen = show(portfolios.empty(), read_only=True)
    rect = seen.view.scene.place_rect("").adjusted(8, 50, -8, -8)
    assert len(_colours(_picture(seen), rect)) == 1


def test_the_tray_button_counts_what_lies_to_place(board: OnScreen) -> None:
    tray = board.page.toolbar.tray
    assert (tray.text(), tray.accessibleName()) == ("Tray (1)", "Tray, 1 card to place")
    board.view.activity_requested.emit("Mentoraat", "")
    board.page.toolbar.finder.setText("nothing has this")
    assert (tray.text(), tray.accessibleName()) == ("Tray (2)", "Tray, 2 cards to place")


def _both_in_turn(board: OnScreen) -> None:
    bar, view = board.page.toolbar, board.view
    for pane, other in ((bar.tray, bar.detail), (bar.detail, bar.tray), (bar.tray, bar.detail)):
        pane.setChecked(True)
        QApplication.processEvents()
        assert not other.isChecked()
        assert board.page.detail.isVisible() == bar.detail.isChecked()
        room = view.scene.layout.room
        assert view.viewport().width() - room.tray >= view.scene.layout.columns[1].end - room.tray


def test_in_a_small_window_one_pane_makes_room_for_the_other(show: Show) -> None:
    board = show()
    board.page.resize(720, 600)
    _both_in_turn(board)


@pytest.mark.usefixtures("large_text")
def test_at_200_percent_one_pane_makes_room_for_the_other(show: Show) -> None:
    _both_in_turn(show())
