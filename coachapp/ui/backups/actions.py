"""What the file menu offers about backups and copies of the open portfolio."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from coachapp import formats
from coachapp.domain import edits
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.backups.erasing import EraseDialog
from coachapp.ui.backups.going_back import GoBackDialog
from coachapp.ui.backups.whereabouts import WhereaboutsDialog
from coachapp.ui.files import Files
from coachapp.ui.menus import Entry
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


class BackupActions(QObject):
    """`erase_requested(copies)`: the portfolio and what was listed should go."""

    erase_requested = Signal(object)

    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._chosen: tuple[Backup, Portfolio] | None = None

    def entries(self) -> tuple[Entry | None, ...]:
        """Lines of the file menu; a portfolio in no file has none."""
        if not self._window.autosave.file:
            return ()
        where = Entry(_("Where is all this?"), self.tell_where)
        if self._window.editor.read_only:
            return (None, where)
        back, erase = Entry(_("Go back to…"), self.go_back), Entry(_("Erase this portfolio…"), self.erase)
        return (None, back, where, erase)

    def go_back(self) -> None:
        if file := self._window.autosave.file:
            self._flush()
            dialog = GoBackDialog(self._window, self._files, file)
            dialog.chosen.connect(self._on_chosen)
            dialog.open()

    def tell_where(self) -> None:
        if file := self._window.autosave.file:
            dialog = WhereaboutsDialog(self._window, self._files, file)
            dialog.backup_requested.connect(self._on_backup_requested)
            dialog.erase_requested.connect(self.erase)
            dialog.open()

    def erase(self) -> None:
        if file := self._window.autosave.file:
            dialog = EraseDialog(self._window, self._files, file)
            dialog.agreed.connect(self.erase_requested)
            dialog.open()

    def _flush(self) -> None:
        """What is typed counts, and is saved as soon as may be."""
        if self._window.frame:
            self._window.frame.flush()
        self._window.autosave.flush()

    def _when_saved(self, then: Callable[[], object]) -> None:
        """Do this once all is in the file, or can't be put there now."""
        self._flush()
        autosave = self._window.autosave
        if autosave.is_saved or autosave.error:
            then()
        else:
            autosave.changed.connect(lambda: self._when_saved(then), Qt.ConnectionType.SingleShotConnection)

    def _on_chosen(self, backup: Backup, then: Portfolio, passphrase: str | None) -> None:
        """The present state is kept first, as far as that is possible; undo has it in any case."""
        file, safekeeping = self._window.autosave.file, self._files.safekeeping
        assert file
        self._chosen = backup, then
        task = Task(lambda: safekeeping.prepare_return(backup.path, then, file, passphrase))
        task.done.connect(self._on_prepared)  # a method: Qt drops it with the window
        task.failed.connect(self._on_not_prepared)
        self._when_saved(task.start)

    def _on_prepared(self, failed: CoachError | None) -> None:
        if failed:
            self._on_failed(failed)
        assert self._chosen
        backup, then = self._chosen
        when = formats.moment(backup.made)
        label = _("Go back to {date}").format(date=when)
        if self._window.editor.apply(label, edits.go_back(then)) and self._window.frame:
            words = _("This is the portfolio of {date}. Undo takes you back to the present.")
            self._window.frame.strip.tell(words.format(date=when))

    def _on_not_prepared(self, error: CoachError) -> None:
        if self._window.frame:
            self._window.frame.strip.warn(error.text())

    def _on_backup_requested(self) -> None:
        file, safekeeping = self._window.autosave.file, self._files.safekeeping
        assert file
        task = Task(lambda: safekeeping.make(file, "asked"))
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        self._when_saved(task.start)

    def _on_made(self, backup: Backup) -> None:
        self._window.news.drop("backup")
        self._window.news.tell(
            "made", lambda: _("There is a backup now: {name}.").format(name=backup.path.name)
        )

    def _on_failed(self, error: CoachError) -> None:
        self._window.news.tell("backup", error.text)
