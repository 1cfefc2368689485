"""The field for the words of a recovery sheet, for who lost the passphrase."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import secrets, theme
from coachapp.ui.inputs import labels

_LINES = 6


class SheetWords(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setUndoRedoEnabled(False)  # nothing that was typed is kept
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(_("The 24 words of your recovery sheet"))
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * _LINES + theme.space(2))
        secrets.keep(self.edit, self.edit.toPlainText)
        nobody = _(
            "Without the passphrase or the recovery sheet nobody can open this portfolio, "
            "not even who made CoachApp. Look where you keep such papers."
        )
        how = _("Four letters of each word are enough. Numbers, capitals and new lines don't matter.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        for part in (
            labels.note(nobody, self),
            labels.text(_("The 24 words of your recovery sheet"), self),
            self.edit,
            labels.note(how, self),
        ):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    @property
    def text(self) -> str:
        return self.edit.toPlainText()
