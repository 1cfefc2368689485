"""What was erased and when, to copy or to save."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from coachapp.domain.whereabouts import Erased
from coachapp.i18n import gettext as _
from coachapp.ui import asking, buttons, fitting, theme
from coachapp.ui.inputs import dialog_page
from coachapp.ui.notice import Notice


class StatementDialog(QDialog):
    def __init__(self, erased: Erased, parent: QWidget) -> None:
        super().__init__(parent)
        title = _title(erased)
        self.setWindowTitle(title)
        self.text = QPlainTextEdit(erased.statement, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.notice = Notice(self)
        column = dialog_page.named(self, title)
        column.addWidget(self.text, 1)
        column.addWidget(self.notice)
        ways = QHBoxLayout()
        ways.setSpacing(theme.space())
        ways.addWidget(buttons.ordinary(_("Copy"), self._on_copy, parent=self))
        ways.addWidget(buttons.ordinary(_("Save as text…"), self._on_save, parent=self))
        ways.addStretch(1)
        ways.addWidget(buttons.primary(_("Close"), self.accept, parent=self))
        column.addLayout(ways)
        fitting.open_at(self, 84, 60)
        self.finished.connect(self.deleteLater)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_save(self) -> None:
        asking.text_to_write(self, asking.documents() / _("Erased portfolio.txt"), self._write)

    def _write(self, path: Path) -> None:
        try:
            path.write_text(self.text.toPlainText() + "\n", "utf-8")
        except OSError:
            self.notice.say(_("The text could not be written there. Choose another folder."))
        else:
            with suppress(RuntimeError):
                self.notice.hide()


def _title(erased: Erased) -> str:
    if erased.left:
        return _("Not everything could be erased")
    return _("The portfolio was taken along") if erased.along else _("The portfolio is erased")
