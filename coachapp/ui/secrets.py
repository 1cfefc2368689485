"""A passphrase or the words of a sheet in the clipboard: not for long, and not for programs that keep all."""

from collections.abc import Callable
from secrets import token_hex
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

SECONDS: Final = 60
HINT: Final = "x-kde-passwordManagerHint"  # clipboard managers leave a text alone that says so
_SECRET: Final = b"secret"
_OURS: Final = f"application/x-coachapp-{token_hex(8)}"
_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_TYPED: Final = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


def copy(secret: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
    """Put a secret in the clipboard; it leaves it after a minute and at the end of the program."""
    data = QMimeData()
    data.setText(secret)
    data.setData(HINT, _SECRET)
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data, mode)
    _clock().start(SECONDS * 1000)


def forget() -> None:
    """Take our secret out of the clipboard, unless something else has been copied since."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        data = clipboard.mimeData(mode)
        if data and data.hasFormat(_OURS):
            clipboard.clear(mode)


def keep(field: QLineEdit | QPlainTextEdit, text: Callable[[], str]) -> None:
    """What is typed here is a secret: no dictionary learns it, and what is copied from it is soon gone."""
    hint(field)
    clipboard = QGuiApplication.clipboard()

    def on_changed(mode: QClipboard.Mode) -> None:
        data = clipboard.mimeData(mode) if mode in _MODES and field.hasFocus() else None
        if data and not data.hasFormat(_OURS) and data.text() and data.text() in text():
            copy(data.text(), mode)

    clipboard.changed.connect(on_changed)
    field.destroyed.connect(lambda: clipboard.changed.disconnect(on_changed))


def hint(field: QLineEdit | QPlainTextEdit) -> None:
    """Tell input methods that a secret is typed here; needed again when a field shows what is typed."""
    field.setInputMethodHints(field.inputMethodHints() | _TYPED)


def _clock() -> QTimer:
    """One for the program, as there is one clipboard."""
    app = QCoreApplication.instance()
    assert app
    if clock := app.findChild(QTimer, "secrets"):
        return clock
    clock = QTimer(app)
    clock.setObjectName("secrets")
    clock.setSingleShot(True)
    clock.timeout.connect(forget)
    app.aboutToQuit.connect(forget)
    return clock
