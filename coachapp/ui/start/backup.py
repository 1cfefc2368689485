"""A backup in the place of a file that can't be opened: asks where the new file goes, and makes it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.files import Files
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task


class BackupPage(QWidget):
    """`made(Path)`: the new file; `left` asks to go back. `path` is the file that can't be opened."""

    made = Signal(object)
    left = Signal()

    def __init__(self, files: Files, path: Path, backup: Backup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._backup = files, backup
        self.notice = Notice(self)
        self.place = PlaceField(parent=self)
        self.place.follow(_("{name} (backup)").format(name=path.stem))
        self.go = buttons.primary(_("Make the new file"), self._on_go, "saved", self)
        self._back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._back.click)
        self._lay_out()

    def begin(self) -> None:
        self.go.setFocus()

    def _on_go(self) -> None:
        safekeeping, backup, new = self._files.safekeeping, self._backup.path, self.place.path
        self.notice.hide()
        self._busy(on=True)
        task = Task(lambda: safekeeping.put_back(backup, new))
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_made(self, _nothing: object) -> None:
        self.made.emit(self.place.path)

    def _on_failed(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())

    def _busy(self, *, on: bool) -> None:
        for part in (self.go, self.place, self._back):
            part.setDisabled(on)

    def _lay_out(self) -> None:
        title = _("The portfolio of {date}").format(date=formats.moment(self._backup.made))
        promise = _("What was changed after that is not in it. The backup itself stays as it is.")
        ways = QHBoxLayout()
        ways.addWidget(self.go)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(title, self))
        column.addWidget(labels.text(promise, self))
        column.addWidget(labels.heading(_("Where to save"), self))
        column.addWidget(self.place)
        column.addWidget(self.notice)
        column.addLayout(ways)
        column.addStretch(1)
