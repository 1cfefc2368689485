"""What is told when a file has been opened: what an earlier program left, and copies that lie beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp import formats
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.files import Files
from coachapp.ui.notice import Way
from coachapp.ui.open_file import OpenFile
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


class Greeting(QObject):
    """Tells all of it, calmly and once."""

    def __init__(self, window: "PortfolioWindow", file: OpenFile, files: Files) -> None:
        super().__init__(window)
        self._window, self._files, self._traces = window, files, file.traces
        self._copies: tuple[Path, ...] = ()
        self._locked: frozenset[Path] = frozenset()
        if self._traces.stopped_at:
            window.news.tell("stopped", self._stopped)
            self._look_at_backups(file)
        if self._traces.elsewhere:
            window.news.tell("elsewhere", self._elsewhere)
        task = Task(lambda: files.copies_beside(file.path))
        task.done.connect(self._on_looked)
        task.start()

    def _stopped(self) -> str:
        assert self._traces.stopped_at
        return _(
            "CoachApp was stopped in the middle of its work on {time}. Everything saved up to then is here."
        ).format(time=formats.date_and_time(self._traces.stopped_at))

    def _elsewhere(self) -> str:
        who = self._traces.elsewhere
        assert who
        assert who.since
        return _(
            "{user} may have this portfolio open on {machine} too, since {time}. "
            "Close it there before you go on here."
        ).format(user=who.user, machine=who.machine, time=formats.lately(who.since))

    def _look_at_backups(self, file: OpenFile) -> None:
        """A change of passphrase may have been stopped before all of them followed."""
        safekeeping = self._files.safekeeping
        task = Task(lambda: safekeeping.with_older_key(file))
        task.done.connect(self._on_backups_looked_at)
        task.start()

    def _on_backups_looked_at(self, locked: frozenset[Path]) -> None:
        if locked:
            self._locked = locked
            ways = [(_("Where is all this?"), self._window.backups.tell_where)]
            self._window.news.tell("backups", self._still_locked, lambda: ways)

    def _still_locked(self) -> str:
        return ngettext(
            "{count} backup of this portfolio still needs an older passphrase.",
            "{count} backups of this portfolio still need an older passphrase.",
            len(self._locked),
        ).format(count=len(self._locked))

    def _on_looked(self, copies: tuple[Path, ...]) -> None:
        if copies:
            self._copies = copies
            self._window.news.tell("copies", self._lying_beside, self._ways)

    def _lying_beside(self) -> str:
        count = len(self._copies)
        return ngettext(
            "Beside this portfolio lies a copy, perhaps left by a sync program: {names}.",
            "Beside this portfolio lie {count} copies, perhaps left by a sync program: {names}.",
            count,
        ).format(count=count, names=", ".join(f"“{copy.name}”" for copy in self._copies))

    def _ways(self) -> list[Way]:
        join = (_("Join…"), lambda: self._window.join_requested.emit(self._copies))
        return [join, (_("Not now"), lambda: None)]
