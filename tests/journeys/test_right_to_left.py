"""The first part of the main job where reading begins at the right: everything stands mirrored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.hands import Hands
from tests.journeys.keyboard import Keyboard
from tests.journeys.pointing import Clicks, Mouse
from tests.journeys.test_main_job import draw_ambitions, fill_the_board, make_a_portfolio, take_the_list


@pytest.fixture(autouse=True)
def _from_the_right(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


@pytest.mark.parametrize("hands", [Mouse, Keyboard, Clicks], ids=["mouse", "keyboard", "clicks"])
def test_the_board_is_filled_from_the_right(
    hands: type[Hands], start: Start, home: Path, qtbot: QtBot
) -> None:
    person = hands(qtbot)
    start()
    make_a_portfolio(person, home / "S. de Vries.coach")
    take_the_list(person)
    fill_the_board(person)
    draw_ambitions(person)
    tray, *cells = (person.find_item(name).rect for name in ("To place", *columns()))
    assert tray.left() > cells[0].right()
    assert [cell.left() for cell in cells] == sorted((cell.left() for cell in cells), reverse=True)
    board, detail = person.find("Board"), person.find("Detail")
    assert detail.mapToGlobal(detail.rect().center()).x() < board.mapToGlobal(board.rect().center()).x()


def columns() -> list[str]:
    reaches = ("One to one", "Group", "School", "Beyond the school")
    return [f"Helping students learn, {reach}" for reach in reaches]
