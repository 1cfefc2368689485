"""What is done on the board becomes edits here."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.ui.board import changes
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.changes import Change
from coachapp.ui.board.hand import Held
from coachapp.ui.board.hints import hint
from coachapp.ui.board.menu import CardMenu
from coachapp.ui.board.more import MoreList
from coachapp.ui.board.names import place_title
from coachapp.ui.board.view import BoardView
from coachapp.ui.editor import Editor


class Gestures(QObject):
    def __init__(self, view: BoardView, editor: Editor, page: QWidget) -> None:
        super().__init__(page)
        self._view, self._editor, self._page = view, editor, page
        view.lay_requested.connect(self._on_lay)
        view.ambition_requested.connect(self._on_ambition)
        view.activity_requested.connect(lambda title, place: self._make(changes.add(title, place)))
        view.remove_requested.connect(lambda: self._make(changes.remove(view.chosen_cards())))
        view.menu_requested.connect(self._on_menu)
        view.more_requested.connect(self._on_more)

    def point_out(self, ambition: Ambition) -> None:
        """Let the hand look for the ambition's cell."""
        self._view.setFocus()
        self._view.hand.aim(ambition)
        self._view.hand.over(ambition.origin)
        self._view.say(hint(self._view))

    def _make(self, change: Change) -> None:
        if self._editor.apply(change.label, change.edit) and change.ids:
            self._view.choose(change.ids)

    def _on_lay(self, held: Held, place: Place) -> None:
        self._make(changes.lay(held.cards, place, copies=held.copies))

    def _on_ambition(self, ambition: Ambition, target: Cell) -> None:
        named = next((a.title for a in self._editor.portfolio.activities if a.id == ambition.activity_id), "")
        title = named or place_title(self._editor.portfolio.framework, ambition.origin or target)
        self._make(changes.draw(ambition, target, title))

    def _on_menu(self, at: QPoint) -> None:
        cards = self._view.chosen_cards()
        if cards and not self._editor.read_only:
            framework = self._editor.portfolio.framework
            menu = CardMenu(cards, framework, self._make, self._draw_from, self._page)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _on_more(self, place: Place) -> None:
        title = place_title(self._editor.portfolio.framework, place)
        more = MoreList(title, self._view.board.cards_in(place), self._page)
        more.card_chosen.connect(lambda card_id: self._view.choose((card_id,)))
        rect = self._view.scene.place_rect(place).toRect()
        more.open_at(self._view.viewport().mapToGlobal(rect.topLeft()))

    def _draw_from(self, card: Card) -> None:
        self.point_out(changes.wish(card))
