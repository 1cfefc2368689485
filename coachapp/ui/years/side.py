"""The board of one day; beside another it says above which."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.board.cards import Place
from coachapp.ui.board.measures import FULL
from coachapp.ui.board.more import MoreList
from coachapp.ui.board.names import place_title
from coachapp.ui.inputs import labels
from coachapp.ui.settings import Settings
from coachapp.ui.years.board import ThenBoard
from coachapp.ui.years.story import Story

_ZOOMS = (1.0, 0.9, 0.8, FULL)
_TOO_LITTLE = 0.02  # to see
_LOW = 40  # steps: not high enough for more than the titles of rows and columns


class Side(QWidget):
    """`chosen(activity_id)`: by the person; "" when nothing is chosen any more."""

    chosen = Signal(str)

    def __init__(self, portfolio: Portfolio, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = -1
        self._turning = self._shares = False
        self.title = labels.heading("", self)
        self.title.hide()
        self.title.setContentsMargins(theme.space(1.5), 0, theme.space(1.5), theme.space(0.5))
        self.view = ThenBoard(portfolio, settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.view, 1)
        self.view.chosen.connect(self._on_chosen)
        self.view.more_requested.connect(self._on_more)

    def show_day(self, story: Story, number: int, name: str, activity_id: str) -> None:
        """This day of the story; its cards of the activity are chosen."""
        self.number = number
        self.title.setText(name)
        self.view.setAccessibleName(_("The board: {day}").format(day=name))
        self._turning = True
        self.view.show_portfolio(story.shown(number))
        self._turning = False
        self.mark(story, activity_id)

    def mark(self, story: Story, activity_id: str) -> None:
        """Choose the cards of this activity, and draw its line."""
        self._turning = True
        ids = [key for key, card in story.boards[self.number].items() if card.activity_id == activity_id]
        self.view.choose(ids)
        self._turning = False
        self.view.show_trails(story.trails(activity_id) if activity_id else ())

    def share(self, *, on: bool) -> None:
        """With another board: smaller cards, shorter heads, and above them which day it is."""
        self.title.setVisible(on)
        self._shares = on
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Alone, as large as all its rows are in sight; when too much lies on it, it scrolls at full size."""
        if self._shares:
            needed = self.view.needed_widths()[1]
            self._zoom(min(1.0, max(FULL, self.width() / needed)))
            return
        for zoom in _ZOOMS:
            self._zoom(zoom)
            if self.view.scene.layout.height <= self.view.viewport().height():
                return
        self._zoom(1.0)

    def _zoom(self, zoom: float) -> None:
        brief = self._shares or self.height() < theme.space(_LOW)
        if abs(zoom - self.view.zoom) > _TOO_LITTLE or self.view.brief != brief:
            self.view.brief = brief
            self.view.set_zoom(zoom)

    def _on_chosen(self) -> None:
        if not self._turning:
            cards = self.view.chosen_cards()
            self.chosen.emit(cards[0].activity.id if cards else "")

    def _on_more(self, place: Place) -> None:
        title = place_title(self.view.board.portfolio.framework, place)
        more = MoreList(title, self.view.board.cards_in(place), self)
        more.card_chosen.connect(lambda card_id: self.view.choose((card_id,)))
        rect = self.view.scene.place_rect(place).toRect()
        more.open_at(self.view.viewport().mapToGlobal(rect.topLeft()))
