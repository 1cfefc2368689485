"""The dialog that puts an open portfolio in a new file: a guest's, a copy, or one that can't be saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from coachapp.document import Document
from coachapp.i18n import gettext as _
from coachapp.ui import fitting
from coachapp.ui.files import Files
from coachapp.ui.inputs.following import fill
from coachapp.ui.new_portfolio.page import NewPortfolioPage
from coachapp.ui.open_file import OpenFile


def not_whole(name: str) -> str:
    return _(
        "Not all of “{name}” could be read, such as its history, the bin or its files. Keep it: "
        "when it can be read again, “Join a copy…” brings the rest here."
    ).format(name=name)


class KeepDialog(QDialog):
    """`kept(OpenFile)`: the portfolio is in this file now; until then it was in `held`, if in any.

    `not_whole(name)`: not all that was in there could be read.
    """

    kept = Signal(object)
    not_whole = Signal(str)

    def __init__(self, files: Files, document: Document, held: OpenFile | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save the portfolio"))
        self._name = held.path.name if held else ""
        self.page = NewPortfolioPage(files, document, held)
        self.page.left.connect(self.reject)
        self.page.made.connect(self._on_made)
        fill(self, self.page)
        fitting.open_at(self, 80, 66)
        self.finished.connect(self.deleteLater)

    def _on_made(self, file: object) -> None:
        self.accept()
        self.kept.emit(file)
        if not self.page.is_whole:
            self.not_whole.emit(self._name)
