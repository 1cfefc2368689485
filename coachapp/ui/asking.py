"""Asking where a file is or should be, without stopping the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import endings, fitting


def documents() -> Path:
    """The person's own folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def portfolio_to_open(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Or an export, of which one can be made."""
    kinds = _("Portfolios (*{ending});;Exports (*.zip);;All files (*)").format(ending=endings.PORTFOLIO)
    _ask(parent, _("Open a portfolio"), documents(), kinds, then)


def copy_to_join(parent: QWidget, then: Callable[[Path], object]) -> None:
    _ask(parent, _("Choose the copy to join"), documents(), _portfolios(), then)


def list_to_import(parent: QWidget, then: Callable[[Path], object]) -> None:
    kinds = _("Lists (*.xlsx *.csv *.tsv *.txt);;All files (*)")
    _ask(parent, _("Import a list"), documents(), kinds, then)


def place_for(
    parent: QWidget, suggested: Path, then: Callable[[Path], object], ending: str = endings.PORTFOLIO
) -> None:
    """Where a new file of ours goes. The dialog doesn't ask about writing over: that never happens."""
    dialog = QFileDialog(parent, _("Where to save"), str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    kinds = _("Portfolios (*{ending})") if ending == endings.PORTFOLIO else _("Coach books (*{ending})")
    dialog.setNameFilters([kinds.format(ending=ending)])
    dialog.setDefaultSuffix(ending[1:])
    dialog.selectFile(suggested.name)
    _open(dialog, then)


def text_to_write(parent: QWidget, suggested: Path, then: Callable[[Path], object]) -> None:
    paper_to_write(parent, suggested, _("Texts (*.txt)"), then)


def about_to_write(parent: QWidget, suggested: Path, then: Callable[[Path], object]) -> None:
    """All that a coach noted of somebody."""
    paper_to_write(parent, suggested, _("Texts (*.md)"), then)


def coach_book_to_open(parent: QWidget, then: Callable[[Path], object]) -> None:
    kinds = _("Coach books (*{ending});;All files (*)").format(ending=endings.BOOK)
    _ask(parent, _("Open a coach book"), documents(), kinds, then)


def evidence_to_add(parent: QWidget, then: Callable[[Path], object], *, many: bool) -> None:
    """Any files."""
    dialog = QFileDialog(parent, _("Add a file"), str(documents()), _("All files (*)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
    dialog.filesSelected.connect(lambda chosen: [then(Path(one)) for one in chosen])
    dialog.finished.connect(dialog.deleteLater)
    _speak(dialog)
    dialog.open()


def evidence_to_write(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Where a copy goes; the dialog asks before it writes over a file."""
    dialog = QFileDialog(parent, _("Save as"), str(documents()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    _open(dialog, then)


def plan_to_write(parent: QWidget, suggested: Path, then: Callable[[Path], object]) -> None:
    _ask_where(parent, _("Write the plan as PDF"), suggested, _("PDF documents (*.pdf)"), then)


def paper_to_write(parent: QWidget, suggested: Path, kinds: str, then: Callable[[Path], object]) -> None:
    _ask_where(parent, _("Where to save"), suggested, kinds, then)


def folder(parent: QWidget, now: Path, then: Callable[[Path], object]) -> None:
    """A folder that is there."""
    dialog = QFileDialog(parent, _("Choose a folder"), str(now))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, then)


def _ask(parent: QWidget, title: str, folder: Path, kinds: str, then: Callable[[Path], object]) -> None:
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then)


def _ask_where(
    parent: QWidget, title: str, suggested: Path, kinds: str, then: Callable[[Path], object]
) -> None:
    """The dialog asks before it writes over a file."""
    dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix[1:])
    dialog.selectFile(suggested.name)
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    _speak(dialog)
    dialog.open()


def _speak(dialog: QFileDialog) -> None:
    """Qt's own dialog, where the desktop has none, says this in English only and opens small."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind of file:"))
    fitting.open_at(dialog, 80, 55)


def _portfolios() -> str:
    return _("Portfolios (*{ending});;All files (*)").format(ending=endings.PORTFOLIO)
