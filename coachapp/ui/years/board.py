"""The board of a day, to look at: cards fly from day to day, and one card's line is drawn over it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card
from coachapp.ui.board.flights import Flight
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.view import BoardView
from coachapp.ui.settings import Settings
from coachapp.ui.years import trail
from coachapp.ui.years.trail import Stop

_MOST: Final = 400  # beyond it nobody follows them, and a frame would take too long


class ThenBoard(BoardView):
    """Each card has the same id on all days, so that what moved is known."""

    flight_milliseconds = 600  # several cards are followed at once, to the other side of the board

    def __init__(self, portfolio: Portfolio, settings: Settings) -> None:
        model = BoardModel(portfolio)
        super().__init__(
            model, read_only=True, reduced_motion=settings.reduced_motion, show_hours=settings.show_hours
        )
        model.setParent(self)
        self.show_tray(False)
        self._trails: Sequence[Sequence[Stop]] = ()
        self._gone: dict[str, Card] = {}

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Become this day; a card that is still under way goes on from where it is."""
        self._gone = {card.id: card for card in self._cards_with_room()}
        self._let_loose = {card.id: rect for card, rect, _seen in self.in_the_air}
        super().show_portfolio(portfolio)

    def show_trails(self, trails: Sequence[Sequence[Stop]]) -> None:
        """Draw where the chosen activity lay over the years, a path for each of its cards."""
        self._trails = trails
        self.viewport().update()

    @property
    def in_the_air(self) -> Sequence[tuple[Card, QRectF, float]]:
        """What is on its way: where it is, and how much of it is seen."""
        return self._flights.now()

    @property
    def is_flying(self) -> bool:
        return bool(self._flights.ids)

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        super().paint_over(painter, area)
        if self._trails:
            board = self.scene.layout.room
            clip = self.scene.camera.pinned(QRectF(board.side, board.head, self.width(), self.height()))
            painter.setClipRect(clip)
            for stops in self._trails:
                trail.paint(painter, self.font(), [(self._point(stop.cell), stop.year) for stop in stops])
            painter.setClipping(False)

    def _point(self, cell: Cell) -> QRectF:
        return self.scene.place_rect(cell)

    def _fly(self, before: Mapping[str, QRectF], fresh: Iterable[Card]) -> None:
        """All that lies elsewhere flies, also what only made room; what came and what left fades."""
        new, now = {card.id for card in fresh}, self._cards_with_room()
        flights = [flight for card in now if (flight := self._flight(card, before.get(card.id), new))]
        there = {card.id for card in now}
        gone = (card for card_id, card in self._gone.items() if card_id not in there)
        flights += [Flight(card, before[card.id], before[card.id], -1) for card in gone]
        seen = sorted(filter(self._sees, flights), key=_rank)
        if seen and len(seen) <= _MOST:
            self._flights.start(seen)
            self.repaint_all()

    def _flight(self, card: Card, start: QRectF | None, new: set[str]) -> Flight | None:
        end = self.scene.card_rect(card)
        if start is None:
            return Flight(card, end, end, 1) if card.id in new else None
        return Flight(card, start, end) if start.topLeft() != end.topLeft() else None

    def _sees(self, flight: Flight) -> bool:
        view = self.viewport().rect()
        return view.intersects(flight.start.toRect()) or view.intersects(flight.end.toRect())


def _rank(flight: Flight) -> int:
    """What moves to another place is painted over what fades and what makes room."""
    return 0 if flight.fade else 1 + (flight.start.left() != flight.end.left())
