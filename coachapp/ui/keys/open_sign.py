"""Says that anyone can read a file that has no passphrase."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.autosave import Autosave
from coachapp.ui.icons import icon
from coachapp.ui.inputs import labels


class OpenSign(QWidget):
    """Hidden while the portfolio is locked, or in no file."""

    def __init__(self, autosave: Autosave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._autosave = autosave
        sign = QLabel(self)
        sign.setPixmap(icon("show", theme.current().muted).pixmap(theme.space(2), theme.space(2)))
        words = labels.note(_("Not locked: anyone with the file can read it"), self)
        words.setMinimumWidth(theme.space(22))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space())
        row.addWidget(sign)
        row.addWidget(words)
        autosave.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        file = self._autosave.file
        self.setVisible(file is not None and not file.encrypted)
