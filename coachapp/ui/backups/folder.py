"""The folder for backups: the usual one until the person, or her institute, chooses another."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp import paths
from coachapp.i18n import gettext as _
from coachapp.packs import policy
from coachapp.ui import asking, buttons, theme
from coachapp.ui.choices import Choices
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.settings import Settings


class FolderField(QWidget):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._said = policy.read().policy.backup_folder
        self._path = labels.text("", self)
        self.change = buttons.ordinary(_("Another folder…"), self._on_change, parent=self)
        self.usual = buttons.quiet(_("The usual folder"), lambda: self._choose(""), parent=self)
        ways = FlowLayout(None, theme.space())
        ways.addWidget(self.change)
        ways.addWidget(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._path)
        column.addLayout(ways)
        choices.changed.connect(self._on_choices_changed)
        self._show(choices.settings)

    def _show(self, settings: Settings) -> None:
        chosen = self._said or settings.backup_folder
        self._path.setText(labels.breakable(chosen or _("The usual folder")))
        self._path.setToolTip(str(self._now()))
        self.change.setHidden(bool(self._said))
        self.usual.setHidden(bool(self._said) or not chosen)
        if self._said:
            self._path.setToolTip(_("Your institute has chosen this for its computers."))

    def _now(self) -> Path:
        return Path(self._choices.settings.backup_folder or paths.data_dir() / "backups")

    def _choose(self, folder: str) -> None:
        self._choices.change(backup_folder=folder)

    def _on_change(self) -> None:
        asking.folder(self, self._now(), lambda path: self._choose(str(path)))

    def _on_choices_changed(self, _before: Settings, after: Settings) -> None:
        self._show(after)
