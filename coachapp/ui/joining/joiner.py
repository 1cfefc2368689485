"""Joins a copy with what the window shows: saves first, works in the background, tells what came in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp.domain import variants
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import asking
from coachapp.ui.files import Files
from coachapp.ui.joining.dialog import ChoicesDialog, JoinDialog
from coachapp.ui.open_file import OpenFile
from coachapp.ui.requests import Join
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_NEWS = "choices"


class Joiner(QObject):
    """Belongs to a window; its dialogs keep the person from changing anything meanwhile."""

    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._gone = False
        window.closed.connect(self._on_closed)
        window.editor.changed.connect(self._on_changed)
        self._tell_choices()

    def ask(self) -> None:
        """Let the person choose a copy to join."""
        asking.copy_to_join(self._window, lambda path: self.join((path,)))

    def join(self, paths: Sequence[Path]) -> None:
        """Join these copies; the file's own path stands for what another program put in its place."""
        window = self._window
        if not paths or window.autosave.file is None:
            return
        if window.frame:
            window.frame.flush()
        path, *others = paths
        dialog = JoinDialog(path.name, window)
        dialog.entered.connect(lambda passphrase: self._work(dialog, path, passphrase))
        dialog.discard_requested.connect(lambda: self._discard(dialog, path))
        dialog.finished.connect(lambda: self.join(others))
        dialog.open()
        window.autosave.settle(lambda: self._work(dialog, path, None))

    def choose(self) -> None:
        """Show what is still to choose."""
        ChoicesDialog(self._window.editor, self._window).open()

    def _work(self, dialog: JoinDialog, path: Path, passphrase: str | None) -> None:
        document, file = self._window.editor.document, self._window.autosave.file
        if file is None:  # the window was closed meanwhile
            return
        problem = self._window.autosave.error
        if problem and not (path == file.path and self._files.was_replaced(problem)):
            dialog.fail(problem)
            return
        asked = Join(file, document.saved, document.unsaved(), path, passphrase, document.device)
        task = Task(lambda: self._files.join(asked))
        task.done.connect(lambda both: self._on_joined(dialog, *both, is_copy=path != file.path))
        task.failed.connect(lambda error: self._on_failed(dialog, error))
        task.start()

    def _on_joined(self, dialog: JoinDialog, file: OpenFile, portfolio: Portfolio, *, is_copy: bool) -> None:
        if self._gone:
            file.close()
            return
        before = self._window.editor.portfolio
        self._window.editor.document.adopt(_("Join a copy"), portfolio)
        self._window.autosave.adopt(file)
        dialog.tell(self._window.editor, before, is_copy=is_copy)

    def _discard(self, dialog: JoinDialog, path: Path) -> None:
        task = Task(lambda: self._files.discard(path))
        task.failed.connect(dialog.fail)
        task.start()

    def _on_failed(self, dialog: JoinDialog, error: CoachError) -> None:
        if self._gone:
            return
        if self._files.wants_passphrase(error):
            dialog.ask(error.text())
        else:
            dialog.fail(error)

    def _on_closed(self) -> None:
        self._gone = True

    def _on_changed(self, before: Portfolio, after: Portfolio) -> None:
        if before.variants != after.variants:
            self._tell_choices()

    def _tell_choices(self) -> None:
        self._window.news.drop(_NEWS)
        if variants.choices(self._window.editor.portfolio):
            self._window.news.tell(_NEWS, self._words, lambda: [(_("Choose…"), self.choose)])

    def _words(self) -> str:
        count = len(variants.choices(self._window.editor.portfolio))
        return ngettext(
            "{count} thing was changed in two copies. You can choose what is right.",
            "{count} things were changed in two copies. You can choose what is right.",
            count,
        ).format(count=count)
