"""A person with a mouse: one who only clicks, and one who drags."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QMenu, QMenuBar, QScrollArea, QWidget

from tests.journeys import screen
from tests.journeys.hands import CTRL, PLAIN, Hands, Key

Button = Qt.MouseButton
_COPY = Qt.DropAction.CopyAction
_NOTCH = 120
_MOST_NOTCHES = 60


class Clicks(Hands):
    """Never drags."""

    def press(self, name: str) -> None:
        found = self.find(name)
        self._scroll_to(found)
        self._click(
            found, _box(found, found.rect()) if isinstance(found, QCheckBox) else found.rect().center()
        )

    def fill(self, name: str, text: str) -> None:
        self.press(name)
        self.key(Key.Key_A, CTRL)
        self.write(text)

    def choose(self, name: str, words: str) -> None:
        self.press(name)
        line = self.find_item(words)
        line.view.scrollTo(line.at)
        self.click(words)

    def click(self, name: str, button: Button = Button.LeftButton) -> None:
        """A card, a cell or a line of a list."""
        self._click(*self._spot(name), button)

    def choose_in_menu(self, *names: str) -> None:
        """From the menu bar, or from the menu that is open."""
        for name in names:
            menu = QApplication.activePopupWidget() or _menu_bar()
            assert isinstance(menu, QMenu | QMenuBar)
            action = next(a for a in menu.actions() if screen.plain(a.text()) == name)
            self._click(menu, menu.actionGeometry(action).center())

    def turn_to(self, page: str) -> None:
        self.click(page)

    def bring_list(self, path: Path) -> None:
        self.choose_in_menu("File", "Import a list…")
        self.answer(path)

    def untick(self, line: str) -> None:
        item = self.find_item(line)
        self._click(item.view.viewport(), _box(item.view, item.rect))

    def look_at(self, name: str) -> None:
        self.click(name)
        if self.sees("is picked up"):
            self.key(Key.Key_Escape)

    def place(self, card: str, place: str) -> None:
        self.click(card)
        if not self.sees("is picked up"):
            self.click(card)
        self.see("is picked up. Click a cell")
        self.click(place)

    def place_too(self, card: str, place: str) -> None:
        self.click(card, Button.RightButton)
        self.choose_in_menu("Also place in", *place.split(", "))

    def add_to_tray(self, title: str) -> None:
        self.write_into("New activity, to place", title)

    def add_in(self, place: str, title: str) -> None:
        self.click(place)
        self.write(title)
        self.key(Key.Key_Return)
        self.key(Key.Key_Escape)

    def wish(self, card: str, cell: str) -> None:
        self.click(card, Button.RightButton)
        self.choose_in_menu("Draw an ambition to…")
        self.see("Click the cell where this should grow")
        self.click(cell)

    def _spot(self, name: str) -> tuple[QWidget, QPoint]:
        """The widget and the point of it where this card, cell or line is."""
        item = self.find_item(name)
        spot = item.spot()
        assert spot, f"“{name}” is out of reach"
        return item.view.viewport(), spot

    def _click(self, widget: QWidget, at: QPoint, button: Button = Button.LeftButton) -> None:
        self.done["clicks"] += 1
        QTest.mouseClick(_handle(widget), button, PLAIN, widget.mapTo(widget.window(), at))

    def _scroll_to(self, widget: QWidget) -> None:
        """Turn the wheel until the middle of it can be seen."""
        for turn in range(_MOST_NOTCHES):
            if widget.visibleRegion().contains(widget.rect().center()):
                self.done["scrolls"] += bool(turn)
                return
            port = next(a for a in _around(widget) if isinstance(a, QScrollArea)).viewport()
            middle = port.rect().center()
            below = widget.mapTo(port, widget.rect().center()).y() > middle.y()
            at = QPointF(port.mapTo(port.window(), middle))
            QTest.wheelEvent(_handle(port), at, QPoint(0, -_NOTCH if below else _NOTCH))
            QCoreApplication.processEvents()
        raise AssertionError(f"{list(screen.words_of(widget))} can't be scrolled to")


class Mouse(Clicks):
    """Drags whatever can be dragged."""

    def bring_list(self, path: Path) -> None:
        """Drop the file in the middle of the board."""
        self.drop(path, self.find_item("To place").view.viewport())

    def drop(self, path: Path, on: QWidget) -> None:
        """Drag whatever is there from another program, and let go of it in the middle of this."""
        self.done["drags"] += 1
        at = QPointF(on.mapTo(on.window(), on.rect().center()))
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        for event in _dragging_in(at, mime):
            QCoreApplication.sendEvent(_handle(on), event)
            assert event.isAccepted(), "no file can be dropped there"

    def place(self, card: str, place: str) -> None:
        self._drag(card, place, PLAIN)

    def place_too(self, card: str, place: str) -> None:
        self._drag(card, place, CTRL)

    def add_in(self, place: str, title: str) -> None:
        port, spot = self._spot(place)
        self.done["clicks"] += 2
        QTest.mouseDClick(_handle(port), Button.LeftButton, PLAIN, port.mapTo(port.window(), spot))
        self.write(title)
        self.key(Key.Key_Return)
        self.key(Key.Key_Escape)

    def wish(self, card: str, cell: str) -> None:
        self.look_at(card)
        self.press("Point it out on the board")
        self.click(cell)

    def _drag(self, what: str, where: str, modifiers: Qt.KeyboardModifier) -> None:
        self.done["drags"] += 1
        (port, grip), (_port, goal) = self._spot(what), self._spot(where)
        window, left = _handle(port), Button.LeftButton
        start, end = (port.mapTo(port.window(), point) for point in (grip, goal))
        QTest.mousePress(window, left, PLAIN, start)
        for step in range(1, 6):
            at = start + (end - start) * step / 5
            QTest.mouseEvent(QTest.MouseAction.MouseMove, window, Button.NoButton, modifiers, at)
        QTest.mouseRelease(window, left, modifiers, end)


def _dragging_in(at: QPointF, mime: QMimeData) -> tuple[QDropEvent, ...]:
    """From outside, to this point of the window."""
    left = Button.LeftButton
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt 6.12 wants a QPointF, which 6.11 can't take
        enter = QDragEnterEvent(at.toPoint(), _COPY, mime, left, PLAIN)
        move = QDragMoveEvent(at.toPoint(), _COPY, mime, left, PLAIN)
    move.accept()  # as the system says it, once the file was let in
    return enter, move, QDropEvent(at, _COPY, mime, left, PLAIN)


def _box(widget: QWidget, rect: QRect) -> QPoint:
    """Where the box to tick is: where reading begins."""
    return QPoint(rect.right() - 14 if widget.isRightToLeft() else rect.left() + 14, rect.center().y())


def _handle(widget: QWidget) -> QWindow:
    found = widget.window().windowHandle()
    assert found
    return found


def _menu_bar() -> QMenuBar:
    window = QApplication.activeWindow()
    assert isinstance(window, QMainWindow)
    return window.menuBar()


def _around(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above:
        yield above
        above = above.parentWidget()
