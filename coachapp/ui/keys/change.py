"""The dialog that gives a portfolio another passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.files import Files
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import fill
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.notice import Notice
from coachapp.ui.open_file import OpenFile
from coachapp.ui.passphrase import PassphraseField
from coachapp.ui.tasks import Task


class ChangeDialog(QDialog):
    """`changed(backups that still need the old one)`. Once begun it can't be stopped: half a lock is none.

    `proven`: the person opened it with the sheet just now, and need not prove anything again.
    `about`: what is said of a passphrase that no sheet can replace.
    """

    changed = Signal(object)

    def __init__(
        self,
        files: Files,
        file: OpenFile,
        parent: QWidget,
        *,
        proven: bool = False,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._files, self._file, self._proven = files, file, proven
        self._is_busy, self._has_sheet = False, not about
        self.setWindowTitle(_("Change the passphrase"))
        self.proof = PassphraseField(self._asked(), self)
        self.lock = LockFields(self, anew=True, about=about)
        self.notice = Notice(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self._doing = labels.note(
            _("Everything is being encrypted anew. Leave the computer on; this can't be stopped halfway."),
            self,
        )
        self.change = buttons.primary(_("Change the passphrase"), self._on_change, "locked", self)
        self._cancel = buttons.ordinary(_("Cancel"), self.reject, parent=self)
        self.proof.entered.connect(self.lock.setFocus)
        self.lock.entered.connect(self._on_change)
        self._lay_out()
        self._busy(on=False)
        fitting.open_at(self, 70, 54)
        self.finished.connect(self.deleteLater)
        (self.lock if proven else self.proof).setFocus()

    def _asked(self) -> str:
        if not self._has_sheet:
            return _("The passphrase of now")
        return _("The passphrase of now, or the words of the recovery sheet")

    def reject(self) -> None:
        if not self._is_busy:
            super().reject()

    def _on_change(self) -> None:
        if self._is_busy or not self.lock.check():
            return
        keys, file, proof, new = self._files.keys, self._file, self.proof.text, self.lock.passphrase
        assert new

        def work() -> tuple[Path, ...]:
            if not self._proven:
                keys.prove(file, proof)
            return keys.change(file, new)

        self._busy(on=True)
        task = Task(work)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_done(self, backups: tuple[Path, ...]) -> None:
        self._busy(on=False)
        self.accept()
        self.changed.emit(backups)

    def _on_failed(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())
        (self.lock if self._proven else self.proof).setFocus()

    def _busy(self, *, on: bool) -> None:
        self._is_busy = on
        for part in (self.proof, self.lock, self.change, self._cancel):
            part.setDisabled(on)
        for part in (self.progress, self._doing):
            part.setVisible(on)
        if on:
            self.notice.hide()

    def _lay_out(self) -> None:
        proof_label = labels.text(self._asked(), self)
        sheet = _(
            "A recovery sheet that you have no longer opens the portfolio then. You can make a new one."
        )
        told = labels.note(sheet, self)
        told.setVisible(self._has_sheet)
        for part in (proof_label, self.proof):
            part.setHidden(self._proven)
        ways = QHBoxLayout()
        ways.addWidget(self.change)
        ways.addWidget(self._cancel)
        ways.addStretch(1)
        inner = QWidget()
        column = dialog_page.named(inner, _("Change the passphrase"), space=1)
        for part in (proof_label, self.proof):
            column.addWidget(part)
        column.addSpacing(0 if self._proven else theme.space())
        for part in (self.lock, told):
            column.addWidget(part)
        for part in (self.notice, self.progress, self._doing):
            column.addWidget(part)
        column.addLayout(ways)
        column.addStretch(1)
        fill(self, inner)
