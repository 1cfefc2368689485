"""Says that the last changes are not in the file, why and since when, and offers what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.autosave import Autosave
from coachapp.ui.files import Files
from coachapp.ui.notice import Notice, Way


class SavingBanner(Notice):
    """`join_requested`: what another program put in the file's place should be joined with what is here."""

    keep_requested = Signal()
    join_requested = Signal()

    def __init__(self, autosave: Autosave, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._autosave, self._files = autosave, files
        self._told = ""
        autosave.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        error = self._autosave.error
        if error is None:
            self.hide()
            return
        replaced = self._files.was_replaced(error)
        told = trouble(self._autosave, error.text(), replaced=replaced)
        if self.isHidden() or told != self._told:
            self._told = told
            self.say(told, self._offers(replaced=replaced))

    def _offers(self, *, replaced: bool) -> Sequence[Way]:
        copy = (_("Save a copy somewhere else…"), self.keep_requested.emit)
        if not replaced:
            return (copy, (_("Try now"), self._autosave.flush))
        return (_("Join both…"), self.join_requested.emit), copy


def nameless(error: CoachError) -> str:
    """What is wrong, for a locked screen, which tells no name."""
    reason = error.fields.get("reason") or _("Another program has replaced the file.")
    return _("The last changes are not in the file yet. {reason}").format(reason=reason)


def trouble(autosave: Autosave, problem: str, *, replaced: bool = False) -> str:
    """What is wrong, and since when."""
    since = autosave.failed_since
    time = formats.lately(since) if since else ""
    words = _("{problem} Since {time}.") if replaced else _("{problem} Since {time}; it is tried again.")
    return words.format(problem=problem, time=time)
