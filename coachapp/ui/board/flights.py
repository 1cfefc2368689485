"""Cards on their way from where they lay to where they lie now."""

from collections.abc import Sequence
from functools import reduce
from typing import Final, NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QRect, QRectF, QVariantAnimation, Signal

from coachapp.ui.board.cards import Card

MILLISECONDS: Final = 220
_FEW: Final = 40  # of more cards the whole area is painted again: cheaper than hundreds of parts


class Flight(NamedTuple):
    """`fade` is 1 for a card that comes out of nothing, -1 for one that goes."""

    card: Card
    start: QRectF
    end: QRectF
    fade: int = 0

    def at(self, part: float) -> QRectF:
        return self.end.translated((self.start.topLeft() - self.end.topLeft()) * (1 - part))

    def opacity(self, part: float) -> float:
        return part if self.fade > 0 else 1 - part if self.fade < 0 else 1.0


class Flights(QObject):
    """`moved(QRect)` names what has to be painted again; `ended` comes once all have landed."""

    moved = Signal(QRect)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, milliseconds: int = MILLISECONDS) -> None:
        super().__init__(parent)
        self.all: tuple[Flight, ...] = ()
        self._part = 0.0
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(milliseconds)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._on_moved)
        self._clock.finished.connect(self._on_ended)

    def start(self, flights: Sequence[Flight]) -> None:
        self._clock.stop()
        self.all, self._part = tuple(flights), 0.0
        self._clock.start()

    @property
    def ids(self) -> frozenset[str]:
        """The cards in the air."""
        return frozenset(flight.card.id for flight in self.all)

    def now(self) -> list[tuple[Card, QRectF, float]]:
        """Each card, where it is, and how much of it is seen."""
        return [(flight.card, flight.at(self._part), flight.opacity(self._part)) for flight in self.all]

    def _on_moved(self, part: float) -> None:
        before, self._part = self._part, part
        touched = [flight.at(at).toAlignedRect() for flight in self.all for at in (before, part)]
        if len(self.all) > _FEW:
            touched = [reduce(QRect.united, touched)]
        for rect in touched:
            self.moved.emit(rect.adjusted(-2, -2, 2, 2))

    def _on_ended(self) -> None:
        self.all = ()
        self.ended.emit()
