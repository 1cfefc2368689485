"""Placing apart, over the whole window: nothing else of the portfolio can be seen or undone meanwhile."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from coachapp.domain import blind
from coachapp.domain.conversation import Conversation
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.ends import GiveBackPage, WaitPage
from coachapp.ui.blind.people import Person, people
from coachapp.ui.blind.reveal import RevealPage
from coachapp.ui.blind.start import StartPage
from coachapp.ui.blind.turn import Turn, TurnPage
from coachapp.ui.conversation.cover import Cover
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings

if TYPE_CHECKING:
    from coachapp.ui.blind.giving import GivePage


class ApartDialog(QDialog):
    """One page at a time; the one before it is gone, so that nobody comes back to it."""

    def __init__(self, editor: Editor, settings: Settings, talk: Conversation, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor, self._settings, self._talk = editor, settings, talk
        self._people = people(talk)
        self._waiting: list[Person] = []
        self._end = self._compare  # what comes after the last turn here
        self._ids: Collection[str] = ()
        self._giving: GivePage | None = None
        self.page: QWidget | None = None
        self.setWindowTitle(_("Place apart first"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.leave = buttons.sign_only(_("Leave this; what was laid is kept"), self.reject, "close", self)
        self._pages, self._hiding = QStackedLayout(), Cover()
        self._lay_out()
        self._cover(parent.window())
        self._hiding.lifted.connect(self.hide_names)
        QShortcut(QKeySequence("F9"), self, self.hide_names)
        self.finished.connect(self.deleteLater)
        if editor.read_only or not talk.is_open:
            self._compare()
        elif blind.asked_of_us(editor.portfolio):
            self._answer()
        else:
            self._start()

    def reject(self) -> None:
        """While a file is written this stops that; the dialog closes when there is nothing to stop."""
        if self._giving and self._giving.is_busy:
            self._giving.stop()
        else:
            super().reject()

    def hide_names(self) -> None:
        """Hide what is typed, or show it again, as in the conversation."""
        if not self.page:
            return
        shown = self._hiding if self._pages.currentWidget() is self.page else self.page
        self._pages.setCurrentWidget(shown)
        shown.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a card back and must not end a turn; Enter presses only what has the focus."""
        if event.key() not in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        self._pages.addWidget(self._hiding)

    def _cover(self, window: QWidget) -> None:
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)

    def _show(self, page: QWidget) -> None:
        before, self.page = self.page, page
        self._giving = None if page is not self._giving else self._giving
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before:
            self._pages.removeWidget(before)
            before.hide()
            before.deleteLater()
        page.setFocus()
        announce(self, page.accessibleName())

    def _start(self) -> None:
        may_give = self.editor.sharing is not None and self.editor.sharing.has_file
        page = StartPage(self.editor.portfolio, self._talk, self._people, may_give=may_give)
        page.begun.connect(self._begin)
        page.compare_requested.connect(self._compare)
        page.give_requested.connect(self._give)
        page.take_back_requested.connect(self._take_back)
        page.left.connect(self.reject)
        self._show(page)

    def _answer(self) -> None:
        """In the file of who was asked there is one turn."""
        self._ids = [activity.id for activity in self.editor.portfolio.activities]
        self._waiting, self._end = [self._people[1]], self._give_back
        self._next()

    def _give(self, activity_ids: Collection[str]) -> None:
        from coachapp.ui.blind.giving import GivePage  # noqa: PLC0415 - seldom asked for

        sharing = self.editor.sharing
        assert sharing
        self._ids = activity_ids
        page = self._giving = GivePage(self.editor.portfolio.owner, self._talk, activity_ids)
        page.asked.connect(lambda asked: sharing.give(asked, page))
        page.given.connect(self._go_on_alone)
        page.left.connect(self.reject)
        self._show(page)

    def _go_on_alone(self) -> None:
        """The other has the file; here the teacher has a turn."""
        self._waiting, self._end = [self._people[0]], self._wait
        self._next()

    def _wait(self) -> None:
        page = WaitPage()
        page.take_back_requested.connect(self._take_back)
        page.left.connect(self.accept)
        self._show(page)

    def _take_back(self) -> None:
        self.accept()
        if self.editor.sharing:
            self.editor.sharing.take_back()

    def _give_back(self) -> None:
        page = GiveBackPage()
        page.left.connect(self.accept)
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
            self._end()
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
