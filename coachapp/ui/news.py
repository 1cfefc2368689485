"""Calm messages above the page, the newest first; each waits until it is answered or closed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachapp.ui.notice import Notice, Way


class Item(NamedTuple):
    """The words are looked up when they are shown, as the language may change."""

    key: str
    words: Callable[[], str]
    ways: Callable[[], Sequence[Way]]


class News(QObject):
    """What is to be told; it outlives the pages, which are made anew in another language."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, Item] = {}

    @property
    def front(self) -> Item | None:
        """What was told last: a person looks for what came of the thing she just did."""
        return next(reversed(self._items.values()), None)

    def tell(
        self, key: str, words: Callable[[], str], ways: Callable[[], Sequence[Way]] = lambda: ()
    ) -> None:
        """Tell this, unless it waits to be answered already."""
        if key not in self._items:
            self._items[key] = Item(key, words, ways)
            self.changed.emit()

    def drop(self, key: str) -> None:
        """It was answered, or is no longer true."""
        if self._items.pop(key, None):
            self.changed.emit()


class NewsNotice(Notice):
    """Shows the one in front."""

    def __init__(self, news: News, parent: QWidget | None = None) -> None:
        super().__init__(parent, closable=True, sign="about")
        self._news = news
        self._shown: Item | None = None
        self.closed.connect(self._on_closed)
        news.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        item = self._news.front
        if item is self._shown:
            return
        self._shown = item
        if item:
            self.say(item.words(), [(name, self._answer(item.key, then)) for name, then in item.ways()])
        else:
            self.hide()

    def _answer(self, key: str, then: Callable[[], object]) -> Callable[[], object]:
        def answer() -> None:
            self._news.drop(key)
            then()

        return answer

    def _on_closed(self) -> None:
        if self._shown:
            self._news.drop(self._shown.key)
