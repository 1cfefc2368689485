"""An export as a portfolio again: asks how the new file is locked and where it goes, and makes it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.start.making import LockedMakingPage


class RestorePage(LockedMakingPage):
    """`made(OpenFile)` ends it well; `path` is the export."""

    def __init__(self, files: Files, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(path.name, path.stem, _("Make the portfolio"), parent)
        self._files, self._path = files, path
        self._lock_with(LockFields(self))
        promise = _("All that is in the export goes into a new portfolio. The export stays as it is.")
        title = _("Make a portfolio of {name}").format(name=path.name)
        self._lay_out(title, promise, labels.heading(_("Lock"), self), self.lock, self.notice)
        self._busy(on=False)

    def _on_go(self) -> None:
        if not self.go.isEnabled() or not self.lock.check():
            return
        make, path, new, passphrase = (
            self._files.restore.make,
            self._path,
            self.place.path,
            self.lock.passphrase,
        )
        self._make(lambda step: make(path, new, passphrase, step)).done.connect(self._on_made)
