"""Rescue of a damaged portfolio: asks what it needs, and makes a new file of what can be read."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.start.making import MakingPage
from coachapp.ui.start.secret_fields import SecretFields
from coachapp.ui.start.ways import Rescued, Secret
from coachapp.ui.tasks import Task


class RescuePage(MakingPage):
    """`made(Path, Secret, Rescued)`: the new file, what opens it, what is in it.

    `secret` is what was typed to open the file, if that was asked.
    """

    made = Signal(object, object, object)

    def __init__(self, files: Files, path: Path, secret: Secret, parent: QWidget | None = None) -> None:
        new = _("{name} (rescued)").format(name=path.stem)
        super().__init__(path.name, new, _("Rescue what can be read"), parent)
        self._files, self._path, self._secret = files, path, secret
        self.asked = SecretFields(self)
        self.asked.entered.connect(self._on_go)
        self.asked.turned.connect(self.notice.hide)
        self._ways.addWidget(self.asked.lost)
        promise = _("What can still be read goes into a new file. The damaged one stays as it is.")
        # large letters leave no room below for what is wrong
        self._lay_out(_("Rescue {name}").format(name=path.name), promise, self.asked, self.notice)
        self._ask(passphrase=False)
        self._busy(on=False)

    def begin(self) -> None:
        """Find out whether a passphrase must be asked."""
        self.go.setFocus()
        if self._secret.text is None:
            task = Task(lambda: self._files.rescue.needs_passphrase(self._path))
            self._work(task).done.connect(self._on_sniffed)

    def _on_sniffed(self, needs_passphrase: bool) -> None:
        self._busy(on=False)
        self._ask(passphrase=needs_passphrase)

    def _ask(self, *, passphrase: bool) -> None:
        self.asked.setVisible(passphrase)
        self.asked.lost.setVisible(passphrase)
        (self.asked if passphrase else self.go).setFocus()

    def _on_go(self) -> None:
        if self.asked.isVisible():
            if not (secret := self.asked.secret):
                self.notice.say(self.asked.invitation)
                self.asked.setFocus()
                return
            self._secret = secret
        make, path, secret, new = self._files.rescue.make, self._path, self._secret, self.place.path
        self._make(lambda step: make(path, secret, new, step)).done.connect(self._on_made)

    def _on_made(self, rescued: Rescued) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.made.emit(self.place.path, self._secret, rescued)

    def _on_failed(self, error: CoachError) -> None:
        super()._on_failed(error)
        self.asked.ask_again()

    def _busy(self, *, on: bool) -> None:
        super()._busy(on=on)
        self.asked.hold(on)
