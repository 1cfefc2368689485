"""Opening a file: asks the passphrase if there is one, or else the words of the recovery sheet.

What is wrong is told with a next step.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.files import Files
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice, Way
from coachapp.ui.open_file import OpenFile
from coachapp.ui.start.secret_fields import SecretFields
from coachapp.ui.start.ways import Secret
from coachapp.ui.tasks import Task

if TYPE_CHECKING:  # the start page is painted before the domain is read
    from coachapp.domain.retention import Backup


class OpeningPage(QWidget):
    """`opened(OpenFile)` ends it well; `left` asks to go back, `other_requested` for another file.

    `rescue_requested(Secret)`: it is damaged, and what can be read of it should go into a new file;
    `backup_requested(Backup, Secret)`: or its backup should. `restore_requested`: it is an export.
    """

    opened = Signal(object)
    left = Signal()
    other_requested = Signal()
    rescue_requested = Signal(object)
    backup_requested = Signal(object, object)
    restore_requested = Signal()

    def __init__(
        self,
        files: Files,
        path: Path,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        is_book: bool = False,
    ) -> None:
        super().__init__(parent)
        self._files, self._path, self._is_book = files, path, is_book
        self._secret = Secret()
        self._turn = 0
        self.notice = Notice(self)
        self.asked = SecretFields(self)
        self.field, self.words = self.asked.field, self.asked.words
        self.asked.entered.connect(self._on_entered)
        self.asked.turned.connect(self.notice.hide)
        self.enter = buttons.primary(self._verb(), self._on_entered, "locked", self)
        self._back = buttons.quiet(_("Back"), self._on_back, "back", self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._was_open = locked
        self._progress.setAccessibleName(_("Opening {name}").format(name=self._name))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)
        self._lay_out()
        self._ask(passphrase=False)

    @property
    def by_sheet(self) -> bool:
        return self._secret.by_sheet

    def begin(self) -> None:
        """Look at the file: it may need a passphrase, be open to all, or be no portfolio."""
        self._work(lambda: self._files.needs_passphrase(self._path), self._on_sniffed)

    def open_with(self, secret: Secret) -> None:
        """Open it with what was typed already."""
        self._secret = secret
        self._open()

    def cancel(self) -> None:
        """Whatever still comes from the file is closed at once."""
        self._turn += 1
        self._busy(on=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page waits for nothing here any more."""
        if not event.spontaneous():
            self.cancel()
        super().hideEvent(event)

    def _on_sniffed(self, needs_passphrase: bool) -> None:
        if needs_passphrase:
            self._ask(passphrase=True)
        else:
            self._open()

    def _on_entered(self) -> None:
        if secret := self.asked.secret:
            self.open_with(secret)
        else:
            self.notice.say(self.asked.invitation)
            self.asked.setFocus()

    def _open(self, *, to_look: bool = False) -> None:
        path, (text, by_sheet) = self._path, self._secret
        if by_sheet and text is not None:
            self._work(lambda: self._files.keys.open(path, text, to_look), self.opened.emit)
        else:
            self._work(lambda: self._files.open(path, text, to_look), self.opened.emit)

    def _work(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._turn += 1
        turn = self._turn
        self.notice.hide()
        self._busy(on=True)
        task = Task(work)
        task.done.connect(lambda result: self._on_done(turn, result, then))
        task.failed.connect(lambda error: self._on_failed(turn, error))
        task.start()

    def _on_done(self, turn: int, result: Any, then: Callable[[Any], object]) -> None:
        if turn == self._turn:
            self._busy(on=False)
            then(result)
        elif not isinstance(result, bool):
            _let_go(result)

    def _on_failed(self, turn: int, error: CoachError) -> None:
        """A backup is looked for before it is told, as that is what helps most; an export is no fault."""
        path, files = self._path, self._files
        task = Task(lambda: (files.restore.helps(path, error), files.safekeeping.instead(path, error)))
        task.done.connect(lambda found: self._tell(turn, error, *found))
        task.failed.connect(lambda _fault: self._tell(turn, error, is_export=False, backup=None))
        task.start()

    def _tell(self, turn: int, error: CoachError, is_export: bool, backup: "Backup | None") -> None:
        if turn != self._turn:
            return
        self._busy(on=False)
        if is_export:
            words = _("“{name}” is an export of a portfolio, not the portfolio itself.")
            ways = [(_("Make a portfolio of this export…"), self.restore_requested.emit)]
            self.notice.say(
                words.format(name=self._path.name), [*ways, *self._back_to(backup), self._other()]
            )
            return
        self.notice.say(error.text(), [*self._back_to(backup), *self._ways_on(error)])
        self.asked.ask_again()

    def _back_to(self, backup: "Backup | None") -> list[Way]:
        from coachapp import formats  # noqa: PLC0415 - after the first paint

        if backup is None:
            return []
        words = _("Open the backup of {date}…").format(date=formats.long_date(backup.made.date()))
        return [(words, lambda: self.backup_requested.emit(backup, self._secret))]

    def _ways_on(self, error: CoachError) -> list[Way]:
        if self._files.may_look(error):
            return [
                (_("Open it to look only"), lambda: self._open(to_look=True)),
                (_("Try again"), self._open),
            ]
        others = [self._other(), (_("Try again"), self.begin)]
        if self._files.rescue.helps(error):
            return [(_("Rescue what can be read…"), self._rescue), *others]
        types_on = self.asked.isVisible() and (self.by_sheet or self._files.wants_passphrase(error))
        return [] if types_on else others

    def _other(self) -> Way:
        return _("Choose another file…"), self.other_requested.emit

    def _rescue(self) -> None:
        self.rescue_requested.emit(self._secret)

    def _on_escape(self) -> None:
        if self._progress.isVisible():
            self.cancel()
            self.asked.setFocus()
        else:
            self._on_back()

    def _on_back(self) -> None:
        self.cancel()
        self.left.emit()

    def _busy(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self.asked.hold(on)
        self.enter.setDisabled(on)
        self.enter.setText(_("Opening…") if on else self._verb())

    def _ask(self, *, passphrase: bool) -> None:
        for part in (self.asked, self.enter):
            part.setVisible(passphrase)
        self.asked.lost.setVisible(passphrase and not self._is_book)
        self._locked.setVisible(passphrase and self._was_open)
        if passphrase:
            self.asked.setFocus()

    @property
    def _name(self) -> str:
        """Whose file it is isn't to be read from a locked screen."""
        return "CoachApp" if self._was_open else self._path.name

    def _verb(self) -> str:
        return _("Open my coach book") if self._is_book else _("Open the portfolio")

    def _lay_out(self) -> None:
        self._locked = labels.heading(_("Locked. Type the passphrase to go on."), self)
        ways = QHBoxLayout()
        ways.addWidget(self.enter)
        ways.addWidget(self.asked.lost)
        ways.addStretch(1)
        self.setTabOrder(self.enter, self.asked.lost)  # as they stand
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(self._name, self))
        if not self._was_open:
            column.addWidget(labels.note(str(self._path.parent), self))
        column.addSpacing(theme.space())
        for part in (self._locked, self.asked, self.notice, self._progress):
            column.addWidget(part)
        column.addLayout(ways)
        column.addStretch(1)


def _let_go(file: OpenFile) -> None:
    """Nobody waits for it any more; closing may take the disk's time."""
    Task(file.close).start()
