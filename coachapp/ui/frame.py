"""What fills the portfolio window: whose it is, the list of pages, messages, and the page itself."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.head import Head
from coachapp.ui.news import NewsNotice
from coachapp.ui.notice import Notice
from coachapp.ui.pages import Page
from coachapp.ui.saving_banner import SavingBanner
from coachapp.ui.settings import Settings
from coachapp.ui.side_list import SideList

if TYPE_CHECKING:
    from coachapp.ui.conversation.stage import Stage

_NARROW = 125  # steps of width below which the side list shows signs only
_TALK: Final = "talk"  # among the states, no page has this name


class Frame(QWidget):
    """Pages are made when they are first shown. A page may have `flush()`, and wish for something by
    `import_requested` and `talk_requested`. `talking`: a conversation has the whole window, or no more.

    One with `state()` and `restore(state)` is found as it was when a new frame gets this one's `states()`.
    """

    import_requested = Signal(object)
    talking = Signal(bool)
    larger_requested = Signal()
    full_screen_requested = Signal()
    lock_requested = Signal()
    names_hidden = Signal(bool)

    def __init__(
        self,
        editor: Editor,
        settings: Settings,
        above: tuple[SavingBanner, NewsNotice],
        pages: Sequence[Page],
        states: Mapping[str, object],
    ) -> None:
        super().__init__()
        self._states = dict(states)
        self._editor, self._settings = editor, settings
        self._known = {page.name: page for page in pages}
        self.pages: dict[str, QWidget] = {}
        self.current = ""
        self.stage: Stage | None = None
        self.head = Head(editor, self)
        self.side = SideList(pages, self)
        self.side.chosen.connect(self._on_chosen)
        self.strip = Notice(self, closable=True)
        self.banner, self.news = above
        self._stack = QStackedWidget(self)
        self._lay_out()
        editor.failed.connect(self.strip.warn)
        editor.changed.connect(self.strip.hide)

    def flush(self) -> None:
        """Keep what is still being typed."""
        for page in (*self.pages.values(), self.stage):
            if flush := getattr(page, "flush", None):
                flush()

    def states(self) -> Mapping[str, object]:
        """What to come back to on each page, by its name."""
        for name, page in self.pages.items():
            if state := getattr(page, "state", None):
                self._states[name] = state()
        self._states.pop(_TALK, None)
        if self.stage:
            self._states[_TALK] = self.stage.state()
        return self._states

    def begin(self, name: str) -> None:
        """Turn to this page, or the first, ready to work in."""
        self.side.choose(name)
        self.pages[self.current].setFocus()
        if state := self._states.get(_TALK):
            self._go_on(state)

    def open_talk(self, conversation_id: str) -> None:
        """The screen of this conversation, and nothing else."""
        from coachapp.ui.conversation.stage import Stage  # noqa: PLC0415 - not before it is needed

        self.flush()
        self.strip.hide()
        self.stage = Stage(self._editor, self._settings, conversation_id)
        self.stage.left.connect(self._close_talk)
        self.stage.larger_requested.connect(self.larger_requested)
        self.stage.full_screen_requested.connect(self.full_screen_requested)
        self.stage.lock_requested.connect(self.lock_requested)
        self.stage.hidden.connect(self.names_hidden)
        self.stage.import_requested.connect(self.import_requested)
        self._stack.addWidget(self.stage)
        self._stack.setCurrentWidget(self.stage)
        self._show_beside(on=False)
        self.stage.pane.welcome()
        self.talking.emit(True)

    def fit(self, width: int) -> None:
        """Make room for the page in a window of this width."""
        self.side.collapse(on=width < theme.space(_NARROW))

    def _on_chosen(self, name: str) -> None:
        self.flush()
        if name not in self.pages:
            self._make(name)
        self.current = name
        self.strip.hide()
        self._stack.setCurrentWidget(self.pages[name])

    def _show_day(self, snapshot_id: str) -> None:
        """The board as on that day, on the page that has them all."""
        self.side.choose("years")
        page = self.pages["years"]
        page.turn_to_board(snapshot_id)  # type: ignore[attr-defined] - the only page of that name
        page.setFocus()

    def _go_on(self, state: object) -> None:
        if isinstance(state, tuple):
            self.open_talk(state[0])
            assert self.stage
            self.stage.restore(state)

    def _close_talk(self) -> None:
        if stage := self.stage:
            self.stage = None
            self._show_beside(on=True)
            self._stack.removeWidget(stage)
            stage.deleteLater()
            self._stack.setCurrentWidget(self.pages[self.current])
            self.pages[self.current].setFocus()
            self.talking.emit(False)
            if stage.pane.has_tries:
                self.strip.tell(
                    _("The what-if cards were let go. Next time keep one with “Keep as a card” in Explore.")
                )

    def _show_beside(self, *, on: bool) -> None:
        """What is told above a page can wait until two people are done with their conversation."""
        for part in (self.head, self.side, self._waiting):
            part.setVisible(on)

    def _make(self, name: str) -> None:
        page = self._known[name].make(self._editor, self._settings)
        if wish := getattr(page, "talk_requested", None):
            wish.connect(self.open_talk)
        if wish := getattr(page, "import_requested", None):
            wish.connect(self.import_requested)
        if wish := getattr(page, "day_requested", None):
            wish.connect(self._show_day)
        self.pages[name] = page
        self._stack.addWidget(page)
        if name in self._states:
            page.restore(self._states[name])  # type: ignore[attr-defined] - it gave that state

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        self._waiting = _around(self.news)
        for notice in (self.banner, self._waiting, self.strip):
            right.addWidget(notice)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)


def _around(inside: QWidget) -> QWidget:
    """A widget that can be hidden whatever happens to the one inside."""
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    return outer
