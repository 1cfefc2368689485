"""Erasing a portfolio: what goes, a name to type, and afterwards a statement to keep."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from coachapp.domain.partial import kept_as
from coachapp.domain.whereabouts import Copy, is_name
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import fill
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class EraseDialog(QDialog):
    """`agreed(copies)`: the owner's name was typed under this list."""

    agreed = Signal(object)

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("Erase this portfolio"))
        self._owner = window.editor.portfolio.owner
        self._copies: Sequence[Copy] | None = None
        self._list = QVBoxLayout()
        self.name = QLineEdit(self)
        self.name.setAccessibleName(_("Name of the owner"))
        self.name.textEdited.connect(self._refresh)
        self.erase = buttons.primary(_("Erase for good"), self._on_erase, parent=self)
        self._lay_out(files.safekeeping.honest(encrypted=file.encrypted))
        self._refresh()
        safekeeping, path, portfolio_id = files.safekeeping, file.path, kept_as(window.editor.portfolio)
        recent = [Path(one) for one in window.choices.settings.recent]
        task = Task(lambda: safekeeping.known(path, portfolio_id, recent))
        task.done.connect(self._on_known)
        task.start()
        self.finished.connect(self.deleteLater)

    def _on_known(self, copies: Sequence[Copy]) -> None:
        self._copies = copies
        backups = [one for one in copies if one.kind == "backup"]
        others = [one for one in copies if one.kind == "copy"]
        self._tell(str(copies[0].path))
        if backups:
            count = ngettext("{count} backup in {folders}", "{count} backups in {folders}", len(backups))
            folders = ", ".join(dict.fromkeys(str(one.path.parent) for one in backups))
            self._tell(count.format(count=len(backups), folders=folders))
        self._tell(_("What CoachApp remembers on this computer of where it was"))
        if others:
            self._list.addWidget(labels.heading(_("These copies stay; open and erase them one by one"), self))
        for one in others:
            self._tell(str(one.path))
        self._refresh()

    def _tell(self, words: str) -> None:
        self._list.addWidget(labels.text(f"• {words}", self))

    def _refresh(self) -> None:
        self.erase.setEnabled(self._copies is not None and is_name(self.name.text(), self._owner))

    def _on_erase(self) -> None:
        self.accept()
        self.agreed.emit(self._copies)

    def _lay_out(self, honest: tuple[str, str]) -> None:
        inner = QWidget()
        whole = dialog_page.named(inner, _("Erase this portfolio"))
        whole.addWidget(labels.heading(_("This goes, and nobody can bring it back:"), inner))
        self._list.setSpacing(theme.space(0.5))
        whole.addLayout(self._list)
        for words in honest:
            whole.addWidget(labels.note(words, inner))
        whole.addStretch(1)
        fill(self, inner, self._bottom())
        fitting.open_at(self, 84, 60)

    def _bottom(self) -> QVBoxLayout:
        bottom = QVBoxLayout()
        bottom.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        bottom.setSpacing(theme.space())
        ask = _("Type the name of the owner, “{name}”, if you are sure.").format(name=self._owner)
        bottom.addWidget(labels.text(labels.breakable(ask), self))
        bottom.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(theme.space())
        row.addStretch(1)
        row.addWidget(buttons.ordinary(_("Cancel"), self.reject, parent=self))
        row.addWidget(self.erase)
        bottom.addLayout(row)
        return bottom
