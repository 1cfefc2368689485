"""The page that makes a portfolio file, of a new portfolio or of one that needs another file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.document import Document
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.packs import default_framework
from coachapp.ui import buttons, theme
from coachapp.ui.files import Files
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.new_portfolio.owner import OwnerFields
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.open_file import OpenFile
from coachapp.ui.requests import Keep
from coachapp.ui.tasks import Task


class NewPortfolioPage(QWidget):
    """`made(OpenFile)` ends it well, `left` when the person goes back.

    `held`: the file in which the portfolio of the `given` document was until now. `is_whole`: all of it is in
    the new one.
    """

    made = Signal(object)
    left = Signal()

    def __init__(
        self,
        files: Files,
        given: Document | None = None,
        held: OpenFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._files, self._given, self._held = files, given, held
        self.is_whole = True
        self.owner = OwnerFields(default_framework(), self) if given is None else None
        self.lock = LockFields(self)
        self.place = PlaceField(held.path if held else None, self)
        self.notice = Notice(self)
        self.make = buttons.primary(self._verb(), self._on_make, "saved", self)
        self._back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        if self.owner:
            self.owner.name.textChanged.connect(self.place.follow)
            self.owner.name.returnPressed.connect(self.lock.setFocus)
        self.place.follow(given.portfolio.owner if given else "")
        self.lock.entered.connect(self._on_make)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._back.click)
        self.setFocusProxy(self.owner or self.lock)
        self._lay_out()

    def _verb(self) -> str:
        return _("Make the portfolio") if self._given is None else _("Save the portfolio")

    def _on_make(self) -> None:
        if not self._check() or not self.make.isEnabled():
            return
        path, passphrase = self.place.path, self.lock.passphrase
        self.notice.hide()
        self._back.setDisabled(True)
        self.make.setDisabled(True)
        self.make.setText(_("Locking the file…") if passphrase else _("Writing the file…"))
        task = Task(self._work(path, passphrase))
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.start()

    def _check(self) -> bool:
        """Whether all is filled in; else each part says what it lacks, and the first one has the focus."""
        fine = self.lock.check()
        if self.owner and not self.owner.check():
            self.owner.setFocus()
            return False
        return fine

    def _work(self, path: Path, passphrase: str | None) -> Callable[[], tuple[OpenFile, bool]]:
        files, given = self._files, self._given
        if given:
            asked = Keep(self._held, given.saved, given.unsaved(), path, passphrase)
            return lambda: files.keep(asked)
        assert self.owner
        portfolio = self.owner.portfolio()
        return lambda: (files.create(path, portfolio, passphrase), True)

    def _on_made(self, made: tuple[OpenFile, bool]) -> None:
        file, self.is_whole = made
        self.made.emit(file)

    def _on_failed(self, error: CoachError) -> None:
        self._back.setEnabled(True)
        self.make.setEnabled(True)
        self.make.setText(self._verb())
        self.notice.say(error.text(), [(_("Another place…"), self.place.change.click)])

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self.make)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(_("New portfolio") if self._given is None else self._verb(), self))
        if self.owner:
            column.addWidget(self.owner)
        for heading, part in ((_("Lock"), self.lock), (_("Where to save"), self.place)):
            column.addSpacing(theme.space())
            column.addWidget(labels.heading(heading, self))
            column.addWidget(part)
        column.addWidget(self.notice)
        column.addLayout(ways)
        column.addStretch(1)
