"""The conversation that is going on, as the parts of its screen meet it."""

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from coachapp.domain import edits, talking
from coachapp.domain.conversation import Conversation
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.board.view import BoardView
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings

_MINUTE = 60_000


class Talk(QObject):
    """`cell_chosen(Cell | None)`: another cell is in view. `close_requested`: the screen may go.

    `ended`: it was removed, such as by undo, and there is nothing to go on with.
    """

    cell_chosen = Signal(object)
    ended = Signal()
    close_requested = Signal()

    def __init__(
        self, editor: Editor, settings: Settings, board: BoardView, conversation_id: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.editor, self.settings, self.board = editor, settings, board
        self.id = conversation_id
        self.cell: Cell | None = None
        self._running = QElapsedTimer()
        self._kept = 0
        board.chosen.connect(self._on_chosen)
        editor.changed.connect(self._on_changed)

    @property
    def conversation(self) -> Conversation:
        """As it is now; after it was removed as it would begin."""
        return talking.found(self.editor.portfolio, self.id) or Conversation(self.id)

    @property
    def is_running(self) -> bool:
        return self._running.isValid()

    @property
    def minutes(self) -> int:
        """Used so far."""
        return talking.spent(self.conversation, self._since())

    def change(self, label: str, **fields: object) -> None:
        """Change fields of the conversation."""
        self.editor.apply(label, edits.change(Conversation, [self.id], **fields))

    def go(self, step: str) -> None:
        """Turn to this step."""
        talk = self.conversation
        if step == talk.step or self.editor.read_only:
            return
        title = next((str(one.title) for one in self.editor.portfolio.framework.steps if one.id == step), "")
        self._book()
        self.editor.apply(_("Turn to “{step}”").format(step=title), talking.go_to(talk, step))

    def resume(self) -> None:
        if not self.is_running:
            self._running.start()

    def pause(self) -> None:
        """Stop the time, and keep what was used."""
        self._book()
        self._running.invalidate()
        self._kept = 0

    def _since(self) -> int:
        """Whole minutes since they were kept last."""
        return self._running.elapsed() // _MINUTE - self._kept if self.is_running else 0

    def _book(self) -> None:
        """Keep what was used; no undo of what was done meanwhile brings it back."""
        minutes = self._since()
        self._kept += minutes
        if minutes and not self.editor.read_only:
            self.editor.document.amend(_("Time of the conversation"), talking.used(self.id, minutes))

    def _on_chosen(self) -> None:
        place = self.board.place_now()
        cell = place if isinstance(place, Cell) else None
        if cell != self.cell:
            self.cell = cell
            self.cell_chosen.emit(cell)

    def _on_changed(self) -> None:
        if talking.found(self.editor.portfolio, self.id) is None:
            self.ended.emit()
