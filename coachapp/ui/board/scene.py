"""One moment of the board: what is shown, where, how it looks, and what is at a point of the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from coachapp.ui.board.camera import Camera
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.face import Face
from coachapp.ui.board.layout import Layout
from coachapp.ui.board.model import BoardModel


@dataclass(frozen=True, slots=True)
class Scene:
    """`tray` draws cards beside the board, `board` those in cells (they zoom)."""

    model: BoardModel
    layout: Layout
    camera: Camera
    tray: Face
    board: Face

    def face(self, card: Card) -> Face:
        return self.board if card.placement else self.tray

    def card_rect(self, card: Card) -> QRectF:
        """Where the card is on screen; one without room of its own is where "+n more" or its cell is."""
        rect = self.layout.cards.get(card.id)
        if rect is None:
            more = self.layout.more.get(card.place)
            return self.camera.shown(more[0]) if more else self.place_rect(card.place)
        return self.camera.shown(rect)

    def place_rect(self, place: Place) -> QRectF:
        """Where a place is on screen; empty while the tray is closed."""
        rect = self.layout.places.get(place)
        return self.camera.shown(rect) if rect else QRectF()

    def place_at(self, point: QPointF) -> Place | None:
        """The place at a point of the screen; heads and gutters are none."""
        room = self.layout.room
        x = self.camera.width - point.x() if self.camera.mirrored else point.x()
        if x < room.tray:
            covered = point.y() < room.entry
        else:
            covered = x < room.tray + room.side or point.y() < room.head
        return None if covered else self.layout.place_at(self.camera.content(point))

    def card_at(self, point: QPointF) -> Card | None:
        place = self.place_at(point)
        if place is None:
            return None
        at, rects = self.camera.content(point), self.layout.cards
        cards = self.model.cards_in(place)
        return next((card for card in cards if card.id in rects and rects[card.id].contains(at)), None)

    def more_at(self, point: QPointF) -> Place | None:
        """The place whose "+n more" is at this point of the screen."""
        place = self.place_at(point)
        more = self.layout.more.get(place) if place is not None else None
        return place if more and more[0].contains(self.camera.content(point)) else None

    def index_key(self, point: QPointF) -> Place | None:
        """The key of the model's row at this point: a card's id, else its place."""
        card = self.card_at(point)
        return card.id if card else self.place_at(point)
