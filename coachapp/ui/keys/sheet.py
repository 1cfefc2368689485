"""Writing the recovery sheet of an open portfolio."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import language
from coachapp.report import recovery_sheet
from coachapp.ui import asking, paper
from coachapp.ui.files import Files
from coachapp.ui.notice import Way
from coachapp.ui.open_file import OpenFile
from coachapp.ui.tasks import Task


class SheetWriter(QObject):
    """`told(words, ways)`, two functions: it is written, or could not be."""

    told = Signal(object, object)

    def __init__(self, files: Files, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files

    def ask(self, file: OpenFile, over: QWidget) -> None:
        """Ask where it goes, and write it there."""
        dialog = QFileDialog(over, _("Write the recovery sheet, not beside the portfolio"))
        dialog.setDirectory(str(asking.documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("PDF documents (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_("Recovery sheet {name}").format(name=file.path.stem) + ".pdf")
        dialog.fileSelected.connect(lambda chosen: self.write(file, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: OpenFile, path: Path) -> None:
        """Beside the window; the words go to the page and nowhere else."""
        spoken, keys, size = language(), self._files.keys, paper.size()

        def work() -> None:
            today = dt.date.today()  # noqa: DTZ011
            sheet = recovery_sheet.Sheet(keys.words(file), file.path.name, file.portfolio.id, today)
            recovery_sheet.write(sheet, path, language=spoken, size=size)

        task = Task(work, self)
        task.done.connect(lambda _nothing: self._on_done(file, path))
        task.failed.connect(self._on_failed)
        task.start()

    def _on_done(self, file: OpenFile, path: Path) -> None:
        beside = path.resolve().parent == file.path.resolve().parent
        self.told.emit(partial(_written, path.name, beside=beside), partial(_ways, path))

    def _on_failed(self, error: CoachError) -> None:
        self.told.emit(error.text, tuple)


def _written(name: str, *, beside: bool) -> str:
    words = _("The recovery sheet is written. Print it, keep it in a safe place, and remove “{name}”.")
    if beside:
        words = _(
            "The recovery sheet is written, beside the portfolio: whoever takes this folder can read "
            "everything. Print it, and remove “{name}” or move it somewhere else."
        )
    return words.format(name=name)


def _ways(path: Path) -> list[Way]:
    return [
        (_("Open the PDF"), lambda: _show(path)),
        (_("Show in folder"), lambda: _show(path.parent)),
    ]


def _show(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
