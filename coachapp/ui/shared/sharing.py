"""What a window does with copies that leave and come back; the Shared page asks for it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from coachapp.domain.portfolio import Shared
from coachapp.errors import CoachError
from coachapp.ui.files import Files
from coachapp.ui.requests import HandOver
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.shared.dialog import Asked
    from coachapp.ui.window import PortfolioWindow


class Teller(Protocol):
    """Who asked for a copy to be written."""

    def tell(self) -> None: ...

    def fail(self, error: CoachError) -> None: ...


class Sharing(QObject):
    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._teller: Teller | None = None
        self._left: Shared | None = None

    @property
    def has_file(self) -> bool:
        return self._window.autosave.file is not None

    def hand_over(self) -> None:
        """Ask what goes; nothing of that dialog is needed before."""
        from coachapp.ui.shared.dialog import HandOverDialog  # noqa: PLC0415

        if self._window.frame:
            self._window.frame.flush()
        dialog = HandOverDialog(self._window.editor.portfolio, self._window)
        dialog.asked.connect(lambda asked: self.give(asked, dialog))
        dialog.open()

    def give(self, asked: "Asked", teller: "Teller") -> None:
        """Write what this asks for; the teller hears what came of it."""
        self._teller = teller
        self._on_asked(asked)

    def take_back(self) -> None:
        self._window.joiner.ask()

    def export(self) -> None:
        self._window.exporter.ask()

    def tell_where(self) -> None:
        self._window.backups.tell_where()

    def erase(self) -> None:
        self._window.backups.erase()

    def _on_asked(self, asked: "Asked") -> None:
        """Once all is in the file, or can't be put there now."""
        autosave = self._window.autosave
        autosave.flush()
        if autosave.is_saved or autosave.error:
            self._start(asked)
        else:
            kind = Qt.ConnectionType.SingleShotConnection
            autosave.changed.connect(lambda: self._on_asked(asked), kind)

    def _start(self, asked: "Asked") -> None:
        file, document = self._window.autosave.file, self._window.editor.document
        if file is None:
            return
        self._left = asked.left
        chosen, left, path, passphrase, progress = asked
        work = HandOver(file, document.saved, document.unsaved(), chosen, left, path, passphrase)
        write = self._files.hand_over  # a task must not keep a closed window in memory
        task = Task(lambda: write(work, lambda: progress.told(0, 0)))
        task.done.connect(self._on_written)  # methods: Qt drops them with the window
        task.failed.connect(self._on_failed)
        task.start()

    def _on_written(self, size: int) -> None:
        assert self._left
        listing.enter(self._window.editor, replace(self._left, size=size))
        if self._teller:
            self._teller.tell()

    def _on_failed(self, error: CoachError) -> None:
        if self._teller:
            self._teller.fail(error)
