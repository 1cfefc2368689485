"""What the file menu offers to take everything out of the open portfolio."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.menus import Entry
from coachapp.ui.requests import Export
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.exchange.exports import Exported, Form
    from coachapp.ui.exporting.progress import Progress
    from coachapp.ui.window import PortfolioWindow


class Exporter(QObject):
    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files

    def entries(self) -> tuple[Entry, ...]:
        """Of a portfolio that is in a file."""
        return (Entry(_("Export everything…"), self.ask),) if self._window.autosave.file else ()

    def ask(self) -> None:
        from coachapp.exchange import exports  # noqa: PLC0415 - only who exports waits for these
        from coachapp.packs import policy  # noqa: PLC0415
        from coachapp.ui.exporting.dialog import ExportDialog  # noqa: PLC0415

        file = self._window.autosave.file
        assert file
        try:
            exports.check_allowed(policy.read().policy)
        except CoachError as refused:
            self._window.news.tell("export", refused.text)
            return
        self._dialog = ExportDialog(file.path.stem, self._window)
        self._dialog.chosen.connect(self._on_chosen)
        self._dialog.open()

    def _on_chosen(self, path: Path, form: "Form", progress: "Progress") -> None:
        """Once all is in the file, or can't be put there now."""
        self._flush()
        autosave = self._window.autosave
        if autosave.is_saved or autosave.error:
            self._start(path, form, progress)
        else:
            kind = Qt.ConnectionType.SingleShotConnection
            autosave.changed.connect(lambda: self._on_chosen(path, form, progress), kind)

    def _on_written(self, made: "Exported") -> None:
        from coachapp.ui.exporting import words  # noqa: PLC0415 - only who exports waits for these

        listing.note(self._window.editor, "export", made.path.name, words.said(self._form))

    def _flush(self) -> None:
        if self._window.frame:
            self._window.frame.flush()
        self._window.autosave.flush()

    def _start(self, path: Path, form: "Form", progress: "Progress") -> None:
        file, document, export = self._window.autosave.file, self._window.editor.document, self._files.export
        assert file
        asked = Export(file, document.saved, document.unsaved(), path, form, progress.told)
        task = Task(lambda: export(asked))
        self._form = form
        task.done.connect(self._on_written)  # methods: Qt drops them with the window and the dialog
        task.done.connect(self._dialog.tell)
        task.failed.connect(self._dialog.fail)
        task.start()
