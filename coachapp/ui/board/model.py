"""The board's rows: first every place (the tray's and the cells), then the cards in order of id.

Cards that the find field leaves out are not in the model, so that a screen reader meets what is shown.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coachapp.domain.portfolio import ASIDE, Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.board import names
from coachapp.ui.board.cards import Card, Place, cards_of
from coachapp.ui.board.emphasis import Emphasis

Index = QModelIndex | QPersistentModelIndex
_FEW: Final = 40  # rows that come or go one by one; beyond it, everything at once is quicker


class BoardModel(QAbstractListModel):
    def __init__(self, portfolio: Portfolio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.portfolio = portfolio
        self.wishing: list[Card] = []
        self.emphasis: Emphasis | None = None
        self.tries: tuple[Card, ...] = ()
        self.places: tuple[Place, ...] = (*ASIDE, *portfolio.framework.board)
        self._place_rows = {place: row for row, place in enumerate(self.places)}
        self._wanted = ""
        self._all: dict[str, Card] = {}
        cards = cards_of(portfolio, {})
        self._know(cards)
        self._fill(cards)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.places) + len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        card = self.card(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                card.activity.title if card else names.place_title(self.portfolio.framework, self.places[row])
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.name(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(self.name(row))}</p>"  # Qt would take typed text for markup
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        card = self.card(index.row())
        if card and not card.tried:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def name(self, row: int) -> str:
        """The accessible name of a row."""
        card = self.card(row)
        if card:
            return self._card_name(card)
        place = self.places[row]
        real = sum(not card.tried for card in self.cards_in(place))
        return names.place_name(self.portfolio, place, real)

    def _card_name(self, card: Card) -> str:
        """Also what it stands out by, when its own words don't say that."""
        words = names.card_name(self.portfolio.framework, card)
        sign = self.emphasis.sign(card) if self.emphasis else None
        return words if sign is None or sign.word in words else f"{words}, {sign.word}"

    def card(self, row: int) -> Card | None:
        """The card in this row; None for a place."""
        at = row - len(self.places)
        return self._cards[at] if 0 <= at < len(self._cards) else None

    def place(self, row: int) -> Place:
        """The place in this row, or the place of the card in it."""
        card = self.card(row)
        return card.place if card else self.places[row]

    def row_of(self, key: Place) -> int:
        """The row of a place or of a card's id; -1 when it is not shown."""
        row = self._place_rows.get(key, -1)
        return row if row >= 0 or isinstance(key, Cell) else self._rows.get(key, -1)

    def at(self, key: Place) -> QModelIndex:
        """The index now of a place or of a card's id; invalid when it is not shown."""
        row = self.row_of(key)
        return self.index(row) if row >= 0 else QModelIndex()

    def cards_in(self, place: Place) -> list[Card]:
        return self._by_place[place]

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """The cards with these ids that are still there, shown or not."""
        return [self._all[card_id] for card_id in ids if card_id in self._all]

    def count(self, place: Place) -> int:
        """How many cards lie there, shown or not."""
        return len(self._lying[place])

    def find(self, text: str) -> None:
        """Show only the cards with this text in the title or description; "" shows all."""
        self._wanted = text.strip().casefold()
        self.beginResetModel()
        self._fill(self._all)
        self.endResetModel()

    def show(self, portfolio: Portfolio) -> list[Card]:
        """Become this value of the same portfolio; only the rows that differ come, go or change.

        Returns the cards that are new or look different.
        """
        before, self.portfolio = self._all, portfolio
        after = cards_of(portfolio, before) | {card.id: card for card in self.tries}
        self._know(after)
        gone = [
            row
            for card_id, row in self._rows.items()
            if card_id not in after or not self._fits(after[card_id])
        ]
        fresh = [card for card in after.values() if before.get(card.id) is not card and self._fits(card)]
        come = [card for card in fresh if card.id not in self._rows]
        if len(gone) + len(come) > _FEW:
            self.beginResetModel()
            self._fill(after)
            self.endResetModel()
            return fresh
        self._all = after
        for row in sorted(gone, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._cards[row - len(self.places)]
            self._sort_out()
            self.endRemoveRows()
        for card in come:
            row = len(self.places) + sum(1 for other in self._cards if other.id < card.id)
            self.beginInsertRows(QModelIndex(), row, row)
            self._cards.insert(row - len(self.places), card)
            self._sort_out()
            self.endInsertRows()
        self._replace(card for card in fresh if card.id in self._rows)
        return fresh

    def _replace(self, cards: Iterable[Card]) -> None:
        for card in cards:
            self._cards[self._rows[card.id] - len(self.places)] = card
        self._sort_out()
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _fill(self, cards: dict[str, Card]) -> None:
        self._all = cards
        self._cards = [*cards.values()]
        if wanted := self._wanted:
            texts = self._looked_through()
            self._cards = [card for card in self._cards if wanted in texts[card.id]]
        self._sort_out()

    def _fits(self, card: Card) -> bool:
        return not self._wanted or self._wanted in self._looked_through()[card.id]

    def _looked_through(self) -> dict[str, str]:
        """The texts of all cards, made when somebody looks for one."""
        if not self._texts:
            every = (card for cards in self._lying.values() for card in cards)
            self._texts = {c.id: f"{c.activity.title}\n{c.activity.description}".casefold() for c in every}
        return self._texts

    def _know(self, cards: dict[str, Card]) -> None:
        """Keep what is asked of all cards again and again."""
        self._lying: dict[Place, list[Card]] = {place: [] for place in self.places}
        for card in cards.values():
            self._lying[card.place].append(card)
        self._texts: dict[str, str] = {}

    def _sort_out(self) -> None:
        rows = self._rows = {card.id: row for row, card in enumerate(self._cards, len(self.places))}
        self._by_place = {place: [c for c in cards if c.id in rows] for place, cards in self._lying.items()}
        self.wishing = [card for card in self._cards if card.ambitions] if self.portfolio.ambitions else []
