"""Going back to a backup: which there are, its board, and what has changed since, before anything happens."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from coachapp.domain.partial import kept_as
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups import words
from coachapp.ui.backups.preview import Preview
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.passphrase import PassphraseField
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class GoBackDialog(QDialog):
    """`chosen(Backup, Portfolio, passphrase)`: this should be the present state; None is that of the file."""

    chosen = Signal(object, object, object)

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("Go back to…"))
        self._safekeeping, self._file = files.safekeeping, file
        self._wants_passphrase = files.wants_passphrase
        self._now = window.editor.portfolio
        self._turn = 0
        self._passphrase: str | None = None
        self._found: Portfolio | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Backups"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(theme.space(0.5))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda: self._on_chosen())  # noqa: PLW0108 - without Qt's own arguments
        self.preview = Preview(window.choices.settings, self)
        self.notice = Notice(self)
        self.field = PassphraseField(_("Passphrase of that time"), self)
        self.field.entered.connect(self._on_entered)
        self.enter = buttons.ordinary(_("Open with this passphrase"), self._on_entered, "locked", self)
        self.go = buttons.primary(_("Go back to this"), self._on_go, parent=self)
        self._lay_out()
        self._ask(passphrase=False)
        self._show(None)
        self._read_list()
        self.finished.connect(self._on_finished)

    @property
    def backup(self) -> Backup | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _read_list(self) -> None:
        safekeeping, portfolio_id, file = self._safekeeping, kept_as(self._now), self._file

        def read() -> tuple[tuple[Backup, ...], frozenset[Path]]:
            backups = safekeeping.listed(portfolio_id)
            return backups, safekeeping.with_another_key((one.path for one in backups), file)

        task = Task(read)
        task.done.connect(self._on_listed)
        task.start()

    def _on_listed(self, found: tuple[tuple[Backup, ...], frozenset[Path]]) -> None:
        backups, another_key = found
        for one in backups:
            item = QListWidgetItem(words.backup(one, another_key=one.path in another_key), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
        if backups:
            dates = (self.list.item(row).text().split("\n")[0] for row in range(self.list.count()))
            widest = max(self.list.fontMetrics().horizontalAdvance(date) for date in dates)
            self.list.setMinimumWidth(widest + theme.space(3.5))  # with the bar and the space around
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.notice.say(_("There is no backup yet. The first one is made when you close the portfolio."))

    def _on_chosen(self) -> None:
        self._ask(passphrase=False)
        self._read(None)

    def _on_entered(self) -> None:
        if self.field.text:
            self._read(self.field.text)

    def _read(self, passphrase: str | None) -> None:
        self._turn += 1
        turn, one, safekeeping, file = self._turn, self.backup, self._safekeeping, self._file
        self._passphrase = passphrase
        self._show(None)
        self.notice.hide()
        if not one:
            return
        task = Task(lambda: safekeeping.read(one.path, file, passphrase), self)
        task.done.connect(lambda portfolio: self._on_read(turn, portfolio))
        task.failed.connect(lambda error: self._on_failed(turn, error, asked=passphrase is not None))
        task.start()

    def _on_read(self, turn: int, portfolio: Portfolio) -> None:
        if turn == self._turn:
            self._ask(passphrase=False)
            self._show(portfolio)

    def _on_failed(self, turn: int, error: CoachError, *, asked: bool) -> None:
        if turn != self._turn:
            return
        locked = self._wants_passphrase(error)
        self._ask(passphrase=locked)
        if locked and not asked:
            self.notice.say(
                _("This backup has another passphrase, such as an older one. Type that one to look at it.")
            )
        else:
            self.notice.say(error.text())
        if locked:
            self.field.edit.selectAll()
            self.field.setFocus()

    def _show(self, portfolio: Portfolio | None) -> None:
        self._found = portfolio
        self.preview.show_difference(portfolio, self._now)
        self.go.setEnabled(portfolio is not None and self.preview.differs)

    def _on_finished(self) -> None:
        self._turn += 1  # whatever is still read is of no interest any more
        self.deleteLater()

    def _on_go(self) -> None:
        if self.backup and self._found:
            self.accept()
            self.chosen.emit(self.backup, self._found, self._passphrase)

    def _ask(self, *, passphrase: bool) -> None:
        for part in (self.field, self.enter):
            part.setVisible(passphrase)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space())
        left.addWidget(labels.heading(_("Backups"), self))
        left.addWidget(self.list, 1)
        for part in (self.notice, self.field):
            left.addWidget(part)
        left.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)
        sides = QHBoxLayout()
        sides.setSpacing(theme.space(2))
        self.list.setMinimumWidth(theme.space(26))
        sides.addLayout(left, 2)
        sides.addWidget(self.preview, 6)
        ways = QHBoxLayout()
        ways.setSpacing(theme.space())
        safe = _("The present state is backed up first, and undo takes you back to it.")
        ways.addWidget(labels.note(safe, self), 1)
        ways.addWidget(buttons.ordinary(_("Cancel"), self.reject, parent=self))
        ways.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addLayout(sides, 1)
        column.addLayout(ways)
        fitting.open_at(self, 172, 104)
