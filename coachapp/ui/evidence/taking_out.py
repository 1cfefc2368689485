"""Evidence on its way out: saved elsewhere, or as a copy that another program shows."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachapp.domain.file_names import safe_name
from coachapp.domain.portfolio import Evidence
from coachapp.i18n import gettext as _
from coachapp.ui import asking
from coachapp.ui.evidence.shelf import Shelf
from coachapp.ui.new_portfolio.names import is_same
from coachapp.ui.question import QuestionDialog


class TakingOut(QObject):
    """`said`: why it can't be done, as a plain sentence; nothing when something was saved."""

    said = Signal(str)

    def __init__(self, shelf: Shelf | None, over: QWidget) -> None:
        super().__init__(over)
        self._shelf, self._over = shelf, over
        if shelf:
            shelf.saved.connect(self._on_saved)

    def ask_to_open(self, item: Evidence) -> None:
        question = _("Open a copy of “{name}” in another program?").format(name=item.name)
        more = _(
            "The copy can be read by other programs on this computer until this portfolio is closed or "
            "locked; then it is removed. What you change in it is not kept: save it elsewhere then, and add "
            "that as a newer version."
        )
        ways = ((_("Open a copy"), partial(self._open, item)),)
        title, stay = _("Open in another program"), _("Don't open it")
        QuestionDialog(title, f"{question}\n{more}", ways, stay, self._over.window()).open()

    def save(self, item: Evidence) -> None:
        asking.evidence_to_write(self._over, safe_name(item.name), partial(self._write, item))

    def _open(self, item: Evidence) -> None:
        if self._shelf and (file := self._shelf.file):
            self._shelf.elsewhere.open(file, item)

    def _write(self, item: Evidence, path: Path) -> None:
        shelf = self._shelf
        if shelf is None or (file := shelf.file) is None:
            return
        if is_same(path, file.path):
            self.said.emit(_("“{name}” is the portfolio itself. Choose another name.").format(name=path.name))
            return
        shelf.save_as(item, path)

    def _on_saved(self) -> None:
        self.said.emit("")
