"""What a coach owes the person whom her notes are about: all of them in a file, or nothing kept at all."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Coachee
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import asking
from coachapp.ui.new_portfolio.names import stem
from coachapp.ui.question import QuestionDialog
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.coachbook.window import CoachBookWindow


class Farewell(QObject):
    def __init__(self, window: "CoachBookWindow") -> None:
        super().__init__(window)
        self._window = window

    def write(self, coachee_id: str) -> None:
        """Ask where, and write all about her in a text for her to read."""
        coachee = self._coachee(coachee_id)
        suggested = asking.documents() / f"{stem(coachee.alias)}.md"
        asking.about_to_write(self._window, suggested, partial(self._write, coachee_id))

    def ask(self, coachee_id: str) -> None:
        """Say what forgetting means, and forget her if that is wanted."""
        coachee = self._coachee(coachee_id)
        question = _("Forget “{alias}” wholly?").format(alias=coachee.alias)
        means = _(
            "Notes, trajectories and all else about this person go from this book and from its backups on "
            "this computer. It can't be undone. Copies that you made yourself stay where they are, and so "
            "do files that you wrote. On an SSD or a stick, old bytes may stay for a while; nobody can "
            "read them without your passphrase."
        )
        ways = (
            (_("Write all of it in a file first…"), partial(self.write, coachee_id)),
            (_("Forget this person"), partial(self._forget, coachee)),
        )
        title = _("Forget this coachee")
        QuestionDialog(title, f"{question}\n{means}", ways, _("Keep this person"), self._window).open()

    def _coachee(self, coachee_id: str) -> Coachee:
        if self._window.frame:
            self._window.frame.flush()
        coachee = self._window.editor.book.coachee(coachee_id)
        assert coachee
        return coachee

    def _write(self, coachee_id: str, path: Path) -> None:
        book, coachee = self._window.editor.book, self._coachee(coachee_id)
        write = self._window.ways.write_about
        task = Task(lambda: write(book, coachee, path), self)
        told = _("“{name}” is made. Anyone who has that file can read it.").format(name=path.name)
        task.done.connect(lambda _nothing: self._tell(told))
        task.failed.connect(self._on_failed)
        task.start()

    def _forget(self, coachee: Coachee) -> None:
        """First of what is seen, then of what is saved; no step brings her back."""
        editor, autosave = self._window.editor, self._window.autosave
        editor.ask(_("Forget a coachee"), edits.remove(Coachee, (coachee.id,)))
        editor.forget_steps()
        autosave.settle(self._clear)

    def _clear(self) -> None:
        autosave, forget = self._window.autosave, self._window.ways.forget
        if autosave.error or not autosave.file:
            self._warn(_("Forgotten on the screen, but not in the file yet: it can't be saved just now."))
            return
        file = autosave.file
        task = Task(lambda: forget(file))
        task.done.connect(self._on_forgotten)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_forgotten(self, left: tuple[Path, ...]) -> None:
        if left:
            words = _("Forgotten in this book, but these backups could not be removed. Remove them yourself:")
            self._warn("\n".join((words, *map(str, left))))
        else:
            self._tell(_("Nothing about this person is left in this book or its backups on this computer."))

    def _on_failed(self, error: CoachError) -> None:
        self._warn(error.text())

    def _tell(self, words: str) -> None:
        if self._window.frame:
            self._window.frame.strip.tell(words)

    def _warn(self, words: str) -> None:
        if self._window.frame:
            self._window.frame.strip.warn(words)
