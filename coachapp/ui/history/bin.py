"""The bin: what was removed lately, to be put back whole or removed for good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem

from coachapp import formats
from coachapp.domain.portfolio import Evidence
from coachapp.domain.removals import DAYS_IN_BIN, Removal, forgotten
from coachapp.domain.wording import kind_word
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.notice import Notice
from coachapp.ui.question import QuestionDialog
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class BinDialog(QDialog):
    """`put_back_requested(Removal)`: an ordinary change, which closes the bin."""

    put_back_requested = Signal(object)

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("Bin"))
        self._window, self._past, self._file = window, files.past, file
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What was removed"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setSpacing(theme.space(0.5))
        self.list.currentItemChanged.connect(lambda: self._offer())  # noqa: PLW0108 - without Qt's arguments
        self.list.itemActivated.connect(lambda: self._on_put_back())  # noqa: PLW0108
        self.notice = Notice(self)
        self.put_back = buttons.primary(_("Put back"), self._on_put_back, "undo", self)
        self.remove = buttons.quiet(_("Remove for good…"), self._on_remove, parent=self)
        self._lay_out()
        self._offer()
        self._read()
        self.finished.connect(self.deleteLater)

    @property
    def chosen(self) -> Removal | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _read(self) -> None:
        past, file = self._past, self._file
        task = Task(lambda: past.removals(file))
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_read(self, found: tuple[Removal, ...]) -> None:
        self.list.clear()
        for one in found:
            item = QListWidgetItem(_row(one), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
        if found:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.notice.say(_("The bin is empty. What you remove waits here."))
        self._offer()

    def _on_failed(self, error: CoachError) -> None:
        self.notice.say(error.text())

    def _offer(self) -> None:
        for way in (self.put_back, self.remove):
            way.setEnabled(self.chosen is not None)

    def _on_put_back(self) -> None:
        if removal := self.chosen:
            self.accept()
            self.put_back_requested.emit(removal)

    def _on_remove(self) -> None:
        if removal := self.chosen:
            words = _(
                "“{name}” can't be put back then; the history and the boards of earlier days no longer tell "
                "of it."
            )
            ways = ((_("Remove for good"), lambda: self._forget(removal)),)
            QuestionDialog(
                _("Remove for good"), words.format(name=removal.name), ways, _("Keep it in the bin"), self
            ).open()

    def _forget(self, removal: Removal) -> None:
        """First on the boards of earlier days, which are the portfolio's own; then what lies beside it."""
        ids = [item.id for item in removal.items]
        self._window.editor.document.amend(_("Remove for good"), forgotten(ids))
        self._window.autosave.settle(lambda: self._forget_beside(ids))

    def _forget_beside(self, ids: Sequence[str]) -> None:
        past, file = self._past, self._file
        task = Task(lambda: past.forget(file, ids), self)
        task.done.connect(lambda _nothing: self._read())
        task.failed.connect(self._on_failed)
        task.start()

    def _lay_out(self) -> None:
        words = _(
            "What was removed waits here for {days} days and comes back whole. After that only the "
            "history tells of it, until you let the history forget it too."
        ).format(days=DAYS_IN_BIN)
        ways = QHBoxLayout()
        ways.addWidget(self.put_back)
        ways.addWidget(self.remove)
        ways.addStretch(1)
        ways.addWidget(buttons.ordinary(_("Close"), self.reject, parent=self))
        column = dialog_page.named(self, _("Bin"))
        column.addWidget(labels.note(words, self))
        column.addWidget(self.notice)
        column.addWidget(self.list, 1)
        column.addLayout(ways)
        fitting.open_at(self, 76, 62)


def _row(removal: Removal) -> str:
    files = sum(isinstance(item, Evidence) for item in removal.items[1:])
    along = ngettext("{count} file comes back with it", "{count} files come back with it", files)
    about = f"{formats.day(removal.on)} · {along.format(count=files)}" if files else formats.day(removal.on)
    return f"{kind_word(removal.kind)} “{removal.name}”\n{about}"
