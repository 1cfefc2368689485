"""From the board of now to that of an earlier day."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from coachapp.packs import sample
from coachapp.ui.board.page import BoardPage
from coachapp.ui.window import PortfolioWindow
from coachapp.ui.years.page import OverTheYearsPage
from tests import portfolios

Open = Callable[..., PortfolioWindow]


def board(window: PortfolioWindow) -> BoardPage:
    page = window.findChild(BoardPage)
    assert page
    return page


def test_the_board_offers_the_days_on_which_it_was_kept(open_window: Open, qtbot: QtBot) -> None:
    days = board(window := open_window(sample.portfolio("en"))).toolbar.days
    assert days.isVisible()
    days.days.aboutToShow.emit()
    offered = [action.text() for action in days.days.actions() if action.text()]
    assert offered == ["23 November 2026", "20 November 2025", "18 November 2024", "Over the years"]

    days.days.actions()[1].trigger()

    assert window.frame
    page = window.frame.pages["years"]
    assert isinstance(page, OverTheYearsPage)
    assert window.frame.current == "years"
    assert page.telling.day.text() == "20 November 2025"
    assert page.foot.slider.hasFocus()


def test_while_no_board_was_kept_there_is_nothing_to_choose(open_window: Open) -> None:
    assert not board(open_window(portfolios.many(3))).toolbar.days.isVisible()
