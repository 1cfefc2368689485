"""Makes backups by themselves, beside the window's thread; a failure is a message and stops nobody."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.backups.ways import Safekeeping
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_UNNOTICED: Final = 300  # milliseconds that closing may take without a word
_LONGEST: Final = 4000  # and with one: what isn't ready then is caught up with at the next change


class Keeper(QObject):
    """At the first change of a day it catches up with earlier days; at closing it keeps today's work."""

    def __init__(self, window: "PortfolioWindow", safekeeping: Safekeeping) -> None:
        super().__init__(window)
        self._window, self._safekeeping = window, safekeeping
        self._worked_on: dt.date | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        window.editor.changed.connect(self._on_changed)

    def close(self) -> None:
        """Keep today's work, if there was any; waits briefly, as the file is closed next."""
        file, safekeeping = self._window.autosave.file, self._safekeeping
        if file is None or file.read_only or self._worked_on is None:
            return
        Task(lambda: safekeeping.after_work(file)).start(self._pool)
        if not self._pool.waitForDone(_UNNOTICED):
            bar = self._window.statusBar()
            bar.showMessage(_("Making the backup of today…"))
            bar.repaint()
            self._pool.waitForDone(_LONGEST)

    def stop(self) -> None:
        """Make no more backups."""
        self._window.editor.changed.disconnect(self._on_changed)
        self._worked_on = None
        self._pool.waitForDone()

    def _on_changed(self) -> None:
        file, today = self._window.autosave.file, dt.date.today()  # noqa: DTZ011
        if file is None or file.read_only:
            return
        if self._worked_on != today:
            self._worked_on = today
            safekeeping = self._safekeeping  # a task must not keep a closed window in memory
            task = Task(lambda: safekeeping.catch_up(file))
            task.failed.connect(self._on_failed)
            task.start(self._pool)

    def _on_failed(self, error: CoachError) -> None:
        self._window.news.tell("backup", error.text)
