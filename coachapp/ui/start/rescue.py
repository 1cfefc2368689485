"""Rescue of a damaged portfolio: asks what it needs, and makes a new file of what can be read."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.files import Files, Rescued, Secret
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.start.secret_fields import SecretFields
from coachapp.ui.tasks import Task


class RescueStopped(CoachError):
    def _template(self) -> str:
        return _("Stopped. No new file was made.")


class RescuePage(QWidget):
    """`made(Path, Secret, Rescued)`: the new file, what opens it, what is in it; `left` asks to go back.

    `secret` is what was typed to open the file, if that was asked. Who leaves the page stops the rescue.
    """

    made = Signal(object, object, object)
    left = Signal()

    def __init__(self, files: Files, path: Path, secret: Secret, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._path, self._secret = files, path, secret
        self._stopping = Event()
        self.notice = Notice(self)
        self.asked = SecretFields(self)
        self.asked.entered.connect(self._on_go)
        self.asked.turned.connect(self.notice.hide)
        self.place = PlaceField(parent=self)
        self.place.follow(_("{name} (rescued)").format(name=path.stem))
        self.go = buttons.primary(_("Rescue what can be read"), self._on_go, "saved", self)
        self.cancel = buttons.ordinary(_("Cancel"), self.stop, parent=self)
        self._back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("Reading {name}").format(name=path.name))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)
        self._lay_out()
        self._ask(passphrase=False)
        self._busy(on=False)

    def begin(self) -> None:
        """Find out whether a passphrase must be asked."""
        self.go.setFocus()
        if self._secret.text is None:
            task = Task(lambda: self._files.rescue.needs_passphrase(self._path))
            self._work(task).done.connect(self._on_sniffed)

    def stop(self) -> None:
        """Stop reading; what there is of the new file goes."""
        self._stopping.set()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.stop()
        super().hideEvent(event)

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
        path, secret, new = self._path, self._secret, self.place.path
        make, stopping = self._files.rescue.make, Event()
        self._stopping = stopping
        task = Task(lambda: make(path, secret, new, lambda: _go_on(stopping)))
        self._work(task).done.connect(self._on_made)

    def _work(self, task: Task) -> Task:
        self.notice.hide()
        self._busy(on=True)
        task.failed.connect(self._on_failed)
        return task.start()

    def _on_made(self, rescued: Rescued) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.made.emit(self.place.path, self._secret, rescued)

    def _on_failed(self, error: CoachError) -> None:
        self._busy(on=False)
        if self.isVisible():
            self.notice.say(error.text())
            self.go.setFocus()
            self.asked.ask_again()

    def _on_escape(self) -> None:
        if self._progress.isVisible():
            self.stop()
        else:
            self.left.emit()

    def _busy(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self.cancel.setVisible(on)
        self.asked.hold(on)
        for part in (self.go, self.place):
            part.setDisabled(on)

    def _lay_out(self) -> None:
        promise = _("What can still be read goes into a new file. The damaged one stays as it is.")
        ways = QHBoxLayout()
        for button in (self.go, self.cancel, self.asked.lost):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(_("Rescue {name}").format(name=self._path.name), self))
        column.addWidget(labels.text(promise, self))
        for part in (self.asked, self.notice):  # large letters leave no room below for what is wrong
            column.addWidget(part)
        column.addWidget(labels.heading(_("Where to save"), self))
        for part in (self.place, self._progress):
            column.addWidget(part)
        column.addLayout(ways)
        column.addStretch(1)


def _go_on(stopping: Event) -> None:
    if stopping.is_set():
        raise RescueStopped
