"""The board with something in the hand: what is chosen, carried, typed and under way."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from coachapp.domain.portfolio import Portfolio
from coachapp.ui.announce import announce
from coachapp.ui.board import overlay
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.drag import Drag
from coachapp.ui.board.entries import Entries
from coachapp.ui.board.entry import is_list
from coachapp.ui.board.flights import MILLISECONDS, Flight, Flights
from coachapp.ui.board.hand import CARRIED, DRAGGED, PICKED, Hand
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.pointer import Pointer
from coachapp.ui.board.surface import Surface

_MOST_FLIGHTS = 40


class Table(Surface):
    """What a hand or a key wishes ends in `_requested`."""

    lay_requested = Signal(object, object)  # Held, Place
    ambition_requested = Signal(object, object)  # Ambition, Cell
    activity_requested = Signal(str, object)  # title, Place
    import_requested = Signal(object)  # Path or text
    menu_requested = Signal(object)  # QPoint on the screen
    more_requested = Signal(object)  # Place
    zoom_requested = Signal(float)
    remove_requested = Signal()
    open_requested = Signal()

    flight_milliseconds = MILLISECONDS

    def __init__(
        self,
        model: BoardModel,
        *,
        read_only: bool = False,
        reduced_motion: bool = False,
        show_hours: bool = False,
    ) -> None:
        self.read_only = read_only
        self._reduced_motion = reduced_motion
        super().__init__(model, show_hours=show_hours)
        self._painter.invites = not read_only
        self.hand = Hand(self)
        self.pointer = Pointer(self)
        self.drag = Drag(self, self.hand)
        self._flights = Flights(self, self.flight_milliseconds)
        self._let_loose: dict[str, QRectF] = {}
        self.entries = Entries(self.viewport())
        self.entries.tray.setEnabled(not read_only)
        self.entries.entered.connect(self.activity_requested)
        self.entries.list_given.connect(self.import_requested.emit)
        self.entries.left.connect(self.setFocus)
        self._flights.moved.connect(self.viewport().update)
        self._flights.ended.connect(self.repaint_all)
        self.hand.target_changed.connect(self._on_target_changed)
        self.hand.changed.connect(self._on_hand_changed)
        self.hand.laid.connect(self.lay_requested)
        self.hand.aimed.connect(self.ambition_requested)

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Become this value; what came to lie elsewhere flies there."""
        scene = self.scene
        before = {card.id: scene.card_rect(card) for card in self._cards_with_room()}
        before |= {card.activity.id: before[card.id] for card in self._cards_with_room()} | self._let_loose
        self._let_loose = {}
        current, chosen = self.current_keys(), [card.id for card in self.chosen_cards()]
        self.hand.let_go()
        fresh = self.board.show(portfolio)
        self.choose_again(current, chosen)
        if not self._reduced_motion and self.isVisible():
            self._fly(before, fresh)

    def try_out(self, cards: Iterable[Card]) -> None:
        """Lay these cards too, which are in no portfolio; those that were tried before go."""
        tries = tuple(cards)
        if tries != self.board.tries:
            self.board.tries = tries
            self.show_portfolio(self.board.portfolio)

    def show_matching(self, text: str) -> None:
        """Show only what has this text, and stay where we were if that itself is among it."""
        current, chosen = self.current_keys()[:1], [card.id for card in self.chosen_cards()]
        self.hand.let_go()
        self.board.find(text)
        self.choose_again(current, chosen)
        if [card.id for card in self.chosen_cards()] != chosen:
            self.chosen.emit()

    def go_to_found(self) -> None:
        """Choose the first card that is shown, ready for the keys."""
        first = self.board.index(len(self.board.places))
        if first.isValid():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def type_into(self, place: Place, text: str = "") -> None:
        if not self.read_only:
            self.scrollTo(self.board.at(place))
            self.entries.open(self.scene, place, text)

    def paste(self, text: str) -> None:
        place = self.place_now()
        if is_list(text):
            self.import_requested.emit(text)
        elif text.strip() and not self.read_only:
            self.type_into(place if place is not None else "", text.strip())

    def cancel(self) -> None:
        """Leave everything where it was."""
        self.pointer.cancel()
        self.drag.stop()
        self.hand.let_go()

    def let_loose(self, cards: Iterable[Card], at: QRectF) -> None:
        """The next flight of these cards begins here, where they were dropped."""
        self._let_loose = {key: at for card in cards for key in (card.id, card.activity.id)}

    def say(self, text: str) -> None:
        announce(self, text)

    def entry_height(self) -> float:
        space = self._stage.plain.px(12)
        return space if self.read_only else self.entries.height(space)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layer is None:
            self.entries.arrange(self.scene)
        super().paintEvent(event)

    def unpainted(self) -> frozenset[str]:
        return self._flights.ids

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        scene, flying = self.scene, self._flights.ids
        picked, around = self.hand.is_(PICKED, CARRIED), QRectF(area).adjusted(-4, -4, 4, 4)
        for card in self.chosen_cards():
            rect = scene.card_rect(card)
            if card.id not in flying and rect.intersects(around):
                overlay.paint_chosen(painter, rect, picked=picked)
        if self.hand.target is not None:
            overlay.paint_target(painter, scene.place_rect(self.hand.target))
        if self.hasFocus() and self.currentIndex().isValid() and not self.hand.is_(DRAGGED):
            overlay.paint_focus(painter, QRectF(self.visualRect(self.currentIndex())))
        for card, rect, seen in self._flights.now():
            painter.setOpacity(seen)
            self._painter.paint_card(painter, scene, card, rect)
        painter.setOpacity(1.0)
        self.drag.paint(painter)

    def _cards_with_room(self) -> list[Card]:
        return self.board.cards(self.scene.layout.cards)

    def _fly(self, before: Mapping[str, QRectF], fresh: Iterable[Card]) -> None:
        scene, flights = self.scene, []
        for card in fresh:
            start, end = before.get(card.id) or before.get(card.activity.id), scene.card_rect(card)
            if start and start.topLeft() != end.topLeft() and self.viewport().rect().intersects(end.toRect()):
                flights.append(Flight(card, start, end))
        if flights and len(flights) <= _MOST_FLIGHTS:
            self._flights.start(flights)
            self.repaint_all()

    def _on_target_changed(self, before: Place | None, after: Place | None) -> None:
        for place in (before, after):
            if place is not None:
                self.viewport().update(self.scene.place_rect(place).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _on_hand_changed(self) -> None:
        self.viewport().setMouseTracking(self.hand.held is not None)
        self.viewport().update()
