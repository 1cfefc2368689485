"""Says that the last changes of a coach book are not in its file, and what can be done."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coachapp.domain.coach_book.book import CoachBook
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import asking, endings
from coachapp.ui.autosave import Autosave
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.coachbook.ways import CoachBookWays
from coachapp.ui.notice import Way
from coachapp.ui.saving_banner import SavingBanner
from coachapp.ui.tasks import Task


class BookBanner(SavingBanner):
    """Nothing is joined: where another program replaced the file, the book goes on in another one."""

    def __init__(
        self, editor: BookEditor, autosave: Autosave, ways: CoachBookWays, parent: QWidget | None = None
    ) -> None:
        self._editor, self._books = editor, ways
        super().__init__(autosave, ways.files, parent)
        self.keep_requested.connect(self._ask_where)

    def _offers(self, *, replaced: bool) -> Sequence[Way]:
        return [way for way in super()._offers(replaced=replaced) if way[0] != _("Join both…")]

    def _ask_where(self) -> None:
        file = self._autosave.file
        if file:
            suggested = file.path.with_stem(_("{name} (copy)").format(name=file.path.stem))
            asking.place_for(self, suggested, self._keep, endings.BOOK)

    def _keep(self, path: Path) -> None:
        file, book, keep = self._autosave.file, self._editor.book, self._books.keep
        task = Task(lambda: keep(file, book, path))
        task.done.connect(lambda made: self._on_kept(made, book))
        task.failed.connect(self._on_failed)
        task.start()

    def _on_kept(self, file: Any, book: CoachBook) -> None:
        """What was changed meanwhile is not in it yet."""
        if not isValid(self):  # the window is gone, and nobody else would let go of the new file
            file.close()
            return
        self._autosave.adopt(file)
        self._editor.document.mark_saved(book)  # type: ignore[arg-type]
        self._autosave.flush()

    def _on_failed(self, error: CoachError) -> None:
        self.say(error.text(), self._offers(replaced=False))
