"""A person without a mouse: Tab, arrows, Space, Enter and a few shortcuts."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

from coachapp.ui.pages import PAGES
from tests.journeys import screen
from tests.journeys.hands import ALT, CTRL, PLAIN, Hands, Key
from tests.journeys.screen import Item

_LONGEST_WAY = 150  # presses of Tab, after which everything has been passed


class Keyboard(Hands):
    def press(self, name: str) -> None:
        self._reach(name)
        self.key(Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        self._reach(name)
        self.key(Key.Key_A, CTRL)
        self.write(text)

    def choose(self, name: str, words: str) -> None:
        combo = self._reach(name)
        assert isinstance(combo, QComboBox)
        self.key(Key.Key_Down, ALT)
        for _line in range(combo.count()):
            lines = next(w for w in screen.widgets() if isinstance(w, QAbstractItemView))
            if screen.item_name(lines.currentIndex()).startswith(words):
                self.key(Key.Key_Return)
                return
            self.key(Key.Key_Down)
        raise AssertionError(f"no “{words}” in “{name}”")

    def turn_to(self, page: str) -> None:
        names = [one.title() for one in PAGES]
        self.key(Key(Key.Key_1 + names.index(page)), ALT)

    def bring_list(self, path: Path) -> None:
        self.key(Key.Key_I, CTRL)
        self.answer(path)

    def untick(self, line: str) -> None:
        item = self.find_item(line)
        self._reach(item.view.accessibleName())
        while (now := item.view.currentIndex().row()) != item.at.row():
            self.key(Key.Key_Down if item.at.row() > now else Key.Key_Up)
        self.key(Key.Key_Space)

    def look_at(self, name: str) -> None:
        self._go_to(name)

    def place(self, card: str, place: str) -> None:
        start = self._go_to(card)
        self.key(Key.Key_Space)
        self.see("is picked up. Arrow keys choose")
        self._steps(start, self.find_item(place), PLAIN)
        self.key(Key.Key_Space)

    def place_too(self, card: str, place: str) -> None:
        self._go_to(card)
        self.key(Key.Key_Return)
        self.choose("Also place in…", place.replace(", ", " · "))

    def add_to_tray(self, title: str) -> None:
        self.add_in("To place", title)

    def add_in(self, place: str, title: str) -> None:
        self._go_to(place)
        self.write(title)
        self.key(Key.Key_Return)
        self.key(Key.Key_Escape)

    def wish(self, card: str, cell: str) -> None:
        start = self._go_to(card)
        self.press("Point it out on the board")
        self._steps(start, self.find_item(cell), PLAIN)
        self.key(Key.Key_Space)

    def _reach(self, name: str) -> QWidget:
        """Press Tab until it has the focus."""
        goal = self.find(name)
        for _step in range(_LONGEST_WAY):
            if QApplication.focusWidget() in (goal, goal.focusProxy()):
                return goal
            self.key(Key.Key_Tab)
        raise AssertionError(f"“{name}” can't be reached by Tab")

    def _go_to(self, name: str) -> Item:
        """With the arrow keys, to a card or a place of the board."""
        target = self.find_item(name)
        view = target.view
        self._reach(view.accessibleName())
        if not view.currentIndex().isValid():
            self.key(Key.Key_Home)
        self._steps(Item(view, QPersistentModelIndex(view.currentIndex())), target, CTRL)
        while (now := view.visualRect(view.currentIndex())) != target.rect:
            self.key(_towards(now, target.rect))
        return target

    def _steps(self, start: Item, end: Item, modifiers: Qt.KeyboardModifier) -> None:
        for key in _arrows(start, end):
            self.key(key, modifiers)


def _towards(now: QRect, then: QRect) -> Qt.Key:
    """Within a cell from card to card."""
    if then.top() != now.top():
        return Key.Key_Down if then.top() > now.top() else Key.Key_Up
    return Key.Key_Right if then.left() > now.left() else Key.Key_Left


def _arrows(start: Item, end: Item) -> Iterator[Qt.Key]:
    """From place to place, as they are seen: those beside the board first, then the rows of cells."""
    places = screen.places(start.view)
    tray = places[0].left()
    columns = sorted({rect.left() for rect in places}, key=lambda left: abs(left - tray))
    rows = {left: sorted(rect.top() for rect in places if rect.left() == left) for left in columns}
    here, there = (next(p for p in places if p.contains(one.rect.center())) for one in (start, end))
    across = columns.index(there.left()) - columns.index(here.left())
    on = Key.Key_Right if columns[1] > tray else Key.Key_Left
    back = Key.Key_Left if on == Key.Key_Right else Key.Key_Right
    yield from [on if across > 0 else back] * abs(across)
    into_another_part = across and tray in (here.left(), there.left())
    row = 0 if into_another_part else rows[here.left()].index(here.top())
    down = rows[there.left()].index(there.top()) - row
    yield from [Key.Key_Down if down > 0 else Key.Key_Up] * abs(down)
