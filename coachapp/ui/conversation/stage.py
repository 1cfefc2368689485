"""The whole screen of a conversation: steps above, question and note beside the board, agreements below."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coachapp.ui.board.page import BoardPage
from coachapp.ui.conversation.agreed_line import AgreedLine
from coachapp.ui.conversation.cover import Cover
from coachapp.ui.conversation.head import TalkHead
from coachapp.ui.conversation.step_pane import StepPane
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings

_SMALLEST: Final = 0.7  # the zoom at which cards still say all: with large text more of the board is in sight
_KEYS: Final = (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1))
_QUESTIONS: Final = (("Alt+PgDown", 1), ("Alt+PgUp", -1))


class Stage(QWidget):
    """`left`: back to the other pages. `larger_requested`: text for who sits across the table.

    `hidden(bool)`: whether names are to be seen nowhere on the window.
    """

    left = Signal()
    larger_requested = Signal()
    full_screen_requested = Signal()
    lock_requested = Signal()
    hidden = Signal(bool)
    import_requested = Signal(object)

    def __init__(
        self, editor: Editor, settings: Settings, conversation_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.board = BoardPage(editor, settings, opens_detail=False)
        self.board.toolbar.zoom.set(max(_SMALLEST, 100 / max(settings.text_percent, 100)))
        self.talk = Talk(editor, settings, self.board.view, conversation_id, self)
        self.head = TalkHead(self.talk)
        self.bar = self.head.bar
        self.pane = StepPane(self.talk)
        self.agreed = AgreedLine(self.talk)
        self.cover = Cover()
        self._lay_out()
        self._connect()
        if self.talk.conversation.is_open and not editor.read_only:
            self.talk.resume()
        self.refresh()

    def refresh(self) -> None:
        talk = self.talk.conversation
        self.head.refresh(talk.step, talk.visited)
        self.pane.refresh()
        self.agreed.refresh()

    def flush(self) -> None:
        """Keep what is still being typed."""
        self.pane.flush()
        self.board.flush()

    def leave(self) -> None:
        """Back to the other pages; the conversation can be gone on with later."""
        self.flush()
        self.hidden.emit(False)
        self.talk.pause()
        self.left.emit()

    def hide_names(self, on: bool | None = None) -> None:
        """Hide what is typed, or show it again."""
        hide = self._stack.currentWidget() is not self.cover if on is None else on
        self._stack.setCurrentIndex(1 if hide else 0)
        self.hidden.emit(hide)
        (self.cover if hide else self.board).setFocus()

    def state(self) -> object:
        """What to come back to when the screen is made anew."""
        return self.talk.id, self.board.state(), self.pane.states()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self.board.restore(state[1])
            self.pane.restore(state[2])

    def _lay_out(self) -> None:
        self._panes = panes = QSplitter()
        panes.addWidget(self.pane)
        panes.addWidget(self.board)
        self.board.raise_()  # a splitter turns the order round in which screen readers meet its parts
        panes.setStretchFactor(1, 1)
        panes.setChildrenCollapsible(False)
        whole = QWidget()
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(panes, 1)
        inner.addWidget(self.agreed)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._go)
        self.head.larger_requested.connect(self.larger_requested)
        self.head.hide_requested.connect(self.hide_names)
        self.head.leave_requested.connect(self.leave)
        self.board.import_requested.connect(self.import_requested)
        self.cover.lifted.connect(lambda: self.hide_names(on=False))
        self.talk.ended.connect(self._on_ended)
        self.talk.close_requested.connect(self.leave)
        self._editor.changed.connect(self._on_changed)
        for keys, way in _KEYS:
            self._key(keys, lambda way=way: self._go(self.bar.beside(self.talk.conversation.step, way)))
        for keys, way in _QUESTIONS:
            self._key(keys, lambda way=way: self.pane.questions.turn(way))
        self._key("F6", lambda: self._next_region(1))
        self._key("Shift+F6", lambda: self._next_region(-1))
        self._key("F9", self.hide_names)
        self._key("F11", self.full_screen_requested.emit)  # as long as there is no menu with these keys
        self._key("Ctrl+L", self.lock_requested.emit)

    def _key(self, keys: str, then: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, then, context=Qt.ShortcutContext.WindowShortcut)

    def _on_ended(self) -> None:
        """There is nothing to come back to, and nothing to hide."""
        self.hidden.emit(False)
        self.left.emit()

    def _go(self, step: str) -> None:
        self.flush()
        self.talk.go(step)
        self.bar.show_step(self.talk.conversation.step, self.talk.conversation.visited)
        self.pane.welcome()

    def _next_region(self, way: int) -> None:
        """From the note to what the step has of its own, the board and the agreements, and around."""
        regions = [self.pane.questions.note, self.pane.first_input(), self.board.view, self.agreed.new]
        there = [one for one in regions if one and one.isVisible() and one.isEnabled()]
        now = QApplication.focusWidget()
        at = [n for n, one in enumerate(there) if one is now or self._holds(one, now)]
        if there:
            step = (at[0] + way if at else 0) % len(there)
            there[step].setFocus(Qt.FocusReason.TabFocusReason)

    def _holds(self, region: QWidget, focus: QWidget | None) -> bool:
        part = self.pane.part
        if part and part.isAncestorOf(region):
            return bool(focus) and part.isAncestorOf(focus)
        return bool(focus) and region.isAncestorOf(focus)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = min(self.pane.sizeHint().width(), self.width() * 2 // 5)
        least = max(wanted, self.pane.minimumSizeHint().width())
        if event.oldSize().width() != event.size().width():
            self._panes.setSizes((least, self.width() - least))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
