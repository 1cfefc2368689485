"""Closing a portfolio: nothing is lost unless the person says so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.autosave import Autosave
from coachapp.ui.editor import Editor
from coachapp.ui.files import Files
from coachapp.ui.question import QuestionDialog, Way
from coachapp.ui.saving_banner import nameless


class Leaving(QObject):
    """`agreed`: the window may close now. The other signals ask for what the person wants instead.

    `may_copy`: not while the window is locked, as anyone could choose the passphrase of the copy.
    """

    agreed = Signal()
    keep_requested = Signal()
    join_requested = Signal()
    plan_requested = Signal()

    def __init__(
        self, editor: Editor, autosave: Autosave, files: Files, window: QWidget, *, has_plan: bool
    ) -> None:
        super().__init__(window)
        self._editor, self._autosave, self._files, self._window = editor, autosave, files, window
        self._has_plan = has_plan
        self._waits = False
        self.may_copy = True
        self.title: Callable[[], str] = lambda: _("Close the portfolio")
        autosave.changed.connect(self._on_autosave_changed)

    def may_close(self) -> bool:
        """Whether nothing is left to save or to lose; else it starts what ends in one of the signals."""
        if self._editor.document.is_saved or self._editor.read_only:
            return True
        if self._autosave.file is None:
            self._warn_guest()
        elif self._autosave.error:
            self._warn_unsaved(self._autosave.error)
        else:
            self._waits = True
            self._autosave.flush()
        return False

    def _on_autosave_changed(self) -> None:
        if not self._waits:
            return
        if self._autosave.is_saved:
            self._waits = False
            self.agreed.emit()
        elif self._autosave.error:
            self._waits = False
            self._warn_unsaved(self._autosave.error)

    def _warn_guest(self) -> None:
        plan: Sequence[Way] = [(_("Make a plan first"), self.plan_requested.emit)] if self._has_plan else ()
        self._ask(
            _("This portfolio is in no file. When you close it, everything in it is gone."),
            (
                (_("Save as portfolio…"), self.keep_requested.emit),
                *plan,
                (_("Close, nothing to keep"), self.agreed.emit),
            ),
        )

    def _warn_unsaved(self, error: CoachError) -> None:
        ways: list[Way] = []
        if self.may_copy and self._files.was_replaced(error):
            ways.append((_("Join both…"), self.join_requested.emit))
        if self.may_copy:
            ways.append((_("Save a copy somewhere else…"), self.keep_requested.emit))
        why = error.text() if self.may_copy else nameless(error)
        self._ask(why, (*ways, (_("Close without the last changes"), self.agreed.emit)))

    def _ask(self, words: str, ways: Sequence[Way]) -> None:
        QuestionDialog(self.title(), words, ways, _("Go on working"), self._window).open()
