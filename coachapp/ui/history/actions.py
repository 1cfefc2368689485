"""What the menus offer about history and the bin."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp import formats
from coachapp.domain import edits, history
from coachapp.domain.history import Change
from coachapp.domain.removals import Removal
from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.history.dialog import HistoryDialog
from coachapp.ui.menus import Entry
from coachapp.ui.question import QuestionDialog

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


class HistoryActions(QObject):
    """Both look at the file: what is typed is saved first."""

    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files

    def entries(self) -> tuple[Entry | None, ...]:
        """Lines of the view menu; a portfolio in no file keeps no history."""
        if not self._window.autosave.file:
            return ()
        history = Entry(_("History…"), self.show_history, "Ctrl+H")
        bins = () if self._window.editor.read_only else (Entry(_("Bin…"), self.show_bin),)
        return (None, history, *bins)

    @property
    def is_kept(self) -> bool:
        return self._window.autosave.file is not None

    def telling(self) -> Callable[[], tuple[Change, ...]]:
        """What gives every change up to now: takes long, is safe in any thread, raises a CoachError."""
        file, steps = self._window.autosave.file, self._window.editor.document.unsaved()
        read = self._files.past.history
        return lambda: history.with_steps(read(file) if file else (), steps)

    def show_history(self) -> None:
        self._settled(self._open_history)

    def show_bin(self) -> None:
        self._settled(self._open_bin)

    def _settled(self, then: Callable[[], None]) -> None:
        if self._window.frame:
            self._window.frame.flush()
        self._window.autosave.settle(then)

    def _open_history(self) -> None:
        if file := self._window.autosave.file:
            dialog = HistoryDialog(self._window, self._files, file)
            dialog.forget_requested.connect(self._ask_to_forget)
            dialog.open()

    def _open_bin(self) -> None:
        if file := self._window.autosave.file:
            dialog = BinDialog(self._window, self._files, file)
            dialog.put_back_requested.connect(self._put_back)
            dialog.open()

    def _put_back(self, removal: Removal) -> None:
        self._window.editor.apply(_("Put back “{name}”").format(name=removal.name), removal.put_back())

    def _ask_to_forget(self, day: str) -> None:
        shown = formats.day(day)
        words = _(
            "The history of before {day} goes for good; undo doesn't bring it back. "
            "The portfolio stays as it is."
        )
        label = _("Forget history before {day}").format(day=shown)
        ways = ((label, lambda: self._window.editor.apply(label, edits.describe(history_since=day))),)
        QuestionDialog(_("History"), words.format(day=shown), ways, _("Keep it"), self._window).open()
