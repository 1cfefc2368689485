"""Menus as tables."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

Keys = QKeySequence.StandardKey | str | None


class Entry(NamedTuple):
    """A line of a menu; `why_not`: what stands in its way, which is told as its tooltip."""

    words: str
    then: Callable[[], object]
    keys: Keys = None
    why_not: str = ""


class Choice(NamedTuple):
    """A submenu of which one line is chosen; `then` gets the value of the line that is picked."""

    words: str
    values: Sequence[tuple[object, str]]
    chosen: object
    then: Callable[[object], object]


Menu = tuple[str, Sequence[Entry | Choice | QAction | None]]


def fill(bar: QMenuBar, menus: Sequence[Menu]) -> None:
    """Put these menus in the bar instead of what is there; None is a line between."""
    bar.clear()
    for title, entries in menus:
        menu = bar.addMenu(title)
        for entry in entries:
            _add(menu, entry)


def _add(menu: QMenu, entry: Entry | Choice | QAction | None) -> None:
    if entry is None:
        menu.addSeparator()
    elif isinstance(entry, QAction):
        menu.addAction(entry)
    elif isinstance(entry, Choice):
        _add_choice(menu.addMenu(entry.words), entry)
    else:
        action = menu.addAction(entry.words)
        action.triggered.connect(lambda: entry.then())  # noqa: PLW0108 - without Qt's own argument
        if isinstance(entry.keys, str):
            action.setShortcut(QKeySequence(entry.keys))
        elif entry.keys is not None:
            action.setShortcuts(entry.keys)  # all that this system knows, such as Ctrl+F4 and Ctrl+W
        if entry.why_not:
            action.setEnabled(False)
            action.setToolTip(entry.why_not)
            menu.setToolTipsVisible(True)


def _add_choice(menu: QMenu, choice: Choice) -> None:
    group = QActionGroup(menu)
    for value, words in choice.values:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == choice.chosen)
        action.triggered.connect(lambda _on=False, value=value: choice.then(value))
        group.addAction(action)
