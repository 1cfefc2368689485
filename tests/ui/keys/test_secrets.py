"""What is secret leaves the clipboard, the undo history and the dictionaries of input methods alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.ui import secrets
from coachapp.ui.passphrase import PassphraseField
from tests.ui.shell.finding import button

SECRET = "vier losse woorden samen"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


@pytest.fixture
def field(qtbot: QtBot, clipboard: QClipboard) -> PassphraseField:
    made = PassphraseField("Passphrase")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.edit.hasFocus)
    QTest.keyClicks(made.edit, SECRET)
    return made


def content(clipboard: QClipboard) -> QMimeData:
    return clipboard.mimeData()


def test_a_copied_secret_leaves_the_clipboard_in_time(
    clipboard: QClipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert secrets.SECONDS == 60
    monkeypatch.setattr(secrets, "SECONDS", 1)
    secrets.copy(SECRET)
    assert clipboard.text() == SECRET
    assert content(clipboard).data(secrets.HINT).data() == b"secret"
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_it_is_forgotten_at_the_end_of_the_program(clipboard: QClipboard, qapp: QApplication) -> None:
    secrets.copy(SECRET)
    qapp.aboutToQuit.emit()
    assert clipboard.text() == ""


def test_what_was_copied_since_stays(clipboard: QClipboard) -> None:
    secrets.copy(SECRET)
    clipboard.setText("something else")
    secrets.forget()
    assert clipboard.text() == "something else"


def test_a_passphrase_that_is_shown_and_copied_is_a_secret_too(
    field: PassphraseField, clipboard: QClipboard
) -> None:
    QTest.mouseClick(button("Show the passphrase", field), Qt.MouseButton.LeftButton)
    field.setFocus()
    field.edit.selectAll()
    QTest.keySequence(field.edit, QKeySequence(QKeySequence.StandardKey.Copy))
    assert clipboard.text() == SECRET
    assert content(clipboard).hasFormat(secrets.HINT)
    field.edit.selectAll()
    QTest.keySequence(field.edit, QKeySequence(QKeySequence.StandardKey.Cut))
    assert content(clipboard).hasFormat(secrets.HINT)
    secrets.forget()
    assert clipboard.text() == ""


def test_a_passphrase_leaves_no_steps_to_undo(field: PassphraseField) -> None:
    field.reveal(shown=True)
    QTest.keyClick(field.edit, Qt.Key.Key_Home)
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert field.text == SECRET[1:]
    assert field.edit.cursorPosition() == 0
    assert not field.edit.isUndoAvailable()
    QTest.keySequence(field.edit, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.text == SECRET[1:]


@pytest.mark.parametrize("shown", [True, False])
def test_no_input_method_learns_a_passphrase(field: PassphraseField, shown: bool) -> None:
    field.reveal(shown=shown)
    hints = field.edit.inputMethodHints()
    for hint in (Qt.InputMethodHint.ImhSensitiveData, Qt.InputMethodHint.ImhNoPredictiveText):
        assert hint in hints
    assert field.edit.completer() is None
