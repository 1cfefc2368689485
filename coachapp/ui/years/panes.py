"""The boards and the words beside them, in the room there is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.ui import theme
from coachapp.ui.settings import Settings
from coachapp.ui.years.side import Side
from coachapp.ui.years.telling import Telling

_LEAST = 0.8  # of what a board takes to read well
_LEAST_OF_TWO = 0.6
_WORDS = 38  # steps
_WORDS_BESIDE_TWO = 28


class Panes(QSplitter):
    """Where there is no room for both, the words stand in the place of the boards.

    `roomy(on)`: there came to be room for both, or not any more.
    """

    chosen = Signal(str)
    roomy = Signal(bool)

    def __init__(self, portfolio: Portfolio, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portfolio, self._settings = portfolio, settings
        self.is_double = False
        self.has_room = True
        self.has_words = True
        self.side = self._made_side()
        self.beside: Side | None = None
        self.telling = Telling(self)
        self._boards = QSplitter(self)
        self._boards.addWidget(self.side)
        self.addWidget(self._boards)
        self.addWidget(self.telling)
        self.setStretchFactor(0, 1)
        for panes in (self, self._boards):
            panes.setChildrenCollapsible(False)

    @property
    def sides(self) -> tuple[Side, ...]:
        """From the first day to the second, as they are read."""
        return (self.beside, self.side) if self.is_double and self.beside else (self.side,)

    def show_double(self, *, on: bool) -> None:
        """The second board is made when somebody first asks for it."""
        self.is_double = on
        if on and self.beside is None:
            self.beside = self._made_side()
            self._boards.insertWidget(0, self.beside)
        if self.beside:
            self.beside.setVisible(on)
        self._measure()
        self._arrange()

    def show_words(self, *, on: bool) -> None:
        self.has_words = on
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _made_side(self) -> Side:
        side = Side(self._portfolio, self._settings, self)
        side.chosen.connect(self.chosen)
        return side

    def _measure(self) -> None:
        needed = self.side.view.needed_widths()[1] * (2 * _LEAST_OF_TWO if self.is_double else _LEAST)
        has_room = self.width() >= needed + self.telling.minimumSizeHint().width()
        if has_room != self.has_room:
            self.has_room = has_room
            self.roomy.emit(has_room)
            self._arrange()

    def _arrange(self) -> None:
        self.telling.setVisible(self.has_words)
        self._boards.setVisible(self.has_room or not self.has_words)
        for side in self.sides:
            side.share(on=self.is_double)
        wide = theme.space(_WORDS_BESIDE_TWO if self.is_double else _WORDS)
        self.setSizes([self.width() - wide, wide])
