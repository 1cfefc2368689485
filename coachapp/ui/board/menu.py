"""Everything that can be done with cards, as a menu: the way without dragging."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import ASIDE, Placement
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme
from coachapp.ui.board import changes
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.changes import Change
from coachapp.ui.board.names import place_title

Wish = Callable[[Change], None]


class CardMenu(QMenu):
    """`wish(change)` is called with what was chosen; `point(card)` when an ambition is to be drawn."""

    def __init__(
        self,
        cards: Sequence[Card],
        framework: Framework,
        wish: Wish,
        point: Callable[[Card], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._cards, self._framework, self._wish = cards, framework, wish
        placed = [card for card in cards if card.placement]
        self._add_cells(_("Move to") if placed else _("Place in"), copies=False)
        if placed:
            self._add_cells(_("Also place in"), copies=True)
        self.addSeparator()
        self._add_asides()
        if placed:
            self._add(self, _("Take off the board"), lambda: changes.take_off(placed))
            self.addSeparator()
            self._add_marks(placed)
        self.addSeparator()
        if len(cards) == 1:
            self.addAction(_("Draw an ambition to…"), lambda: point(cards[0]))
            self._add(self, _("Let go"), self._let_go)
            self.addSeparator()
        remove = self._add(self, _("Remove"), lambda: changes.remove(cards))
        remove.setShortcut("Del")

    def _add(self, menu: QMenu, words: str, change: Callable[[], Change]) -> QAction:
        return menu.addAction(words.replace("&", "&&"), lambda: self._wish(change()))

    def _add_cells(self, words: str, *, copies: bool) -> None:
        roles = self.addMenu(words)
        taken = {card.place for card in self._cards} if len(self._cards) == 1 else set()
        for number, role in enumerate(self._framework.roles):
            levels = roles.addMenu(str(role.title))
            levels.setIcon(shapes.icon(shapes.role_shape(number), theme.current().role(number)))
            for level in self._framework.shown_levels:
                cell = Cell(role.id, level.id)
                action = self._add(levels, str(level.title), self._laying(cell, copies=copies))
                action.setEnabled(cell not in taken)

    def _add_asides(self) -> None:
        lying = {card.place for card in self._cards}
        for aside in ASIDE:
            if aside or not any(card.placement for card in self._cards):
                action = self._add(
                    self, place_title(self._framework, aside), self._laying(aside, copies=False)
                )
                action.setEnabled(lying != {aside})

    def _laying(self, place: Place, *, copies: bool) -> Callable[[], Change]:
        return lambda: changes.lay(self._cards, place, copies=copies)

    def _add_marks(self, placed: Sequence[Card]) -> None:
        for what, title in (
            ("status", _("Status")),
            ("energy", _("Energy")),
            ("recognition", _("Recognised by")),
        ):
            menu = self.addMenu(title)
            for term in self._framework.terms(what):
                chosen = all(_has(card.placement, what, term.id) for card in placed)
                action = self._add(menu, str(term.text), self._marking(placed, what, term.id, on=not chosen))
                action.setCheckable(True)
                action.setChecked(chosen)

    def _marking(self, cards: Sequence[Card], what: str, term: str, *, on: bool) -> Callable[[], Change]:
        if what == "recognition":
            return lambda: changes.recognise(cards, term, on=on)
        return lambda: changes.mark(cards, what, term if on or what == "status" else "")

    def _let_go(self) -> Change:
        card = self._cards[0]
        return changes.draw(changes.wish(card), None, card.activity.title)


def _has(placement: Placement | None, what: str, term: str) -> bool:
    value = getattr(placement, what, "")
    return term in value if isinstance(value, tuple) else term == value
