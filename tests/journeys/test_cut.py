"""The search for what is cut off does find it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from tests.journeys import cut

WORDS = "Onderwijs ontwikkelen"


def combo() -> QComboBox:
    made = QComboBox()
    made.addItem(WORDS)
    return made


def line() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(WORDS)
    return made


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLabel(WORDS),
        lambda: labels.text(WORDS),
        lambda: QPushButton(WORDS),
        lambda: WordButton(WORDS),
        combo,
        line,
    ],
    ids=["label", "wrapped", "button", "word button", "combo", "line"],
)
def test_a_text_without_room_is_found(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    widget = make()
    widget.setParent(window)
    widget.setGeometry(0, 0, 300, 100)
    window.show()
    assert not cut.faults(window)
    widget.setGeometry(0, 0, 80, 30)
    (fault,) = cut.faults(window)
    assert "needs" in fault


def test_what_sticks_out_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 60)
    QLabel("x", window).setGeometry(190, 0, 40, 40)
    window.show()
    (fault,) = cut.faults(window)
    assert "sticks out" in fault


def test_what_lies_over_another_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for _number in range(3):
        button = QPushButton("Ja")
        button.setFixedHeight(40)
        column.addWidget(button)
    window.setFixedHeight(60)
    window.show()
    assert any("lies over" in fault for fault in cut.faults(window))
