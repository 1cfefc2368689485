"""Locks a portfolio window: at once nothing of it is on the screen, and soon nothing is in memory."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from coachapp.i18n import gettext as _
from coachapp.packs import policy
from coachapp.ui import secrets
from coachapp.ui.idle import Idle
from coachapp.ui.locked import LockedPage
from coachapp.ui.saving_banner import nameless, trouble
from coachapp.ui.sleep import Sleep
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_AGAIN: Final = 2000  # milliseconds
_READ: Final = 5000  # milliseconds in which a sentence is read
_PAINTED: Final = 200  # after so many the screen shows the page


class Lock(QObject):
    """`locked`: all is saved, and the window with its values may go.

    Until then it shows one page that asks the passphrase, and goes on saving behind it.
    """

    locked = Signal()

    def __init__(self, window: "PortfolioWindow") -> None:
        super().__init__(window)
        self._window, self._autosave = window, window.autosave
        self._page: LockedPage | None = None
        self._tried = 0
        self.at = ""
        given = policy.idle_lock_minutes()
        self.idle = Idle(lambda: window.choices.settings.idle_minutes if given is None else given, self)
        self.idle.due.connect(self.start)
        self._sleep = Sleep(self)
        self._sleep.coming.connect(self._on_sleep)

    @property
    def why_not(self) -> str:
        """Why this portfolio can't be locked; nothing if it can."""
        file = self._autosave.file
        return "" if file and file.encrypted else _("Only a portfolio with a passphrase can be locked.")

    def start(self) -> None:
        """Hide everything, and save what isn't saved."""
        frame = self._window.frame
        if self.why_not or not frame:
            return
        if not self._close_others():  # such as one that encrypts everything anew
            QTimer.singleShot(_AGAIN, self.start)
            return
        secrets.forget()
        if self._window.editor.shelf:
            self._window.editor.shelf.elsewhere.forget()
        frame.flush()
        self.at = frame.current
        self._page = LockedPage()
        self._page.entered.connect(self._on_entered)
        self._window.cover(self._page)
        self._page.setFocus()
        self._autosave.changed.connect(self._on_saving)
        self._autosave.flush()
        self._on_saving()

    def _on_sleep(self) -> None:
        """Lock, or only save what has no passphrase, before the computer sleeps."""
        self.start()
        painted = partial(QTimer.singleShot, _PAINTED, self._sleep.let_go)
        self._autosave.settle(painted)

    def _close_others(self) -> bool:
        """Dialogs, menus and tooltips may show something of the portfolio too; whether all could go."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        QToolTip.hideText()
        dialogs = self._window.findChildren(QDialog)
        for dialog in dialogs:
            dialog.reject()
        return not any(dialog.isVisible() for dialog in dialogs)

    def _on_saving(self) -> None:
        if self._autosave.is_saved and not self._tried:
            self._end()
            self.locked.emit()
        elif self._page and self._autosave.error:
            self._page.tell(trouble(self._autosave, nameless(self._autosave.error)))

    def _on_entered(self, passphrase: str) -> None:
        file = self._autosave.file
        assert self._page
        assert file
        self._page.busy(on=True)
        self._tried += 1
        task = Task(lambda: file.opens_with(passphrase))
        task.done.connect(self._on_tried)
        task.start()

    def _on_tried(self, fits: bool) -> None:
        assert self._page
        self._page.busy(on=False)
        if fits:
            self._end()
            self._window.uncover()
        else:
            self._page.refuse()
            QTimer.singleShot(_READ, self, partial(self._go_on, self._tried))

    def _go_on(self, tried: int) -> None:
        """What was said of a wrong passphrase has been read, and no other was tried since."""
        if self._page and tried == self._tried:
            self._tried = 0
            self._on_saving()

    def _end(self) -> None:
        self._page = None
        self._tried = 0
        self._autosave.changed.disconnect(self._on_saving)
