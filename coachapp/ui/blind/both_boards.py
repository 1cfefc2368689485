"""Both boards over each other: each activity in its two cells, with a sign for each and a line between."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coachapp.domain.blind import TEACHER, Compared
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.blind import people
from coachapp.ui.blind.own_board import WholeBoard
from coachapp.ui.blind.people import Person
from coachapp.ui.board.cards import Card
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.names import place_title

_SIGN = 20


class BothModel(BoardModel):
    """A card is named by where each laid it."""

    def __init__(
        self, both: Portfolio, compared: Sequence[Compared], two: Sequence[Person], parent: QObject
    ) -> None:
        self._compared = {one.activity.id: one for one in compared}
        self.people = two
        super().__init__(both, parent)

    def name(self, row: int) -> str:
        card = self.card(row)
        if card is None:
            return super().name(row)
        return self.words(self._compared[card.activity.id])

    def words(self, one: Compared) -> str:
        """Such as "Council, teacher: …, coach: …"."""
        said = (
            f"{person.name}: {self._title(cell)}"
            for person, cell in zip(self.people, cells(one), strict=True)
        )
        return ", ".join((one.activity.title, *said))

    def compared(self, card: Card) -> Compared:
        return self._compared[card.activity.id]

    def _title(self, cell: Cell | None) -> str:
        return place_title(self.portfolio.framework, cell) if cell else _("no cell")


class BothBoards(WholeBoard):
    """To look at and to point out a cell on; what is chosen has the strongest line."""

    def __init__(self, model: BothModel, *, reduced_motion: bool = False) -> None:
        super().__init__(model, read_only=True, reduced_motion=reduced_motion)
        self._both = model
        self.setAccessibleName(_("Both boards"))
        self.show_tray(shown=False)

    def cards_of(self, activity_id: str) -> list[Card]:
        return [card for card in self._cards() if card.activity.id == activity_id]

    def turn_to(self, activity_id: str) -> None:
        """Choose its cards, and come to the first unless we are at one of them."""
        cards = self.cards_of(activity_id)
        if self.current_key() not in {card.id for card in cards}:
            self.choose(card.id for card in cards)
            return
        selection = QItemSelection()
        for index in (self.board.at(card.id) for card in cards):
            selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def signs(self) -> Iterator[tuple[Card, Person, QRectF]]:
        """Which sign is where on the screen; of what lies behind "+n more" only what is chosen has any."""
        side = self._stage.plain.px(_SIGN) * self.zoom
        chosen, shown = self.chosen_cards(), self.scene.layout.cards
        for card in (card for card in self._cards() if card.id in shown or card in chosen):
            own, rect = self._who(card), self.scene.card_rect(card)
            for number, person in enumerate(reversed(own)):
                left = rect.right() - (number + 1) * (side + 2) + side / 3
                if self.isRightToLeft():
                    left = rect.left() + number * (side + 2) - side / 3
                yield card, person, QRectF(left, rect.top() - side * 0.55, side, side)

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        """Lines go behind the cards, so that they cross no title."""
        super().paint_over(painter, area)
        room, size = self.scene.layout.room, self.viewport().size()
        board = QRectF(room.tray + room.side - 7, room.head - 7, size.width(), size.height())
        whole = self.scene.camera.pinned(board)
        signs = list(self.signs())
        behind = QPainterPath()  # odd and even: the cards are holes in it
        for rect in (whole, *map(self.scene.card_rect, self._cards())):
            behind.addRect(rect)
        painter.setClipPath(behind)
        self._paint_lines(painter, signs)
        painter.setClipRect(whole)
        for _card, person, place in signs:
            people.paint(painter, person, place)
        painter.setClipping(False)

    def _paint_lines(self, painter: QPainter, signs: Sequence[tuple[Card, Person, QRectF]]) -> None:
        ends: dict[str, dict[str, QPointF]] = {}
        for card, _person, place in signs:
            ends.setdefault(card.activity.id, {})[card.id] = place.center()
        chosen = {card.activity.id for card in self.chosen_cards()}
        for activity_id in sorted(ends, key=chosen.__contains__):
            if len(ends[activity_id]) > 1:
                painter.setPen(_pen(strong=activity_id in chosen))
                painter.drawLine(*ends[activity_id].values())

    def _who(self, card: Card) -> list[Person]:
        """Who laid it there."""
        one = self._both.compared(card)
        both = zip(self._both.people, cells(one), strict=True)
        return [person for person, cell in both if cell == card.place]

    def _cards(self) -> list[Card]:
        rows = range(len(self.board.places), self.board.rowCount())
        return [card for card in map(self.board.card, rows) if card]


def cells(one: Compared) -> tuple[Cell | None, Cell | None]:
    """In the order of the people."""
    return one.teacher, one.coach


def cell_of(one: Compared, person: Person) -> Cell | None:
    return one.teacher if person.by == TEACHER else one.coach


def _pen(*, strong: bool) -> QPen:
    current = theme.current()
    return QPen(
        QColor(current.accent if strong else current.line), 2.5 if strong else 1.2, Qt.PenStyle.SolidLine
    )
