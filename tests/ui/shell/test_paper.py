"""The paper that this person prints on."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from coachapp.packs import sample
from coachapp.ui import paper, settings
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.test_from_table import choose


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow]) -> PortfolioWindow:
    return open_window(sample.portfolio("en"))


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("nl_NL", "A4"),
        ("en_GB", "A4"),
        ("en_US", "Letter"),
        ("fr_CA", "Letter"),
        ("es_MX", "Letter"),
        ("C", "A4"),
    ],
)
def test_at_first_it_is_what_people_print_on_where_they_live(locale: str, name: str) -> None:
    assert paper.usual(QLocale(locale)).name == name


def test_what_was_chosen_is_remembered_on_this_computer() -> None:
    settings.write(Settings(paper="Letter"))
    assert paper.size().name == "Letter"
    settings.write(Settings(paper="papyrus"))
    assert paper.size() == paper.usual(QLocale.system())


def combo(window: PortfolioWindow) -> Combo:
    assert window.frame
    window.turn_to("plan")
    return next(box for box in window.frame.findChildren(Combo) if box.accessibleName() == "Paper")


def test_the_plan_is_written_on_the_paper_that_was_chosen_and_so_is_all_after_it(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    offered = combo(window)
    assert offered.currentText() == "A4"
    offered.setFocus()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    assert settings.read().paper == "Letter"
    assert window.frame
    page = window.frame.pages["plan"]
    assert isinstance(page, PlanPage)
    page.write_to(tmp_path / "plan.pdf")
    qtbot.waitUntil((tmp_path / "plan.pdf").exists, timeout=20_000)
    choose(window, "Board to lay cards on…")
    choose_file(tmp_path / "board.pdf")
    qtbot.waitUntil((tmp_path / "board.pdf").exists)
    assert [sheet(tmp_path / f"{name}.pdf") for name in ("plan", "board")] == [(612, 792), (1224, 792)]


def test_the_computer_of_somebody_else_remembers_no_paper(window: PortfolioWindow, qtbot: QtBot) -> None:
    window.choices.guest = True
    offered = combo(window)
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    assert paper.of(offered).name == "Letter"
    assert settings.read().paper == ""


def sheet(path: Path) -> tuple[int, int]:
    with pikepdf.open(path) as pdf:
        return tuple(round(float(side)) for side in pdf.pages[0].mediabox[2:])  # type: ignore[return-value]
