"""The pages that make another file in the place of one that can't be opened, and open that."""

from pathlib import Path
from typing import TYPE_CHECKING

from coachapp.domain.retention import Backup
from coachapp.ui.files import Files
from coachapp.ui.open_file import OpenFile
from coachapp.ui.start.ways import Rescued, Secret

if TYPE_CHECKING:
    from coachapp.ui.start.window import StartWindow


class Instead:
    """In the start window; `path` is the file that can't be opened."""

    def __init__(self, window: "StartWindow", files: Files, path: Path) -> None:
        self._window, self._files, self._path = window, files, path

    def rescue(self, secret: Secret) -> None:
        from coachapp.ui.start.rescue import RescuePage  # noqa: PLC0415 - hardly ever needed

        page = RescuePage(self._files, self._path, secret)
        page.made.connect(self._on_rescued)
        page.left.connect(self._window.show_start)
        self._window.turn_to(page)
        page.begin()

    def _on_rescued(self, new: Path, secret: Secret, rescued: Rescued) -> None:
        from coachapp.ui.start.rescued import RescuedPage  # noqa: PLC0415 - hardly ever needed

        page = RescuedPage(new, rescued)
        page.open_requested.connect(lambda: self._window.open(new, secret=secret))
        page.left.connect(self._window.show_start)
        self._window.turn_to(page)
        page.tell()

    def bring_back(self, backup: Backup, secret: Secret) -> None:
        from coachapp.ui.start.backup import BackupPage  # noqa: PLC0415 - hardly ever needed

        page = BackupPage(self._files, self._path, backup)
        page.made.connect(lambda new: self._window.open(new, secret=secret))
        page.left.connect(self._window.show_start)
        self._window.turn_to(page)
        page.begin()

    def restore(self) -> None:
        from coachapp.ui.start.restore import RestorePage  # noqa: PLC0415 - hardly ever needed

        page = RestorePage(self._files, self._path)
        page.made.connect(self._on_restored)
        page.left.connect(self._window.show_start)
        self._window.turn_to(page)
        page.begin()

    def _on_restored(self, file: OpenFile) -> None:
        self._window.is_new = True
        self._window.opened.emit(file)
