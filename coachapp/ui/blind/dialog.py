"""Placing apart, over the whole window: nothing else of the portfolio can be seen or undone meanwhile."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from coachapp.domain import blind
from coachapp.domain.conversation import Conversation
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.people import Person, people
from coachapp.ui.blind.reveal import RevealPage
from coachapp.ui.blind.start import StartPage
from coachapp.ui.blind.turn import Turn, TurnPage
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings


class ApartDialog(QDialog):
    """One page at a time; the one before it is gone, so that nobody comes back to it."""

    def __init__(self, editor: Editor, settings: Settings, talk: Conversation, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor, self._settings, self._talk = editor, settings, talk
        self._people = people(talk)
        self._waiting: list[Person] = []
        self._ids: Collection[str] = ()
        self.page: QWidget | None = None
        self.setWindowTitle(_("Place apart first"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.leave = buttons.sign_only(_("Leave this; what was laid is kept"), self.reject, "close", self)
        self._pages = QStackedLayout()
        self._lay_out()
        self._cover(parent.window())
        self.finished.connect(self.deleteLater)
        if editor.read_only or not talk.is_open:
            self._compare()
        else:
            self._start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a card back and must not end a turn."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.space(0.5), theme.space(), 0)
        head.addStretch(1)
        head.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)

    def _cover(self, window: QWidget) -> None:
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)

    def _show(self, page: QWidget) -> None:
        before, self.page = self.page, page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before:
            self._pages.removeWidget(before)
            before.hide()
            before.deleteLater()
        page.setFocus()

    def _start(self) -> None:
        page = StartPage(self.editor.portfolio, self._talk, self._people)
        page.begun.connect(self._begin)
        page.compare_requested.connect(self._compare)
        page.left.connect(self.reject)
        self._show(page)

    def _begin(self, activity_ids: Collection[str], first: str) -> None:
        """Each has a turn, but who had laid all already; without such a one both may change their mind."""
        self._ids = activity_ids
        order = sorted(self._people, key=lambda person: person.by != first)
        laid = {p.by for p in order if self._has_laid_all(p)}
        self._waiting = [p for p in order if p.by not in laid] or order
        self._next()

    def _has_laid_all(self, person: Person) -> bool:
        return blind.has_laid_all(self.editor.portfolio, self._talk.id, person.by, self._ids)

    def _next(self) -> None:
        if not self._waiting:
            self._compare()
            return
        person = self._waiting.pop(0)
        page = CoverPage(person)
        page.taken.connect(lambda: self._take_turn(person))
        self._show(page)

    def _take_turn(self, person: Person) -> None:
        page = TurnPage(self.editor, self._settings, Turn(self._talk.id, person, self._ids))
        page.done.connect(self._next)
        self._show(page)

    def _compare(self) -> None:
        page = RevealPage(self.editor, self._settings, self._talk)
        page.done.connect(self.accept)
        self._show(page)
