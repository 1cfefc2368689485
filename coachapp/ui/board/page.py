"""The board's page: what stands above, beside and below the board, and what each tells the other."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.board.gestures import Gestures
from coachapp.ui.board.hints import HintLine
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.panes import Panes
from coachapp.ui.board.toolbar import Toolbar
from coachapp.ui.board.view import BoardView
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings


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
        self.hint = HintLine(self.view)
        self._panes = Panes(self.view, self.detail, self.toolbar, self, opens_detail=opens_detail)
        self._gestures = Gestures(self.view, editor, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._panes, 1)
        layout.addWidget(self.hint)

    def _connect(self) -> None:
        view, bar = self.view, self.toolbar
        self._editor.changed.connect(self._on_changed)
        view.chosen.connect(self._on_chosen)
        view.open_requested.connect(self._on_open)
        view.import_requested.connect(self.import_requested)
        view.zoom_requested.connect(bar.zoom.times)
        bar.zoom.changed.connect(view.set_zoom)
        bar.days.day_requested.connect(self.day_requested)
        bar.finder.textChanged.connect(view.show_matching)
        bar.finder.returnPressed.connect(view.go_to_found)
        self.detail.cell_requested.connect(self._go_to_cell)
        self.detail.ambition_requested.connect(self._gestures.point_out)
        QShortcut(QKeySequence.StandardKey.Find, self, bar.start_finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panes.make_room()

    def _on_changed(self, _before: Portfolio, after: Portfolio) -> None:
        self.view.show_portfolio(after)
        self._tell_toolbar()

    def _tell_toolbar(self) -> None:
        self.toolbar.count(self._model.count(""))
        if self._opens_detail:
            self.toolbar.days.show_portfolio(self._editor.portfolio)

    def _on_chosen(self) -> None:
        cards, place = self.view.chosen_cards(), self.view.place_now()
        if cards:
            self.detail.show_cards([card.id for card in cards])
        elif isinstance(place, Cell):
            self.detail.show_cell(place)
        else:
            self.detail.show_nothing()

    def _on_open(self) -> None:
        self.toolbar.detail.setChecked(True)
        self.detail.setFocus()

    def _go_to_cell(self, cell: Cell) -> None:
        self.view.go_to(cell)
        self.view.scrollTo(self._model.at(cell))
