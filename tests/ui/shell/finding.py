"""Finding what a person sees, by its kind or its words."""

import warnings
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.wait_signal import SignalBlocker

W = TypeVar("W", bound=QWidget)


def shown(kind: type[W]) -> W:
    """The widget of this kind that is on the screen."""
    return next(w for w in QApplication.allWidgets() if isinstance(w, kind) and w.isVisible())


def button(words: str, within: QWidget) -> QAbstractButton:
    """The button that reads or is called so."""
    every = within.findChildren(QAbstractButton)
    return next(b for b in every if b.isVisible() and words in (b.text(), b.accessibleName()))


def words(within: QWidget) -> str:
    """All texts on the screen, with what was put in to let long words break taken out."""
    texts = (label.text() for label in within.findChildren(QLabel) if label.isVisible())
    return "\n".join(texts).replace("\u200b", "")


def given(signal: SignalBlocker) -> Any:
    """What came with a signal that was waited for."""
    assert signal.args
    return signal.args[0]


def drop(mime: QMimeData, target: QWidget) -> bool:
    """Drag this onto a widget and let go; whether the widget takes it."""
    copy, button, no_keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt 6.12 wants a QPointF, which 6.11 can't take
        entering = QDragEnterEvent(QPoint(20, 20), copy, mime, button, no_keys)
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(20, 20), copy, mime, button, no_keys))
    return entering.isAccepted()


def file_mime(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime
