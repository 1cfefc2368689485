"""Taking the open portfolio along: asked for at the end of a conversation, or from the file menu."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from coachapp.domain.partial import kept_as
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.menus import Entry
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.domain.whereabouts import Copy
    from coachapp.ui.along.dialog import AlongDialog
    from coachapp.ui.window import PortfolioWindow


class ChangedMeanwhile(CoachError):
    def _template(self) -> str:
        return _(
            "Something was changed after the copy was made, so it isn't all there. "
            "Nothing was erased. Write it once more."
        )


class AlongActions(QObject):
    """`erase_requested(copies, along)`: it lies whole on her stick, at `along`; what is here should go."""

    erase_requested = Signal(object, object)

    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._dialog: AlongDialog | None = None
        self._taken: Portfolio | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Of a portfolio that is in a file, and may go from it."""
        if not self._window.autosave.file or self._window.editor.read_only:
            return ()
        return (Entry(_("Take it along on a stick…"), self.ask),)

    def ask(self) -> None:
        """A portfolio that is in no file yet is saved on the stick instead."""
        from coachapp.ui.along.dialog import AlongDialog  # noqa: PLC0415 - at the end of a conversation

        if not (file := self._window.autosave.file):
            self._window.keep()
            return
        self._dialog = AlongDialog(file.path, self._window, encrypted=file.encrypted, here=self._is_here())
        self._dialog.chosen.connect(self._on_chosen)
        self._dialog.agreed.connect(self._on_agreed)
        self._dialog.open()

    def _is_here(self) -> bool:
        file = self._window.autosave.file
        try:
            return file is None or self._files.along.here(file.path)
        except CoachError:
            return True

    def _on_chosen(self, path: Path) -> None:
        """All must be in the file first: what is only on the screen would be lost."""
        if self._window.frame:
            self._window.frame.flush()
        self._window.autosave.settle(partial(self._write, path))

    def _write(self, path: Path) -> None:
        autosave, ways = self._window.autosave, self._files.along
        file, saved = autosave.file, self._window.editor.portfolio
        assert file
        assert self._dialog
        if autosave.error:
            self._dialog.fail(autosave.error)
            return
        safekeeping, recent = self._files.safekeeping, self._recent()

        def work() -> "tuple[int, Sequence[Copy]]":
            disk = ways.disk(path.parent)
            write = ways.look_again if path == file.path else ways.write
            write(file, saved, path, disk)
            return disk, safekeeping.known(file.path, kept_as(saved), recent)

        self._taken = saved
        self._start(work, partial(self._dialog.tell, path))

    def _on_agreed(self, path: Path, disk: int, copies: "Sequence[Copy]") -> None:
        """Look once more: somebody may have pulled the stick out while they talked."""
        file, saved, ways = self._window.autosave.file, self._taken, self._files.along
        assert file
        assert saved
        assert self._dialog
        if self._window.editor.portfolio is not saved or not self._window.autosave.is_saved:
            self._dialog.fail(ChangedMeanwhile())
            return
        self._start(lambda: ways.look_again(file, saved, path, disk), lambda _nothing: self._go(copies, path))

    def _go(self, copies: "Sequence[Copy]", path: Path) -> None:
        assert self._dialog
        self._dialog.accept()
        self.erase_requested.emit(copies, path)

    def _start(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        assert self._dialog
        self._then = then
        task = Task(work)
        task.done.connect(self._on_done)  # a method: Qt drops it with the window
        task.failed.connect(self._dialog.fail)
        task.start()

    def _on_done(self, result: object) -> None:
        self._then(result)

    def _recent(self) -> list[Path]:
        return [Path(one) for one in self._window.choices.settings.recent]
