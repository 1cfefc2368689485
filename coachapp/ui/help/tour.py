"""The tour of a first opening: four sentences, each beside what it is about. Working goes on meanwhile."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.board.page import BoardPage
from coachapp.ui.help.callout import Callout, Ring, beside

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Stop(NamedTuple):
    """A sentence, and what on the screen it is about: a rectangle of a widget."""

    words: str
    spot: Callable[[], tuple[QWidget, QRect]]


class Tour(QObject):
    """Lies over a window's frame and goes with it. It takes no focus: Tab leads to it, Esc ends it."""

    def __init__(self, window: "PortfolioWindow", page: BoardPage) -> None:
        assert window.frame
        super().__init__(window.frame)
        self._window, self._frame, self._page = window, window.frame, page
        self._stops, self._at = _stops(window, page), 0
        self.ring, self.callout = Ring(window), Callout(window)
        self.callout.next_requested.connect(self._on_next)
        self.callout.closed.connect(self.end)
        self._frame.installEventFilter(self)
        self._frame.side.chosen.connect(self._on_page)
        self._frame.destroyed.connect(self.callout.deleteLater)
        self._frame.destroyed.connect(self.ring.deleteLater)
        QWidget.setTabOrder(page.view, self.callout.next)
        QWidget.setTabOrder(self.callout.next, self.callout.close_button)
        self._show()

    def end(self) -> None:
        """Leave the screen as it was before."""
        focused = QApplication.focusWidget()
        if focused and self.callout.isAncestorOf(focused):
            self._page.setFocus()
        self._frame.removeEventFilter(self)
        for part in (self.callout, self.ring):
            part.hide()
            part.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what it is about; an Esc that nobody else wanted ends it."""
        if event.type() in _MOVES:
            QTimer.singleShot(0, self, self._place)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_esc(event):
            self.end()
            return True
        return super().eventFilter(watched, event)

    def _on_next(self) -> None:
        self._at += 1
        self._show()

    def _on_page(self, name: str) -> None:
        if name != "board":
            self.end()

    def _show(self) -> None:
        stop, last = self._stops[self._at], self._at == len(self._stops) - 1
        self.callout.say(stop.words, self._at + 1, len(self._stops))
        self._place()
        self.ring.show()
        self.callout.show()
        self.callout.raise_()
        if last and self.callout.next.hasFocus():
            self.callout.close_button.setFocus()
        announce(self.callout, self.callout.spoken)

    def _place(self) -> None:
        widget, rect = self._stops[self._at].spot()
        room = self._window.rect()
        target = QRect(widget.mapTo(self._window, rect.topLeft()), rect.size()).intersected(room)
        self.ring.setGeometry(target)
        self.callout.move(beside(target, self.callout.size(), room, theme.space(1.5)))


def start(window: "PortfolioWindow") -> Tour | None:
    """Begin at the board; a tour that is under way begins again."""
    assert window.frame
    window.turn_to("board")
    page = window.frame.pages.get("board")
    for old in window.frame.findChildren(Tour):
        old.end()
    return Tour(window, page) if isinstance(page, BoardPage) else None


def _is_esc(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _stops(window: "PortfolioWindow", page: BoardPage) -> tuple[Stop, ...]:
    view, bar = page.view, page.toolbar

    def tray() -> tuple[QWidget, QRect]:
        rect = view.scene.place_rect("").toRect().intersected(view.viewport().rect())
        rect.setTop(0)  # with the line to type in
        return (view.viewport(), rect) if not rect.isEmpty() else (bar.tray, bar.tray.rect())

    def cell() -> tuple[QWidget, QRect]:
        middle = view.board.portfolio.framework.board[0]
        return view.viewport(), view.scene.place_rect(middle).toRect().intersected(view.viewport().rect())

    def detail() -> tuple[QWidget, QRect]:
        part = page.detail if page.detail.isVisible() else bar.detail
        return part, part.rect()

    def below() -> tuple[QWidget, QRect]:
        return window.statusBar(), window.statusBar().rect()

    return (
        Stop(_("Type here what you do in your work, or paste a list: each line becomes a card."), tray),
        Stop(_("Drag a card to the cell where it belongs; in doubt, ask who notices it."), cell),
        Stop(_("Here you read about the card or cell you chose, and nothing has to be filled in."), detail),
        Stop(_("All is saved by itself, each step can be undone, and F1 opens help."), below),
    )
