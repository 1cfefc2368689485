"""The board's page: tray, cells and detail side by side; gestures become edits here."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.board import changes
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.changes import Change
from coachapp.ui.board.hand import Held
from coachapp.ui.board.hints import hint
from coachapp.ui.board.menu import CardMenu
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.more import MoreList
from coachapp.ui.board.names import place_title
from coachapp.ui.board.toolbar import Toolbar
from coachapp.ui.board.view import BoardView
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings
from coachapp.ui.theme import STEP


class BoardPage(QWidget):
    """`import_requested(Path | str)`: a file or several lines were dropped or pasted.

    `day_requested(snapshot's id)`: the board as on an earlier day. Without `opens_detail` the detail waits
    until it is asked for, and the board is that of now.
    """

    import_requested = Signal(object)
    day_requested = Signal(str)

    def __init__(
        self, editor: Editor, settings: Settings, parent: QWidget | None = None, *, opens_detail: bool = True
    ) -> None:
        super().__init__(parent)
        self.title = _("Board")
        self._editor = editor
        self._opens_detail = opens_detail
        self._model = BoardModel(editor.portfolio, self)
        self.view = BoardView(
            self._model,
            read_only=editor.read_only,
            reduced_motion=settings.reduced_motion,
            show_hours=settings.show_hours,
        )
        self.detail = DetailPane(editor, settings)
        self.toolbar = Toolbar(self)
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self._say_hint()
        self._tell_toolbar()

    def flush(self) -> None:
        """Keep what is still being typed; call before the window closes."""
        self.view.entries.flush()
        self.detail.flush()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        chosen = [card.id for card in self.view.chosen_cards()]
        return self.toolbar.zoom.factor, self.view.current_keys(), chosen

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            factor, current, chosen = state
            self.toolbar.zoom.set(factor)
            self.view.choose_again(current, chosen)

    def _lay_out(self) -> None:
        self._panes = QSplitter()
        self._panes.addWidget(self.view)
        self._panes.addWidget(self.detail)
        self.detail.raise_()  # a splitter turns the order round in which screen readers meet its parts
        self._panes.setStretchFactor(0, 1)
        self._panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._panes, 1)
        layout.addWidget(self.hint)
        self.hint.setContentsMargins(2 * STEP, STEP // 2, 2 * STEP, STEP // 2)

    def _connect(self) -> None:
        view, bar = self.view, self.toolbar
        self._editor.changed.connect(self._on_changed)
        view.chosen.connect(self._on_chosen)
        view.chosen.connect(self._say_hint)
        view.hand.changed.connect(self._say_hint)
        view.lay_requested.connect(self._on_lay)
        view.ambition_requested.connect(self._on_ambition)
        view.activity_requested.connect(lambda title, place: self._make(changes.add(title, place)))
        view.remove_requested.connect(lambda: self._make(changes.remove(view.chosen_cards())))
        view.menu_requested.connect(self._on_menu)
        view.more_requested.connect(self._on_more)
        view.open_requested.connect(self._on_open)
        view.import_requested.connect(self.import_requested)
        view.zoom_requested.connect(bar.zoom.times)
        bar.zoom.changed.connect(view.set_zoom)
        bar.days.day_requested.connect(self.day_requested)
        bar.finder.textChanged.connect(view.show_matching)
        bar.finder.returnPressed.connect(view.go_to_found)
        bar.tray.toggled.connect(self._show_tray)
        bar.detail.toggled.connect(self._show_detail)
        view.tray_needed.connect(lambda: bar.tray.setChecked(True))
        self.detail.cell_requested.connect(self._go_to_cell)
        self.detail.ambition_requested.connect(self._point_out)
        QShortcut(QKeySequence.StandardKey.Find, self, bar.start_finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _least, board, tray = self.view.needed_widths()
        detail = self.detail.minimumSizeHint().width()
        self.toolbar.make_room(
            detail=self._opens_detail and self.width() >= board + tray + detail,
            tray=self.width() >= board + tray,
        )
        if self._is_full():
            self.toolbar.detail.setChecked(False)

    def _is_full(self) -> bool:
        """Whether the open panes leave no room for two columns of the board."""
        least, _board, tray = self.view.needed_widths()
        both = self.toolbar.tray.isChecked() and self.toolbar.detail.isChecked()
        return both and self.width() < least + tray + self.detail.sizeHint().width()

    def _show_tray(self, shown: bool) -> None:
        if shown and self._is_full():
            self.toolbar.detail.setChecked(False)
        self.view.show_tray(shown)

    def _show_detail(self, shown: bool) -> None:
        if shown and self._is_full():
            self.toolbar.tray.setChecked(False)
        self.detail.setVisible(shown)

    def _make(self, change: Change) -> None:
        if self._editor.apply(change.label, change.edit) and change.ids:
            self.view.choose(change.ids)

    def _on_changed(self, _before: Portfolio, after: Portfolio) -> None:
        self.view.show_portfolio(after)
        self._tell_toolbar()

    def _tell_toolbar(self) -> None:
        self.toolbar.count(self._model.count(""))
        if self._opens_detail:
            self.toolbar.days.show_portfolio(self._editor.portfolio)

    def _on_lay(self, held: Held, place: Place) -> None:
        self._make(changes.lay(held.cards, place, copies=held.copies))

    def _on_ambition(self, ambition: Ambition, target: Cell) -> None:
        named = next((a.title for a in self._editor.portfolio.activities if a.id == ambition.activity_id), "")
        title = named or place_title(self._editor.portfolio.framework, ambition.origin or target)
        self._make(changes.draw(ambition, target, title))

    def _on_chosen(self) -> None:
        cards, place = self.view.chosen_cards(), self.view.place_now()
        if cards:
            self.detail.show_cards([card.id for card in cards])
        elif isinstance(place, Cell):
            self.detail.show_cell(place)
        else:
            self.detail.show_nothing()

    def _on_menu(self, at: QPoint) -> None:
        cards = self.view.chosen_cards()
        if cards and not self._editor.read_only:
            menu = CardMenu(cards, self._editor.portfolio.framework, self._make, self._draw_from, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _on_more(self, place: Place) -> None:
        title = place_title(self._editor.portfolio.framework, place)
        more = MoreList(title, self._model.cards_in(place), self)
        more.card_chosen.connect(lambda card_id: self.view.choose((card_id,)))
        rect = self.view.scene.place_rect(place).toRect()
        more.open_at(self.view.viewport().mapToGlobal(rect.topLeft()))

    def _on_open(self) -> None:
        self.toolbar.detail.setChecked(True)
        self.detail.setFocus()

    def _draw_from(self, card: Card) -> None:
        self._point_out(changes.wish(card))

    def _point_out(self, ambition: Ambition) -> None:
        """Let the hand look for the ambition's cell."""
        self.view.setFocus()
        self.view.hand.aim(ambition)
        self.view.hand.over(ambition.origin)
        self.view.say(self.hint.text())

    def _go_to_cell(self, cell: Cell) -> None:
        self.view.go_to(cell)
        self.view.scrollTo(self._model.at(cell))

    def _say_hint(self) -> None:
        view = self.view
        self.hint.setText(hint(view.hand.held, view.chosen_cards(), read_only=self._editor.read_only))
