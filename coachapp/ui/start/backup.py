"""A backup in the place of a file that can't be opened: asks where the new file goes, and makes it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.domain.retention import Backup
from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.start.making import MakingPage


class BackupPage(MakingPage):
    """`made(Path)`: the new file. `path` is the file that can't be opened."""

    made = Signal(object)

    def __init__(self, files: Files, path: Path, backup: Backup, parent: QWidget | None = None) -> None:
        new = _("{name} (backup)").format(name=path.stem)
        super().__init__(backup.path.name, new, _("Make the new file"), parent, backup.path.suffix)
        self._files, self._backup = files, backup
        title = _("The portfolio of {date}").format(date=formats.moment(backup.made))
        promise = _("What was changed after that is not in it. The backup itself stays as it is.")
        self._lay_out(title, promise, self.notice)
        self._busy(on=False)

    def begin(self) -> None:
        self.go.setFocus()

    def _on_go(self) -> None:
        put_back, backup, new = self._files.safekeeping.put_back, self._backup.path, self.place.path
        self._make(lambda step: put_back(backup, new, step)).done.connect(self._on_made)

    def _on_made(self, _nothing: object) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.made.emit(self.place.path)
