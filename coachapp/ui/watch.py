"""Looks at a file that another has open: is it free by now, and is there anything newer in it?"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.news import News
from coachapp.ui.open_file import OpenFile
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

OFTEN: Final = 3000  # milliseconds
_FREE: Final = "free"
_NEWER: Final = "newer"


class Watch(QObject):
    """`renewed(OpenFile)`: the same file was opened once more, to go on with or to see what is newer."""

    renewed = Signal(object)

    def __init__(self, window: "PortfolioWindow", file: OpenFile) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._news: News = window.news
        self._was_held = self._looks = self._over = False
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(OFTEN)
        window.closed.connect(self._stop)
        self._look()

    def _look(self) -> None:
        if self._looks or self._over:
            return
        self._looks = True
        task = Task(self._file.look)
        task.done.connect(self._on_looked)
        task.start()

    def _on_looked(self, found: tuple[bool, bool]) -> None:
        self._looks = False
        held, newer = found
        self._window.autosave.changed.emit()  # the status line says who has it open
        if held:
            self._was_held = True
            self._news.drop(_FREE)
        elif self._was_held:
            self._news.drop(_NEWER)
            self._tell_free()
            return
        if newer:
            self._tell_newer()

    def _tell_free(self) -> None:
        self._news.tell(
            _FREE,
            lambda: _("Nobody else has this portfolio open any more."),
            lambda: [(_("Go on here"), partial(self._open, read_only=False))],
        )

    def _tell_newer(self) -> None:
        self._news.tell(
            _NEWER,
            lambda: _("There is a newer version of this portfolio: it was saved elsewhere."),
            lambda: [(_("Show it"), partial(self._open, read_only=True))],
        )

    def _open(self, *, read_only: bool) -> None:
        task = Task(lambda: self._file.again(read_only=read_only))
        task.done.connect(lambda file: self._on_opened(file))  # noqa: PLW0108 - also when this is gone
        task.failed.connect(self._on_failed)
        task.start()

    def _on_opened(self, file: OpenFile) -> None:
        if self._over:
            file.close()
        else:
            self.renewed.emit(file)

    def _on_failed(self, error: CoachError) -> None:
        if self._window.frame:
            self._window.frame.strip.warn(error.text())

    def _stop(self) -> None:
        self._over = True
