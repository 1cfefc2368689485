"""What a person can do with the program, whatever hands she has.

She finds things by the words on the screen, and all she does goes through the window as real events.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as Waited
from pytestqt.qtbot import QtBot

from tests.journeys import screen
from tests.journeys.screen import Item

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
T = TypeVar("T")


class Hands(ABC):
    """`done` counts what she did."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.done: Counter[str] = Counter()

    @abstractmethod
    def press(self, name: str) -> None:
        """A button."""

    @abstractmethod
    def fill(self, name: str, text: str) -> None:
        """Write in the line of this name, instead of what stands there."""

    @abstractmethod
    def choose(self, name: str, words: str) -> None:
        """From a list that opens."""

    @abstractmethod
    def turn_to(self, page: str) -> None: ...

    @abstractmethod
    def bring_list(self, path: Path) -> None:
        """Have the program look at a list of activities."""

    @abstractmethod
    def untick(self, line: str) -> None:
        """In the first column of a table."""

    @abstractmethod
    def look_at(self, name: str) -> None:
        """Have the detail of this card or cell beside the board."""

    @abstractmethod
    def place(self, card: str, place: str) -> None:
        """Lay a card in a cell or beside the board."""

    @abstractmethod
    def place_too(self, card: str, place: str) -> None:
        """Lay a card in a second cell."""

    @abstractmethod
    def add_to_tray(self, title: str) -> None:
        """Type a new activity that is still to place."""

    @abstractmethod
    def add_in(self, place: str, title: str) -> None:
        """Type a new activity straight into a cell."""

    @abstractmethod
    def wish(self, card: str, cell: str) -> None:
        """Draw an ambition from a card to a cell."""

    def see(self, words: str) -> None:
        """Wait until these words are to be read in the window in front."""
        self.wait(
            lambda: self.sees(words),
            lambda: f"“{words}” can't be seen among: {' | '.join(screen.all_words())}",
        )

    def words_with(self, words: str) -> str:
        """All that is said where these words are."""
        self.see(words)
        return next(said for said in screen.all_words() if words in said)

    def sees(self, words: str) -> bool:
        return any(words in said for said in screen.all_words())

    def wait(self, until: Callable[[], bool], why: Callable[[], str]) -> None:
        try:
            self._qtbot.waitUntil(until, timeout=20_000)  # a busy machine is no fault
        except Waited:
            pytest.fail(why())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.done["keys"] += 1
        QTest.keyClick(_focused(), key, modifiers)

    def write(self, text: str) -> None:
        self.done["texts"] += 1
        for letter in text:
            QTest.keyClick(_focused(), ord(letter))

    def enter(self, text: str) -> None:
        """Write where the cursor stands, and press Enter."""
        self.write(text)
        self.key(Key.Key_Return)

    def write_into(self, name: str, text: str) -> None:
        """Write in the line of this name, and press Enter."""
        self.fill(name, text)
        self.key(Key.Key_Return)

    def answer(self, path: Path) -> None:
        """Name a file in the dialog that asks for one."""
        self.wait(_asks_for_file, lambda: "no dialog asks for a file")
        self.key(Key.Key_A, CTRL)
        self.write(str(path))
        self.key(Key.Key_Return)
        self.wait(lambda: not _asks_for_file(), lambda: f"the dialog doesn't take {path}")

    def enlarge(self) -> None:
        """Make the window as large as her screen."""
        window = screen.front()
        assert window
        if window.isFullScreen():
            window.showNormal()  # the screen of a test is small
        window.resize(1440, 900)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Close the portfolio."""
        self.key(Key.Key_W, CTRL)

    def find(self, name: str) -> QWidget:
        return self._found(name, screen.widget)

    def find_item(self, name: str) -> Item:
        return self._found(name, screen.item)

    def _found(self, name: str, look: Callable[[str], T | None]) -> T:
        self.wait(lambda: look(name) is not None, lambda: f"no “{name}” among {screen.all_words()}")
        found = look(name)
        assert found is not None
        return found


def _asks_for_file() -> bool:
    window = screen.front()
    return window is not None and window.inherits("QFileDialog")


def _focused() -> QWindow:
    screen.front()
    window = QGuiApplication.focusWindow()
    assert window, "no window has the focus"
    return window
