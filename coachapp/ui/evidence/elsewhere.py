"""Evidence in other programs: each gets a copy, made beside the window's thread, and the copies go again."""

from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from coachapp.domain.portfolio import Evidence
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.evidence.ways import EvidenceWays
from coachapp.ui.open_file import OpenFile
from coachapp.ui.tasks import Task


class NoProgram(CoachError):
    def _template(self) -> str:
        return _("No program on this computer opens “{name}”. “Save as…” puts it in a folder.")


class Elsewhere(QObject):
    """`failed(Evidence, CoachError)`: no program shows it."""

    failed = Signal(object, object)

    def __init__(self, ways: EvidenceWays, parent: QObject) -> None:
        super().__init__(parent)
        self._ways = ways
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # all copies of a session lie in one folder

    def open(self, file: OpenFile, item: Evidence) -> None:
        """Let another program show a copy, which stays until the portfolio closes or is locked."""
        task = Task(lambda: self._ways.copy_out(file, item.digest, item.name), self)
        task.done.connect(lambda path: self._show(item, path))
        task.failed.connect(lambda error: self.failed.emit(item, error))
        task.start(self._pool)

    def forget(self) -> None:
        """Remove what other programs were given to show."""
        self._pool.waitForDone()
        self._ways.forget_copies()

    def _show(self, item: Evidence, path: Path) -> None:
        is_there = path.exists()  # not when it was locked or closed meanwhile
        if is_there and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.failed.emit(item, NoProgram(name=item.name))
