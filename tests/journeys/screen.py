"""What a person sees on the screen, found by its words."""

from collections.abc import Iterator
from itertools import count, takewhile
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QWidget

Index = QModelIndex | QPersistentModelIndex


class Item(NamedTuple):
    """A card, a place or a line of a list."""

    view: QAbstractItemView
    at: QPersistentModelIndex

    @property
    def name(self) -> str:
        return item_name(self.at)

    @property
    def rect(self) -> QRect:
        """In the view's viewport."""
        return self.view.visualRect(self.at)

    def spot(self) -> QPoint | None:
        """A point of the viewport where the item itself is, and nothing that lies on it."""
        rect = self.rect.intersected(self.view.viewport().rect())
        middle, foot = rect.center(), QPoint(rect.center().x(), rect.bottom() - 5)
        tries = (middle, foot, *(QPoint(middle.x(), y) for y in range(rect.bottom() - 3, rect.top(), -6)))
        return next((point for point in tries if self.view.indexAt(point) == self.at), None)


def front() -> QWidget | None:
    """The window that takes what a person does now; when it went, the one behind it, as on a desktop."""
    if QGuiApplication.focusWindow() is None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.activateWindow()
    modal = QApplication.activeModalWidget()
    if modal and QApplication.activeWindow() is not modal:
        modal.activateWindow()  # a desktop does so too: nothing else takes keys
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()


def plain(words: str) -> str:
    """As a person reads it: without the marks of shortcuts and of places to break."""
    return words.replace("\u200b", "").replace("&&", "\0").replace("&", "").replace("\0", "&")


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says: its own words, those of a screen reader, its invitation."""
    if isinstance(widget, QAbstractButton | QLabel):
        yield plain(widget.text())
    if isinstance(widget, QComboBox):
        yield widget.currentText()
    for more in ("accessibleName", "placeholderText", "toPlainText", "displayText"):
        if hasattr(widget, more) and not (more == "displayText" and widget.property("echoMode")):
            yield getattr(widget, more)().replace("\u200b", "")


def widgets() -> list[QWidget]:
    """What is shown in the window in front, the ones that can be reached by scrolling too."""
    window = front()
    return [w for w in window.findChildren(QWidget) if w.isVisible()] if window else []


def widget(name: str) -> QWidget | None:
    """What is to be clicked or typed in under this name; of several the last."""
    named = [
        w
        for w in widgets()
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isEnabled() and name in words_of(w)
    ]
    return named[-1] if named else None


def items() -> Iterator[Item]:
    """Every card, place and line of the lists in the window in front."""
    for view in widgets():
        if not isinstance(view, QAbstractItemView) or (model := view.model()) is None:
            continue
        for row in range(model.rowCount()):
            line = (model.index(row, column) for column in count())
            for index in takewhile(QModelIndex.isValid, line):
                yield Item(view, QPersistentModelIndex(index))


def item(name: str) -> Item | None:
    """The first whose name begins like this, as a screen reader says it."""
    return next((found for found in items() if found.name.startswith(name)), None)


def item_name(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")


def places(view: QAbstractItemView) -> list[QRect]:
    """What cards can lie in: the first is where those to place lie."""
    model = view.model()
    found = (model.index(row, 0) for row in range(model.rowCount()))
    return [view.visualRect(index) for index in found if not index.flags() & Qt.ItemFlag.ItemIsSelectable]


def all_words() -> list[str]:
    """Everything to be read in the window in front."""
    said = [words for w in widgets() for words in words_of(w)] + [found.name for found in items()]
    return [words for words in dict.fromkeys(said) if words]
