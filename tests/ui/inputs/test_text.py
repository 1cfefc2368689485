"""Fields for typed words, and words that were typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coachapp.ui.inputs import labels
from coachapp.ui.inputs.text import LineInput, ProseInput


def test_tab_leaves_a_field_of_several_lines_and_adds_nothing_to_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    prose, after = ProseInput(window), LineInput(parent=window)
    column = QVBoxLayout(window)
    column.addWidget(prose)
    column.addWidget(after)
    window.show()
    window.activateWindow()
    prose.setFocus()
    qtbot.waitUntil(prose.hasFocus)
    QTest.keyClicks(prose, "Words")
    QTest.keyClick(prose, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert prose.toPlainText() == "Words"


def test_esc_puts_back_what_stood_in_a_line(qtbot: QtBot) -> None:
    field = LineInput()
    qtbot.addWidget(field)
    field.show()
    field.show_value("Before")
    QTest.keyClicks(field, " and after")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Before"
    with qtbot.assertNotEmitted(field.committed):
        field.commit()


def test_typed_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    plain, marked = labels.text("Fat", None), labels.text("<b>Fat</b><br><br>", None)
    for label in (plain, marked):
        qtbot.addWidget(label)
        label.setWordWrap(False)
    assert marked.sizeHint().height() == plain.sizeHint().height()
    assert marked.sizeHint().width() > plain.sizeHint().width()
